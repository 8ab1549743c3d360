import { describe, expect, it, vi } from 'vitest';
import { createAccess } from '../../../../src/main/account/access.ts';
import { createAccounts } from '../../../../src/main/account/accounts.ts';
import { noteEntry, storedPasswordsOf } from '../../../../src/main/account/entries.ts';
import { canTryAgain, followRefusals } from '../../../../src/main/account/refused.ts';
import { createSecrets } from '../../../../src/main/account/secrets.ts';
import { createWatching } from '../../../../src/main/account/watching.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Health } from '../../../../src/shared/health.ts';
import type { Problem } from '../../../../src/shared/problem.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { aReading } from '../../../fakes/builders.ts';
import { createFakeKeychain } from '../../../fakes/fake-keychain.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const draft = {
  server: 'acme',
  apiUser: 'api',
  password: 'right',
  agentUsers: ['ana'],
  method: 'post',
  format: 'json',
  intervalMs: 7_000,
} as const;
const id = 'api@acme.croco-dial.net';
const refused: Problem = { kind: 'wrong-credentials' };

/** One run of the app after another, with one keychain and what the settings file would hold. */
function startRun(keychain = createFakeKeychain(), settings: Settings = defaultSettings) {
  const store = createAppStore({ settings });
  const asked: string[] = [];
  let accepted = 'right';
  const secrets = createSecrets({
    service: 'test',
    log: createQuietLog(),
    loadKeychain: async () => keychain,
    noteEntry: (name, mayBeThere) => noteEntry(store, name, mayBeThere),
  });
  const stop = vi.fn((health: Health) => store.setState({ health }));
  const start = vi.fn(() => store.setState({ health: { kind: 'ok', sinceMs: 0 } }));
  const watching = createWatching({
    store,
    monitor: { watch: vi.fn(), start, stop, refresh: vi.fn(), load: vi.fn(), reinterpret: vi.fn() },
    closeConnections: async () => undefined,
  });
  followRefusals(store);
  const accounts = createAccounts({
    store,
    secrets,
    watching,
    hideSecret: () => undefined,
    tryOnce: async (_account, password) => {
      asked.push(password);
      return password === accepted ? succeed(aReading('READY')) : fail(refused);
    },
  });
  return {
    store,
    accounts,
    keychain,
    asked,
    start,
    access: createAccess({ store, secrets, demo: { password: () => null } }),
    entries: () => [...keychain.entries.keys()].map((key) => key.replace('test/', '')),
    listed: () => storedPasswordsOf(store.getState().settings.keychainEntries),
    /** The dialler takes this one from now on. */
    accept: (password: string) => {
      accepted = password;
    },
    /** As the monitor does once it is sure. */
    refuse: () => stop({ kind: 'stopped', problem: refused }),
    nextRun: () => startRun(keychain, store.getState().settings),
  };
}

async function connected() {
  const run = startRun();
  await run.accounts.connect(draft);
  return run;
}

