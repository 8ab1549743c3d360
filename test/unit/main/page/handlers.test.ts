import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../../../../src/main/account/accounts.ts';
import { createAttempts } from '../../../../src/main/account/attempts.ts';
import { createTurns } from '../../../../src/main/account/turns.ts';
import { createWatching } from '../../../../src/main/account/watching.ts';
import { answersOf } from '../../../../src/main/page/handlers.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { exportDictionary } from '../../../../src/main/statuses/dictionary-text.ts';
import { mostAgentsAtOnce } from '../../../../src/shared/account.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { mostTellWhens } from '../../../../src/shared/tell-when.ts';
import { aDraft, anAccount, anAgent, aReading } from '../../../fakes/builders.ts';
import { createFakeMonitor } from '../../../fakes/fake-monitor.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const demoAccount = anAccount({ id: 'demo', isDemo: true });
const refused = { ok: false, error: { kind: 'invalid-request' } };

/** A dialler that keeps us waiting a little, and a demo that is one when started. */
function setUp() {
  const store = createAppStore();
  const monitor = createFakeMonitor();
  const watching = createWatching({ store, monitor, closeConnections: async () => undefined });
  const steps: string[] = [];
  const accounts = createAccounts({
    hideSecret: () => undefined,
    store,
    watching,
    tryOnce: async () => {
      await setImmediate();
      return succeed(aReading('READY'));
    },
    secrets: {
      get: async () => 'right',
      set: async () => ({ kind: 'keychain' }),
      problem: () => null,
      delete: async () => true,
    },
  });
  const demo = {
    start: vi.fn(async () => {
      steps.push('demo starts');
      watching.switchTo(demoAccount, { kind: 'demo' });
    }),
    stop: vi.fn(async () => void steps.push('demo stops')),
  };
  const copied: string[] = [];
  const roster = { get: vi.fn(), keep: vi.fn() };
  const alerts = { acknowledge: vi.fn(), clear: vi.fn(), restore: vi.fn() };
  const others = { mute: vi.fn(), testNotification: vi.fn(), openCrm: vi.fn(async () => succeed(null)) };
  const proxyLogins = {
    set: vi.fn(async () => succeed({ kind: 'keychain' } as const)),
    forget: vi.fn(async () => undefined),
  };
  const answers = answersOf({
    store,
    accounts,
    attempt: createAttempts({ nowMs: () => 0 }),
    demo,
    proxyLogins,
    watching,
    refresh: monitor.refresh,
    load: monitor.load,
    push: { fetchView: vi.fn(), changesSince: vi.fn() },
    lookAt: () => undefined,
    hidePopover: () => undefined,
    reloadPage: () => undefined,
    log: createQuietLog(),
    copyText: async (text) => void copied.push(text),
    copyDiagnostics: async () => void copied.push('diagnostics'),
    alerts,
    inboxView: vi.fn(),
    roster,
    ...others,
    inTurn: createTurns(),
  });
  return { store, answers, demo, steps, copied, alerts, roster, ...others };
}

describe('changes of account that overlap', () => {
  it('happen one after another: who signs out while a sign-in is under way ends signed out', async () => {
    const { store, answers } = setUp();
    await answers.connectAccount({ draft: aDraft() });
    await Promise.all([answers.signIn({ password: 'right' }), answers.signOut({})]);
    expect(store.getState()).toMatchObject({ account: { isDemo: false }, secret: { kind: 'none' } });
  });

  it('leave the demo running when it was asked for last', async () => {
    const { store, answers, steps } = setUp();
    await Promise.all([answers.connectAccount({ draft: aDraft() }), answers.startDemo({})]);
    expect(store.getState().account).toMatchObject({ id: 'demo' });
    expect(steps).toEqual(['demo stops', 'demo starts']);
  });

  it('do not start anew an account that was never left', async () => {
    const { store, answers } = setUp();
    await answers.connectAccount({ draft: aDraft() });
    const { account } = store.getState();
    await answers.stopDemo({});
    expect(store.getState().account).toBe(account);
  });
});

const watched = (...users: string[]) =>
  new Map(users.map((user) => [user, anAgent(user, aReading('READY'))] as const));

describe('what the page asks about an agent', () => {
  const reading = aReading('IN CALL', { inCallWith: '15550100123', callerId: '1', leadId: '7' });
  const agents = new Map([['ana', anAgent('ana', reading)]]);

  it('is answered from the last reading, and refused for a stranger', async () => {
    const { store, answers, copied } = setUp();
    store.setState({ agents });
    expect(await answers.revealAgent({ agentUser: 'ana' })).toEqual(
      succeed({ inCallWith: '15550100123', callerId: '1' }),
    );
    expect(await answers.revealAgent({ agentUser: 'ben' })).toEqual(refused);
    expect(await answers.copyFromAgent({ agentUser: 'ana', field: 'leadId' })).toMatchObject({ ok: true });
    expect(await answers.copyFromAgent({ agentUser: 'ana', field: 'vendorLeadCode' })).toEqual(refused);
    expect(copied).toEqual(['7']);
  });

  it('is refused while presenting: nothing of a customer is revealed, copied or opened', async () => {
    const { store, answers, copied, openCrm } = setUp();
    store.setState({ agents, settings: { ...defaultSettings, isPresenting: true } });
    expect(await answers.revealAgent({ agentUser: 'ana' })).toEqual(refused);
    expect(await answers.copyFromAgent({ agentUser: 'ana', field: 'inCallWith' })).toEqual(refused);
    expect(await answers.openCrm({ agentUser: 'ana' })).toEqual(refused);
    expect(copied).toEqual([]);
    expect(openCrm).not.toHaveBeenCalled();
  });
});

