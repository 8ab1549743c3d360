import { describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../../../../src/main/account/accounts.ts';
import { createWatching } from '../../../../src/main/account/watching.ts';
import { type AppState, createAppStore } from '../../../../src/main/state/store.ts';
import type { KeychainProblem, SecretPlace } from '../../../../src/shared/app-view.ts';
import type { Problem } from '../../../../src/shared/problem.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import { fail, type Result, succeed } from '../../../../src/shared/result.ts';
import { aDraft, anAccount, aReading } from '../../../fakes/builders.ts';
import { createFakeMonitor } from '../../../fakes/fake-monitor.ts';

const draft = aDraft({ agentUsers: ['ana', 'ben', 'ANA'] });
const { id } = anAccount();
const demo = anAccount({ id: 'demo', isDemo: true });

interface Given {
  readonly answer?: Result<Reading, Problem>;
  readonly place?: SecretPlace;
  readonly problem?: KeychainProblem;
  readonly isDeleted?: boolean;
}

function setUp(more: Given = {}, state: Partial<AppState> = {}, kept = new Map<string, string>()) {
  const store = createAppStore(state);
  const tryOnce = vi.fn(async () => more.answer ?? succeed(aReading('READY')));
  const monitor = createFakeMonitor();
  const watching = createWatching({ store, monitor, closeConnections: async () => undefined });
  const accounts = createAccounts({
    hideSecret: () => undefined,
    store,
    watching,
    tryOnce,
    secrets: {
      get: async (account) => kept.get(account) ?? null,
      set: async (account, password) => {
        kept.set(account, password);
        return more.place ?? { kind: 'keychain' };
      },
      problem: () => more.problem ?? null,
      delete: async (account) => {
        kept.delete(account);
        return more.isDeleted ?? true;
      },
    },
  });
  return { store, state: store.getState, kept, tryOnce, monitor, accounts };
}

async function connected(more: Given = {}) {
  const all = setUp(more);
  await all.accounts.connect(draft);
  return all;
}

describe('connecting', () => {
  it('keeps account and password only after the dialler accepted them', async () => {
    const { state, kept, accounts, monitor } = setUp();
    expect(await accounts.connect(draft)).toEqual(succeed({ kind: 'keychain' }));
    expect(kept).toEqual(new Map([[id, 'right']]));
    expect(state().settings).toMatchObject({
      activeAccountId: id,
      intervalMs: 7_000,
      accounts: [{ id, baseUrl: 'https://acme.croco-dial.net/goAPIv2', agentUsers: ['ana', 'ben'] }],
    });
    expect(JSON.stringify(state())).not.toContain('right');
    expect(monitor.watch).toHaveBeenLastCalledWith(['ana', 'ben'], expect.anything());
    expect(monitor.start).toHaveBeenCalledOnce();
  });

  it('keeps nothing when the dialler refuses, and asks only once', async () => {
    const { state, kept, accounts, tryOnce } = setUp({ answer: fail({ kind: 'wrong-credentials' }) });
    const before = state();
    expect(await accounts.connect(draft)).toEqual(
      fail({ kind: 'dialler', problem: { kind: 'wrong-credentials' } }),
    );
    expect(kept.size).toBe(0);
    expect(state()).toBe(before);
    expect(tryOnce).toHaveBeenCalledOnce();
  });

  it('takes "no such agent" for a good password', async () => {
    const { accounts } = setUp({ answer: fail({ kind: 'unknown-agent' }) });
    expect((await accounts.connect(draft)).ok).toBe(true);
  });

  it.each([
    ['an agent, with the password that is typed', { agentUsers: ['ana'] }, 'right', 'ana'],
    ['the API user when no agent is named', { agentUsers: [] }, 'right', 'api.user'],
  ])('asks about %s, and a test keeps nothing', async (_what, more, password, agentUser) => {
    const { accounts, tryOnce, kept, state } = setUp();
    kept.set(id, 'stored');
    const before = state();
    const report = await accounts.check({ ...draft, ...more });
    expect(report.ok).toBe(true);
    expect(tryOnce).toHaveBeenCalledExactlyOnceWith(expect.anything(), password, agentUser);
    expect(state()).toBe(before);
    expect(kept.get(id)).toBe('stored');
  });

  it('says what is wrong with an address without asking anybody', async () => {
    const { accounts, tryOnce } = setUp();
    expect(await accounts.check({ ...draft, server: 'http://acme.example' })).toEqual(
      fail({ kind: 'bad-address', reason: 'needs-https' }),
    );
    expect(tryOnce).not.toHaveBeenCalled();
  });
});

describe('an account of the settings', () => {
  it('is taken up at start with the password of the keychain', async () => {
    const { state, kept } = await connected();
    const next = setUp({}, { settings: state().settings }, kept);
    await next.accounts.resume();
    expect(next.state()).toMatchObject({ account: { id, isDemo: false }, secret: { kind: 'keychain' } });
    expect(next.monitor.start).toHaveBeenCalledOnce();
  });

  it('asks for the password when the keychain has none', async () => {
    const { state, kept, accounts, monitor } = await connected();
    kept.clear();
    await accounts.resume();
    expect(state().secret).toEqual({ kind: 'none' });
    expect(monitor.stop).toHaveBeenLastCalledWith({ kind: 'stopped', problem: { kind: 'no-password' } });
  });

  it('signs out by deleting the password, and in again with a good one', async () => {
    const { state, kept, accounts } = await connected();
    const signedOut = accounts.signOut();
    // Asking stops before we wait for the keychain.
    expect(state()).toMatchObject({ account: { id }, secret: { kind: 'none' } });
    await signedOut;
    expect(kept.size).toBe(0);
    expect(await accounts.signIn('again')).toEqual(succeed({ kind: 'keychain' }));
    expect(kept.get(id)).toBe('again');
  });

  it('says why there is no password when the keychain could not be read', async () => {
    const { state, kept, accounts } = await connected({ problem: 'refused' });
    kept.clear();
    await accounts.resume();
    expect(state().secret).toEqual({ kind: 'none', problem: 'refused' });
    kept.set(id, 'unlocked');
    await accounts.resumeLate();
    expect(state().secret).toEqual({ kind: 'keychain' });
  });

  it('stays signed out, whatever the keychain still gives', async () => {
    const { state, kept, accounts } = await connected();
    await accounts.signOut();
    kept.set(id, 'late');
    await accounts.resumeLate();
    expect(state().secret).toEqual({ kind: 'none' });
  });

  it('says when a password may have stayed in the keychain, until the next one is there', async () => {
    const { state, accounts } = await connected({ isDeleted: false });
    await accounts.signOut();
    expect(state().notices).toEqual([{ kind: 'password-left' }]);
    await accounts.signIn('again');
    expect(state().notices).toEqual([]);
  });

  it('is forgotten whole', async () => {
    const { state, kept, accounts } = await connected();
    await accounts.forget();
    expect(kept.size).toBe(0);
    expect(state()).toMatchObject({ account: null, settings: { accounts: [], activeAccountId: null } });
  });

  it('remembers that a password is here for this run only', async () => {
    const place = { kind: 'session', reason: 'refused' } as const;
    const { state, accounts } = await connected({ place });
    await accounts.resume();
    expect(state().secret).toEqual(place);
  });

  it('takes over how the dialler’s list spells an agent, with all that goes by the name', async () => {
    const { state, accounts, monitor } = await connected();
    accounts.setAgents(['ana', 'ben', 'Ben']);
    accounts.respell((user) => (user === 'ana' ? 'Ana.Ruiz' : user));
    expect(state().settings.accounts[0]?.agentUsers).toEqual(['Ana.Ruiz', 'ben']);
    expect(monitor.watch).toHaveBeenLastCalledWith(['Ana.Ruiz', 'ben'], expect.anything());
  });

  it('keeps changes of who is watched', async () => {
    const { state, accounts } = await connected();
    accounts.setAgents(['ben', 'cai']);
    expect(state().settings.accounts[0]).toMatchObject({ id, agentUsers: ['ben', 'cai'] });
  });

  it('loses no agent who was added while the dialler or the keychain kept us waiting', async () => {
    const { state, accounts, tryOnce } = await connected();
    tryOnce.mockImplementationOnce(async () => {
      accounts.setAgents(['ana', 'ben', 'cai']);
      return succeed(aReading('READY'));
    });
    await accounts.signIn('again');
    expect(state().account?.agentUsers).toEqual(['ana', 'ben', 'cai']);
    const resumed = accounts.resume();
    accounts.setAgents(['ana']);
    await resumed;
    expect(state().account?.agentUsers).toEqual(['ana']);
  });

  it('is not touched by the demo: not by signing in or out, nor by who is watched in it', async () => {
    const { store, state, kept, accounts } = await connected();
    store.setState({ account: demo });
    const { settings } = state();
    await accounts.signOut();
    await accounts.forget();
    expect(await accounts.signIn('again')).toEqual(fail({ kind: 'invalid-request' }));
    expect(kept).toEqual(new Map([[id, 'right']]));
    expect(state().account).toBe(demo);
    accounts.setAgents(['x', 'y']);
    expect(state().account?.agentUsers).toEqual(['x', 'y']);
    expect(state().settings).toBe(settings);
  });

  it('takes over nothing of the demo: neither its agents, nor that it was paused', async () => {
    const { store, state, accounts, monitor } = await connected();
    store.setState({ account: demo, isWatchPaused: true });
    monitor.watch.mockClear();
    const resumed = accounts.resume();
    expect(monitor.watch).toHaveBeenNthCalledWith(1, [], expect.anything());
    expect(state()).toMatchObject({ account: { id }, isWatchPaused: false });
    await resumed;
    expect(state()).toMatchObject({ account: { id }, isWatchPaused: false });
  });
});