describe('a password in the keychain', () => {
  it('is listed, and nothing else is', async () => {
    const { entries, listed } = await connected();
    expect(entries()).toEqual([id]);
    expect(listed()).toEqual([id]);
  });

  it('goes with its account when server or user change', async () => {
    const { accounts, entries, listed, store } = await connected();
    await accounts.connect({ ...draft, apiUser: 'other' });
    await accounts.connect({ ...draft, server: 'elsewhere' });
    expect(entries()).toEqual(['api@elsewhere.croco-dial.net']);
    expect(listed()).toEqual(entries());
    expect(store.getState().settings.accounts).toHaveLength(1);
  });

  it('goes with the account that is forgotten', async () => {
    const { accounts, entries, listed } = await connected();
    await accounts.forget();
    expect([entries(), listed()]).toEqual([[], []]);
  });

  it('can be deleted from the list: the one in use signs out, another takes its account along', async () => {
    const { accounts, entries, store } = await connected();
    const [account] = store.getState().settings.accounts;
    if (account === undefined) throw new Error('no account');
    noteEntry(store, 'old@acme', true);
    store.setState(({ settings }) => ({
      settings: { ...settings, accounts: [account, { ...account, id: 'old@acme' }] },
    }));
    expect(await accounts.deleteStored('old@acme')).toEqual(succeed(null));
    expect(store.getState().settings.accounts).toEqual([account]);
    await accounts.deleteStored(id);
    expect(entries()).toEqual([]);
    expect(store.getState()).toMatchObject({ account: { id }, secret: { kind: 'none' } });
    expect(await accounts.deleteStored('proxy elsewhere')).toEqual(fail({ kind: 'invalid-request' }));
  });

  it('that could not be deleted is told, stays listed, and is deleted by the next run', async () => {
    const { accounts, keychain, store, listed, nextRun } = await connected();
    keychain.behave('rejects', 'deletePassword');
    await accounts.forget();
    expect(store.getState().notices).toEqual([{ kind: 'password-left' }]);
    expect(listed()).toEqual([id]);
    keychain.behave('works');
    const next = nextRun();
    await next.accounts.resume();
    await next.accounts.deleteLeftovers();
    expect([next.entries(), next.listed()]).toEqual([[], []]);
  });

  it('is told of even where it was never read in this run', async () => {
    const { nextRun, keychain } = await connected();
    keychain.behave('rejects');
    const next = nextRun();
    await next.accounts.resume();
    await next.accounts.forget();
    expect(next.store.getState().notices).toEqual([{ kind: 'password-left' }]);
  });

  it('is left alone by the cleaning while its account is there, as is what others keep', async () => {
    const { store, keychain, nextRun } = await connected();
    noteEntry(store, 'proxy 10.0.0.1:8080', true);
    noteEntry(store, 'probe-of-a-run-that-was-killed', true);
    keychain.entries.set('test/probe-of-a-run-that-was-killed', 'x');
    const next = nextRun();
    await next.accounts.resume();
    await next.accounts.deleteLeftovers();
    expect(next.entries()).toEqual([id]);
    expect(next.listed()).toEqual([id, 'proxy 10.0.0.1:8080']);
  });

  it('cannot be reached where there is no keychain service, which is another sentence', async () => {
    for (const [text, reason] of [
      ['The name org.freedesktop.secrets was not provided by any .service files', 'missing'],
      ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'missing'],
      ['Could not connect: No such file or directory', 'missing'],
      ['The user dismissed the prompt', 'refused'],
    ] as const) {
      const rejects = () => Promise.reject(new Error(text));
      const run = startRun({
        ...createFakeKeychain(),
        setPassword: rejects,
        getPassword: rejects,
        deletePassword: rejects,
      });
      expect(await run.accounts.connect(draft)).toEqual(succeed({ kind: 'session', reason }));
    }
  });
});

describe('a password that the dialler refused', () => {
  async function refusedRun() {
    const run = await connected();
    run.accept('new');
    run.refuse();
    run.asked.length = 0;
    return run;
  }

  it('is not sent again by a restart, the roster, a check or a connection without a typed one', async () => {
    const next = (await refusedRun()).nextRun();
    await next.accounts.resume();
    expect(next.store.getState()).toMatchObject({
      health: { kind: 'stopped', problem: refused },
      secret: { kind: 'keychain' },
    });
    expect(next.start).not.toHaveBeenCalled();
    expect(await next.access()).toEqual(fail(refused));
    const untyped = { ...draft, password: '' };
    expect(await next.accounts.check(untyped)).toEqual(fail({ kind: 'dialler', problem: refused }));
    expect(await next.accounts.connect(untyped)).toEqual(fail({ kind: 'dialler', problem: refused }));
    expect(next.asked).toEqual([]);
  });

  it('is sent once more when the user says so, and watched with again once it is taken', async () => {
    const { accounts, asked, accept, store, start } = await refusedRun();
    expect(canTryAgain(store.getState())).toBe(true);
    expect(await accounts.tryAgain()).toEqual(fail({ kind: 'dialler', problem: refused }));
    expect(asked).toEqual(['right']);
    start.mockClear();
    accept('right');
    expect(await accounts.tryAgain()).toEqual(succeed({ kind: 'keychain' }));
    expect(store.getState()).toMatchObject({ health: { kind: 'ok' }, settings: { refusedAccounts: [] } });
    expect(start).toHaveBeenCalledOnce();
  });

  it('is remembered when a check without a typed one finds it out', async () => {
    const { accounts, asked, accept } = await connected();
    accept('new');
    asked.length = 0;
    for (let count = 0; count < 2; count += 1) await accounts.check({ ...draft, password: '' });
    expect(asked).toEqual(['right']);
  });

  it('gives way to a typed one; a wrong one that is typed changes nothing of what is stored', async () => {
    const { accounts, store, access } = await refusedRun();
    await accounts.signIn('wrong');
    expect(store.getState().settings.refusedAccounts).toEqual([id]);
    await accounts.signIn('new');
    expect(store.getState().settings.refusedAccounts).toEqual([]);
    expect(await access()).toMatchObject({ ok: true, value: { password: 'new' } });
    await accounts.check({ ...draft, password: 'wrong' });
    expect(await access()).toMatchObject({ ok: true });
  });
});
