import { describe, expect, it } from 'vitest';
import { appViewOf } from '../../../../src/main/page/app-view-of.ts';
import { type AppState, createAppStore } from '../../../../src/main/state/store.ts';
import { familyOf } from '../../../../src/shared/family.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { BlockMap } from '../../../../src/watch/block-map.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { aCall, anAccount, anAgent, aReading } from '../../../fakes/builders.ts';

const stamp = { revision: 3, nowMs: 10, appVersion: '1.0.0', platform: 'linux' } as const;

const viewOf = (state: Partial<AppState>) => appViewOf(createAppStore(state).getState(), stamp);
const settingsWith = (more: Partial<Settings>): Settings => ({ ...defaultSettings, ...more });

/** A dialler that repeats the customer's number wherever it can. */
const talkative = {
  ...noLiveState,
  status: 'IN CALL 15550100123',
  family: familyOf('IN CALL'),
  inCallWith: '+1 (555) 010-0123',
  callerId: '34600111222',
  campaignId: '5550100123',
  campaignName: 'Call 34 600 111 222',
  callType: '0015550100123',
  leadId: '15550100123',
  vendorLeadCode: 'cust-555-010-0123',
};
const agents = new Map([['ana', anAgent('ana', talkative)]]);
const wholeNumbers = ['5550100123', '555-010-0123', '600111222', '600 111 222'];

describe('what the popover may know of an agent', () => {
  it('is everything but whole numbers, wherever they stand', () => {
    const [agent] = viewOf({ agents }).agents;
    const text = JSON.stringify(agent);
    for (const number of wholeNumbers) expect(text).not.toContain(number);
    expect(agent).toMatchObject({
      maskedInCallWith: '•••0123',
      maskedCallerId: '•••1222',
      status: 'IN CALL •••0123',
      vendorLeadCode: 'cust-•••0123',
    });
  });

  it('is nothing of the customer while presenting', () => {
    const [agent] = viewOf({ agents, settings: settingsWith({ isPresenting: true }) }).agents;
    const text = JSON.stringify(agent);
    for (const end of ['0123', '1222']) expect(text).not.toContain(end);
    expect(agent).toMatchObject({
      maskedInCallWith: '',
      maskedCallerId: '',
      leadId: '',
      vendorLeadCode: '',
      status: 'IN CALL •••',
    });
  });

  it('is left as the dialler says it where it holds no number', () => {
    const call = aCall('7890123', { vendorLeadCode: 'abc123-xyz456', confExten: '8600051' });
    const [agent] = viewOf({ agents: new Map([['ana', anAgent('ana', call)]]) }).agents;
    const { inCallWith, callerId, ...shown } = call;
    expect(agent).toMatchObject(shown);
  });

  it('says what rules, dictionary and user make of it', () => {
    const pause = aReading('PAUSE - BREAK');
    const meaning = { status: 'Pause Break', family: null, label: 'Coffee', limitMs: 600_000 };
    const view = viewOf({
      agents: new Map([
        ['ana', anAgent('ana', pause)],
        ['ben', anAgent('ben', aReading('READY'))],
      ]),
      openConditions: { rows: new Map([['ana', 'alarm']]), icon: [] },
      settings: settingsWith({
        dictionary: [meaning],
        mutedAgents: ['ana', 'zoe'],
        tellWhens: [
          { agentUser: 'ana', event: 'back' },
          { agentUser: 'zoe', event: 'free' },
          { agentUser: 'ana', event: 'free' },
        ],
      }),
    });
    expect(view.agents).toMatchObject([
      { severity: 'alarm', limitMs: 600_000, isMuted: true, tellWhens: ['back', 'free'] },
      { severity: null, limitMs: null, isMuted: false, tellWhens: [] },
    ]);
  });
});

describe('the view of a thousand agents', () => {
  const users = Array.from({ length: 1_000 }, (_, index) => `agent.${index}`);

  function setUp() {
    const agents = BlockMap.from(users.map((user) => [user, anAgent(user, aReading('PAUSE - BREAK'))]));
    const store = createAppStore({ agents });
    const viewsNow = () => appViewOf(store.getState(), stamp).agents;
    /** Who is another object once this has been done. */
    function remadeBy(part: Partial<AppState>): readonly string[] {
      const before = viewsNow();
      store.setState(part);
      return viewsNow().flatMap((view, index) => (view === before[index] ? [] : [view.user]));
    }
    return { store, agents, viewsNow, remadeBy };
  }

  it('is made anew only of who changed', () => {
    const { store, agents, viewsNow, remadeBy } = setUp();
    const rows = new Map([['agent.3', 'alarm' as const]]);
    const muted = { mutedAgents: ['agent.5'] };
    const armed = { ...muted, tellWhens: [{ agentUser: 'agent.6', event: 'back' as const }] };
    const learned = { ...armed, dictionary: [{ status: 'LUNCH', family: null, label: '', limitMs: 1 }] };
    expect(remadeBy({ agents: agents.with('agent.700', anAgent('agent.700', aCall())) })).toEqual([
      'agent.700',
    ]);
    expect(remadeBy({ openConditions: { rows, icon: [] } })).toEqual(['agent.3']);
    expect(remadeBy({ settings: settingsWith(muted) })).toEqual(['agent.5']);
    expect(remadeBy({ settings: settingsWith(armed) })).toEqual(['agent.6']);
    expect(remadeBy({ settings: settingsWith(learned) })).toEqual([]);
    const strangers = new Map(structuredClone([...store.getState().agents]));
    expect(viewsNow()).toEqual(viewOf({ ...store.getState(), agents: strangers }).agents);
  });

  it('is another one of everybody while presenting, and with another limit', () => {
    const { remadeBy } = setUp();
    const dictionary = [{ status: 'PAUSE - BREAK', family: null, label: '', limitMs: 1 }];
    expect(remadeBy({ settings: settingsWith({ isPresenting: true }) })).toHaveLength(1_000);
    expect(remadeBy({ settings: settingsWith({ isPresenting: true, dictionary }) })).toHaveLength(1_000);
  });
});

describe('what the popover may know of the rest', () => {
  it('is no secret, no list that has a way in of its own, and no line of the inbox', () => {
    const account = { ...anAccount(), password: 'hunter2-canary' };
    const settings = settingsWith({
      mutedUntilMs: 99,
      accounts: [account],
      activeAccountId: account.id,
      mutedAgents: ['muted-canary'],
      tellWhens: [{ agentUser: 'armed-canary', event: 'free' }],
    });
    const inbox = [anAlert(1, { campaign: 'inbox-canary' }), anAlert(2, { isRead: true })];
    const view = viewOf({ account, settings, inbox, inboxRevision: 4 });
    expect(JSON.stringify(view)).not.toContain('canary');
    expect(view.alerts).toEqual({ unread: 1, inboxRevision: 4, mutedUntilMs: 99 });
  });

  it('are the preferences, the same object while the settings are', () => {
    const store = createAppStore();
    const preferencesNow = () => appViewOf(store.getState(), stamp).preferences;
    const first = preferencesNow();
    store.setState({ isWatchPaused: true });
    expect(preferencesNow()).toBe(first);
    const { accounts, activeAccountId, keychainEntries, refusedAccounts, ...others } = defaultSettings;
    const { tellWhens, mutedAgents, mutedUntilMs, knownProxies, ...shown } = others;
    expect(first).toEqual(shown);
  });
});
