import { describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../../../../src/main/account/accounts.ts';
import { createWatching } from '../../../../src/main/account/watching.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { AccountDraft } from '../../../../src/shared/account.ts';
import type { KeychainProblem, SecretPlace } from '../../../../src/shared/app-view.ts';
import type { Problem } from '../../../../src/shared/problem.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import { fail, type Result, succeed } from '../../../../src/shared/result.ts';
import type { Monitor } from '../../../../src/watch/monitor/monitor.ts';
import { anAccount, aReading } from '../../../fakes/builders.ts';

const draft: AccountDraft = {
  server: 'acme',
  apiUser: 'api.user',
  password: 'right',
  agentUsers: ['ana', 'ben', 'ana'],
  method: 'post',
  format: 'json',
  intervalMs: 7_000,
};
const id = 'api.user@acme.croco-dial.net';

interface Given {
  readonly answer?: Result<Reading, Problem>;
  readonly place?: SecretPlace;
  readonly problem?: KeychainProblem;
  readonly isDeleted?: boolean;
}

function setUp(more: Given = {}) {
  const store = createAppStore();
  const kept = new Map<string, string>();
  const tryOnce = vi.fn(async () => more.answer ?? succeed(aReading('READY')));
  const monitor: Monitor = {
    watch: vi.fn(),
    start: vi.fn(),
    stop: vi.fn(),
    refresh: vi.fn(),
    load: vi.fn(),
    reinterpret: vi.fn(),
  };
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
  return { store, kept, tryOnce, monitor, accounts };
}

describe('connecting', () => {
  it('keeps account and password only after the dialler accepted them', async () => {
    const { store, kept, accounts, monitor } = setUp();
    expect(await accounts.connect(draft)).toEqual(succeed({ kind: 'keychain' }));
    expect(kept).toEqual(new Map([[id, 'right']]));
    expect(store.getState().settings).toMatchObject({
      activeAccountId: id,
      intervalMs: 7_000,
      accounts: [{ id, baseUrl: 'https://acme.croco-dial.net/goAPIv2', agentUsers: ['ana', 'ben'] }],
    });
    expect(JSON.stringify(store.getState())).not.toContain('right');
    expect(monitor.watch).toHaveBeenLastCalledWith(['ana', 'ben'], expect.anything());
    expect(monitor.start).toHaveBeenCalledOnce();
  });

  it('keeps nothing when the dialler refuses, and asks only once', async () => {
    const { store, kept, accounts, tryOnce } = setUp({ answer: fail({ kind: 'wrong-credentials' }) });
    const before = store.getState();
    expect(await accounts.connect(draft)).toEqual(
      fail({ kind: 'dialler', problem: { kind: 'wrong-credentials' } }),
    );
    expect(kept.size).toBe(0);
    expect(store.getState()).toBe(before);
    expect(tryOnce).toHaveBeenCalledOnce();
  });

  it('takes "no such agent" for a good password', async () => {
    const { accounts } = setUp({ answer: fail({ kind: 'unknown-agent' }) });
    expect((await accounts.connect(draft)).ok).toBe(true);
  });

  it('asks about the API user when no agent is named', async () => {
    const { accounts, tryOnce } = setUp();
    await accounts.check({ ...draft, agentUsers: [] });
    expect(tryOnce).toHaveBeenCalledWith(expect.anything(), 'right', 'api.user');
  });

  it('says what is wrong with an address without asking anybody', async () => {
    const { accounts, tryOnce } = setUp();
    expect(await accounts.check({ ...draft, server: 'http://acme.example' })).toEqual(
      fail({ kind: 'bad-address', reason: 'needs-https' }),
    );
    expect(tryOnce).not.toHaveBeenCalled();
  });

  it('uses the stored password when none is typed', async () => {
    const { accounts, tryOnce, kept } = setUp();
    kept.set(id, 'stored');
    await accounts.connect({ ...draft, password: '' });
    expect(tryOnce).toHaveBeenCalledWith(expect.anything(), 'stored', 'ana');
  });

  it('a test keeps nothing', async () => {
    const { store, kept, accounts } = setUp();
    const before = store.getState();
    expect(await accounts.check(draft)).toMatchObject({
      ok: true,
      value: { agentUser: 'ana', status: 'READY' },
    });
    expect(store.getState()).toBe(before);
    expect(kept.size).toBe(0);
  });
});

describe('an account of the settings', () => {
  it('is taken up at start with the password of the keychain', async () => {
    const { store, kept, accounts, monitor } = setUp();
    await accounts.connect(draft);
    const { settings } = store.getState();
    const next = setUp();
    next.store.setState({ settings });
    for (const [key, value] of kept) next.kept.set(key, value);
    await next.accounts.resume();
    expect(next.store.getState()).toMatchObject({
      account: { id, isDemo: false },
      secret: { kind: 'keychain' },
    });
    expect(next.monitor.start).toHaveBeenCalledOnce();
    expect(monitor.start).toHaveBeenCalledOnce();
  });

  it('asks for the password when the keychain has none', async () => {
    const { store, kept, accounts, monitor } = setUp();
    await accounts.connect(draft);
    kept.clear();
    await accounts.resume();
    expect(store.getState().secret).toEqual({ kind: 'none' });
    expect(monitor.stop).toHaveBeenLastCalledWith({ kind: 'stopped', problem: { kind: 'no-password' } });
  });

  it('signs out by deleting the password, and in again with a good one', async () => {
    const { store, kept, accounts } = setUp();
    await accounts.connect(draft);
    await accounts.signOut();
    expect(kept.size).toBe(0);
    expect(store.getState()).toMatchObject({ account: { id }, secret: { kind: 'none' } });
    expect(await accounts.signIn('again')).toEqual(succeed({ kind: 'keychain' }));
    expect(kept.get(id)).toBe('again');
  });

  it('says why there is no password when the keychain could not be read', async () => {
    const { store, kept, accounts } = setUp({ problem: 'refused' });
    await accounts.connect(draft);
    kept.clear();
    await accounts.resume();
    expect(store.getState().secret).toEqual({ kind: 'none', problem: 'refused' });
    kept.set(id, 'unlocked');
    await accounts.resumeLate();
    expect(store.getState().secret).toEqual({ kind: 'keychain' });
  });

  it('stays signed out, whatever the keychain still gives', async () => {
    const { store, kept, accounts } = setUp();
    await accounts.connect(draft);
    await accounts.signOut();
    kept.set(id, 'late');
    await accounts.resumeLate();
    expect(store.getState().secret).toEqual({ kind: 'none' });
  });

  it('says when a password may have stayed in the keychain, until the next one is there', async () => {
    const { store, accounts } = setUp({ isDeleted: false });
    await accounts.connect(draft);
    await accounts.signOut();
    expect(store.getState().notices).toEqual([{ kind: 'password-left' }]);
    await accounts.signIn('again');
    expect(store.getState().notices).toEqual([]);
  });

  it('is forgotten whole', async () => {
    const { store, kept, accounts } = setUp();
    await accounts.connect(draft);
    await accounts.forget();
    expect(kept.size).toBe(0);
    expect(store.getState()).toMatchObject({
      account: null,
      settings: { accounts: [], activeAccountId: null },
    });
  });

  it('remembers that a password is here for this run only', async () => {
    const place = { kind: 'session', reason: 'refused' } as const;
    const { store, accounts } = setUp({ place });
    await accounts.connect(draft);
    await accounts.resume();
    expect(store.getState().secret).toEqual(place);
  });

  it('keeps changes of who is watched', async () => {
    const { store, accounts } = setUp();
    await accounts.connect(draft);
    accounts.setAgents(['ben', 'cai']);
    expect(store.getState().settings.accounts[0]).toMatchObject({ id, agentUsers: ['ben', 'cai'] });
    expect(store.getState().settings.accounts[0]).not.toHaveProperty('isDemo');
  });

  it('loses no agent who was added while the dialler or the keychain kept us waiting', async () => {
    const { store, accounts, tryOnce } = setUp();
    await accounts.connect(draft);
    tryOnce.mockImplementationOnce(async () => {
      accounts.setAgents(['ana', 'ben', 'cai']);
      return succeed(aReading('READY'));
    });
    await accounts.signIn('again');
    expect(store.getState().account?.agentUsers).toEqual(['ana', 'ben', 'cai']);
    const resumed = accounts.resume();
    accounts.setAgents(['ana']);
    await resumed;
    expect(store.getState().account?.agentUsers).toEqual(['ana']);
  });

  it('stops asking before it waits for the keychain to delete the password', async () => {
    const { store, accounts } = setUp();
    await accounts.connect(draft);
    const signedOut = accounts.signOut();
    expect(store.getState().secret).toEqual({ kind: 'none' });
    await signedOut;
  });

  it('is not touched by signing in or out while the demo runs', async () => {
    const { store, kept, accounts } = setUp();
    await accounts.connect(draft);
    const demo = anAccount({ id: 'demo', isDemo: true });
    store.setState({ account: demo });
    await accounts.signOut();
    await accounts.forget();
    expect(await accounts.signIn('again')).toEqual(fail({ kind: 'invalid-request' }));
    expect(kept).toEqual(new Map([[id, 'right']]));
    expect(store.getState()).toMatchObject({ account: demo, settings: { activeAccountId: id } });
  });

  it('takes over nothing of the demo: neither its agents, nor that it was paused', async () => {
    const { store, accounts, monitor } = setUp();
    await accounts.connect(draft);
    store.setState({
      account: anAccount({ id: 'demo', isDemo: true, agentUsers: ['ana'] }),
      isWatchPaused: true,
    });
    vi.mocked(monitor.watch).mockClear();
    const resumed = accounts.resume();
    expect(monitor.watch).toHaveBeenNthCalledWith(1, [], expect.anything());
    expect(store.getState()).toMatchObject({ account: { id }, isWatchPaused: false });
    await resumed;
    expect(store.getState()).toMatchObject({ account: { id }, isWatchPaused: false });
  });

  it('is not touched by who is watched in the demo', () => {
    const { store, accounts } = setUp();
    store.setState({ account: anAccount({ id: 'demo', agentUsers: ['x'], isDemo: true }) });
    const { settings } = store.getState();
    accounts.setAgents(['x', 'y']);
    expect(store.getState().account?.agentUsers).toEqual(['x', 'y']);
    expect(store.getState().settings).toBe(settings);
  });
});