describe('what the page asks about alerts', () => {
  it('mutes one agent and unmutes them again, once each and nobody else', async () => {
    const { store, answers } = setUp();
    store.setState({ agents: watched('ana', 'ben') });
    const mute = (agentUser: string, isMuted: boolean) => answers.muteAgent({ agentUser, isMuted });
    for (const user of ['ana', 'ben', 'ana']) expect(await mute(user, true)).toEqual(succeed(null));
    expect(store.getState().settings.mutedAgents).toEqual(['ben', 'ana']);
    await mute('ben', false);
    expect(store.getState().settings.mutedAgents).toEqual(['ana']);
  });

  it('arms for each event once, the latest as many as can be kept, and disarms', async () => {
    const { store, answers } = setUp();
    const users = Array.from({ length: mostTellWhens + 5 }, (_, index) => `agent${index}`);
    store.setState({ agents: watched('ana', ...users) });
    const arm = (agentUser: string, event: 'free' | 'back', isArmed = true) =>
      answers.tellWhen({ agentUser, event, isArmed });
    const armed = () =>
      store.getState().settings.tellWhens.map(({ agentUser, event }) => `${agentUser} ${event}`);
    for (const event of ['free', 'back', 'free'] as const) await arm('ana', event);
    expect(armed()).toEqual(['ana back', 'ana free']);
    await arm('ana', 'back', false);
    expect(armed()).toEqual(['ana free']);
    for (const user of users) await arm(user, 'free');
    expect(armed()).toEqual(users.slice(5).map((user) => `${user} free`));
  });

  it('takes names that nobody watches off its lists, and puts none on them', async () => {
    const { store, answers } = setUp();
    const gone = { mutedAgents: ['zoe'], tellWhens: [{ agentUser: 'zoe', event: 'free' } as const] };
    store.setState({ settings: { ...defaultSettings, ...gone } });
    expect(await answers.muteAgent({ agentUser: 'yan', isMuted: true })).toEqual(refused);
    expect(await answers.tellWhen({ agentUser: 'yan', event: 'free', isArmed: true })).toEqual(refused);
    expect(store.getState().settings).toMatchObject(gone);
    await answers.muteAgent({ agentUser: 'zoe', isMuted: false });
    await answers.tellWhen({ agentUser: 'zoe', event: 'free', isArmed: false });
    expect(store.getState().settings).toMatchObject({ mutedAgents: [], tellWhens: [] });
  });

  it('goes to the part that owns the matter', async () => {
    const { answers, alerts, mute, testNotification, openCrm, copied } = setUp();
    for (const id of [7, null]) await answers.acknowledge({ id });
    expect(alerts.acknowledge.mock.calls).toEqual([[7], [null]]);
    await answers.clearInbox({});
    expect(alerts.clear).toHaveBeenCalledOnce();
    expect(alerts.restore).not.toHaveBeenCalled();
    await answers.restoreInbox({});
    expect(alerts.restore).toHaveBeenCalledOnce();
    for (const span of ['1-hour', null] as const) await answers.mute({ span });
    expect(mute.mock.calls).toEqual([['1-hour'], [null]]);
    await answers.testNotification({});
    expect(testNotification).toHaveBeenCalledOnce();
    await answers.openCrm({ agentUser: 'ana' });
    expect(openCrm).toHaveBeenCalledExactlyOnceWith('ana');
    expect(await answers.copyDiagnostics({})).toEqual(succeed(null));
    expect(copied).toEqual(['diagnostics']);
  });

  it('copies the dictionary out and takes one in, or leaves all as it was', async () => {
    const { store, answers, copied } = setUp();
    const own = { status: 'ESPERA', family: 'ready', label: 'Waiting', limitMs: null } as const;
    const other = { status: 'CHAT', family: 'in-call', label: '', limitMs: null } as const;
    store.setState({ settings: { ...defaultSettings, dictionary: [own] } });
    expect(await answers.exportDictionary({})).toEqual(succeed({ count: 1 }));
    expect(copied).toEqual([exportDictionary([own])]);
    expect(await answers.importDictionary({ text: exportDictionary([other]) })).toEqual(
      succeed({ count: 1 }),
    );
    expect(store.getState().settings.dictionary).toEqual([own, other]);
    const before = store.getState().settings;
    expect(await answers.importDictionary({ text: 'else' })).toMatchObject({ ok: false });
    expect(store.getState().settings).toBe(before);
  });

  it('changes the preferences it names and no others', async () => {
    const { store, answers } = setUp();
    const { settings } = store.getState();
    await answers.changePreferences({ change: { isPresenting: true, me: 'ana' } });
    expect(store.getState().settings).toEqual({ ...settings, isPresenting: true, me: 'ana' });
  });
});

describe('a page that was taken over', () => {
  it('cannot fill the lists: who is watched is bounded, and only the watched are kept on', async () => {
    const { store, answers, roster } = setUp();
    const ana = anAgent('ana', aReading('READY'));
    store.setState({ account: demoAccount, agents: new Map([['ana', ana]]) });
    const names = Array.from({ length: mostAgentsAtOnce + 1 }, (_, index) => `agent${index}`);
    expect(await answers.addAgents({ agentUsers: names })).toEqual(fail({ kind: 'invalid-request' }));
    await answers.keepDrifted({ agentUsers: ['ana', 'nobody'] });
    expect(roster.keep).toHaveBeenCalledExactlyOnceWith(['ana']);
  });

  it('cannot try connections at once', async () => {
    const { answers } = setUp();
    const both = await Promise.all([1, 2].map(() => answers.checkAccount({ draft: aDraft() })));
    expect(both).toMatchObject([{ ok: true }, { error: { kind: 'too-many-attempts' } }]);
  });
});
