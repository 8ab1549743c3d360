import { describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../../../../src/main/account/accounts.ts';
import { createTurns } from '../../../../src/main/account/turns.ts';
import { createWatching } from '../../../../src/main/account/watching.ts';
import { createWords } from '../../../../src/main/app/words.ts';
import { inboxViewOf } from '../../../../src/main/inbox/inbox-view.ts';
import { answersOf } from '../../../../src/main/page/handlers.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { exportDictionary } from '../../../../src/main/statuses/dictionary-text.ts';
import type { AccountDraft } from '../../../../src/shared/account.ts';
import { succeed } from '../../../../src/shared/result.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { mostTellWhens } from '../../../../src/shared/tell-when.ts';
import type { Monitor } from '../../../../src/watch/monitor/monitor.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { anAccount, anAgent, aReading } from '../../../fakes/builders.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const draft: AccountDraft = {
  server: 'acme',
  apiUser: 'api.user',
  password: 'right',
  agentUsers: ['ana'],
  method: 'post',
  format: 'json',
  intervalMs: 7_000,
};
const demoAccount = anAccount({ id: 'demo', isDemo: true });

/** A dialler that answers when told to, and a demo that is one when started. */
function setUp() {
  const store = createAppStore();
  const monitor: Monitor = {
    watch: vi.fn(),
    start: vi.fn(),
    stop: vi.fn(),
    refresh: vi.fn(),
    load: vi.fn(),
    reinterpret: vi.fn(),
  };
  const watching = createWatching({ store, monitor, closeConnections: async () => undefined });
  const answered = Promise.withResolvers<void>();
  const steps: string[] = [];
  const accounts = createAccounts({
    hideSecret: () => undefined,
    store,
    watching,
    tryOnce: async () => {
      await answered.promise;
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
  const alerts = { acknowledge: vi.fn(), clear: vi.fn(), restore: vi.fn() };
  const others = { mute: vi.fn(), testNotification: vi.fn(), openCrm: vi.fn(async () => succeed(null)) };
  const answers = answersOf({
    store,
    accounts,
    demo,
    watching,
    refresh: monitor.refresh,
    load: monitor.load,
    push: { fetchView: vi.fn(), changesSince: vi.fn() },
    hidePopover: () => undefined,
    reloadPage: () => undefined,
    log: createQuietLog(),
    copyText: async (text) => void copied.push(text),
    copyDiagnostics: async () => void copied.push('diagnostics'),
    alerts,
    inboxView: () => inboxViewOf(store.getState(), createWords()),
    roster: { get: vi.fn(), keep: vi.fn() },
    ...others,
    inTurn: createTurns(),
  });
  return { store, answers, answered, demo, steps, copied, alerts, ...others };
}

describe('changes of account that overlap', () => {
  it('happen one after another: who signs out while a sign-in is under way ends signed out', async () => {
    const { store, answers, answered } = setUp();
    answered.resolve();
    await answers.connectAccount({ draft });
    const both = [answers.signIn({ password: 'right' }), answers.signOut({})];
    await Promise.all(both);
    expect(store.getState()).toMatchObject({ account: { isDemo: false }, secret: { kind: 'none' } });
  });

  it('leave the demo running when it was asked for last', async () => {
    const { store, answers, answered, steps } = setUp();
    const connected = answers.connectAccount({ draft });
    const started = answers.startDemo({});
    answered.resolve();
    await Promise.all([connected, started]);
    expect(store.getState().account).toMatchObject({ id: 'demo' });
    expect(steps).toEqual(['demo stops', 'demo starts']);
  });

  it('do not start anew an account that was never left', async () => {
    const { store, answers, answered } = setUp();
    answered.resolve();
    await answers.connectAccount({ draft });
    const { account } = store.getState();
    await answers.stopDemo({});
    expect(store.getState().account).toBe(account);
  });
});

describe('what the page asks about an agent', () => {
  it('is answered from the last reading, and refused for a stranger', async () => {
    const { store, answers, copied } = setUp();
    const reading = aReading('IN CALL', { inCallWith: '15550100123', callerId: '1', leadId: '7' });
    store.setState({ agents: new Map([['ana', anAgent('ana', reading)]]) });
    expect(await answers.revealAgent({ agentUser: 'ana' })).toEqual(
      succeed({ inCallWith: '15550100123', callerId: '1' }),
    );
    expect(await answers.revealAgent({ agentUser: 'ben' })).toMatchObject({ ok: false });
    expect(await answers.copyFromAgent({ agentUser: 'ana', field: 'leadId' })).toMatchObject({ ok: true });
    expect(await answers.copyFromAgent({ agentUser: 'ana', field: 'vendorLeadCode' })).toMatchObject({
      ok: false,
    });
    expect(copied).toEqual(['7']);
  });
});

const watched = (...users: string[]) =>
  new Map(users.map((user) => [user, anAgent(user, aReading('READY'))] as const));

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

  it('arms for each event once, and disarms it', async () => {
    const { store, answers } = setUp();
    store.setState({ agents: watched('ana') });
    const arm = (event: 'free' | 'back', isArmed: boolean) =>
      answers.tellWhen({ agentUser: 'ana', event, isArmed });
    await arm('free', true);
    await arm('back', true);
    await arm('free', true);
    expect(store.getState().settings.tellWhens).toEqual([
      { agentUser: 'ana', event: 'back' },
      { agentUser: 'ana', event: 'free' },
    ]);
    await arm('back', false);
    expect(store.getState().settings.tellWhens).toEqual([{ agentUser: 'ana', event: 'free' }]);
  });

  it('keeps no more than can be kept, the latest', async () => {
    const { store, answers } = setUp();
    const users = Array.from({ length: mostTellWhens + 5 }, (_, index) => `agent${index}`);
    store.setState({ agents: watched(...users) });
    for (const agentUser of users) {
      await answers.tellWhen({ agentUser, event: 'free', isArmed: true });
    }
    const { tellWhens } = store.getState().settings;
    expect(tellWhens).toHaveLength(mostTellWhens);
    expect(tellWhens.at(-1)?.agentUser).toBe(users.at(-1));
  });

  it('takes names that nobody watches off its lists, and puts none on them', async () => {
    const { store, answers } = setUp();
    const gone = { mutedAgents: ['zoe'], tellWhens: [{ agentUser: 'zoe', event: 'free' } as const] };
    store.setState({ settings: { ...defaultSettings, ...gone } });
    const refused = { ok: false, error: { kind: 'invalid-request' } };
    expect(await answers.muteAgent({ agentUser: 'yan', isMuted: true })).toEqual(refused);
    expect(await answers.tellWhen({ agentUser: 'yan', event: 'free', isArmed: true })).toEqual(refused);
    expect(store.getState().settings).toMatchObject(gone);
    await answers.muteAgent({ agentUser: 'zoe', isMuted: false });
    await answers.tellWhen({ agentUser: 'zoe', event: 'free', isArmed: false });
    expect(store.getState().settings).toMatchObject({ mutedAgents: [], tellWhens: [] });
  });

  it('goes to the part that owns the matter', async () => {
    const { answers, alerts, mute, testNotification, openCrm } = setUp();
    await answers.acknowledge({ id: 7 });
    await answers.acknowledge({ id: null });
    expect(alerts.acknowledge.mock.calls).toEqual([[7], [null]]);
    await answers.clearInbox({});
    expect(alerts.clear).toHaveBeenCalledOnce();
    expect(alerts.restore).not.toHaveBeenCalled();
    await answers.restoreInbox({});
    expect(alerts.restore).toHaveBeenCalledOnce();
    await answers.mute({ span: '1-hour' });
    await answers.mute({ span: null });
    expect(mute.mock.calls).toEqual([['1-hour'], [null]]);
    await answers.testNotification({});
    expect(testNotification).toHaveBeenCalledOnce();
    await answers.openCrm({ agentUser: 'ana' });
    expect(openCrm).toHaveBeenCalledExactlyOnceWith('ana');
  });

  it('lists the inbox newest first', async () => {
    const { store, answers } = setUp();
    store.setState({ inbox: [anAlert(1), anAlert(2)] });
    const listed = await answers.listInbox({});
    expect(listed.ok && listed.value.alerts.map(({ id }) => id)).toEqual([2, 1]);
  });

  it('reveals, copies and opens nothing of a customer while presenting', async () => {
    const { store, answers, copied, openCrm } = setUp();
    store.setState({
      agents: new Map([['ana', anAgent('ana', aReading('IN CALL', { inCallWith: '15550100123' }))]]),
      settings: { ...defaultSettings, isPresenting: true },
    });
    const refused = { ok: false, error: { kind: 'invalid-request' } };
    expect(await answers.revealAgent({ agentUser: 'ana' })).toEqual(refused);
    expect(await answers.copyFromAgent({ agentUser: 'ana', field: 'inCallWith' })).toEqual(refused);
    expect(await answers.openCrm({ agentUser: 'ana' })).toEqual(refused);
    expect(copied).toEqual([]);
    expect(openCrm).not.toHaveBeenCalled();
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

it('an agent renamed stays where it was among the watched; a stranger is not renamed', async () => {
  const { store, answers, answered } = setUp();
  answered.resolve();
  await answers.connectAccount({ draft: { ...draft, agentUsers: ['ana', 'ben'] } });
  store.setState(({ settings }) => ({ settings: { ...settings, me: 'ana' } }));
  expect(await answers.renameAgent({ agentUser: 'ana', newUser: 'Ana' })).toEqual(succeed(null));
  expect(store.getState()).toMatchObject({
    account: { agentUsers: ['Ana', 'ben'] },
    settings: { me: 'Ana' },
  });
  expect(await answers.renameAgent({ agentUser: 'zoe', newUser: 'Zoe' })).toMatchObject({ ok: false });
});

it('has the diagnostics copied and hands the page nothing of them', async () => {
  const { answers, copied } = setUp();
  expect(await answers.copyDiagnostics({})).toEqual(succeed(null));
  expect(copied).toEqual(['diagnostics']);
});
