import { describe, expect, it, vi } from 'vitest';
import { createSecrets, type Keychain } from '../../../../src/main/account/secrets.ts';
import { createFakeKeychain } from '../../../fakes/fake-keychain.ts';
import { stopTime } from '../../../fakes/fake-timers.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const account = 'api@acme.croco-dial.net';
const key = `test/${account}`;

function setUp(loadKeychain?: () => Promise<Keychain>) {
  const late: string[] = [];
  const keychain = createFakeKeychain();
  const log = createQuietLog();
  const hidden: string[] = [];
  const secrets = createSecrets({
    service: 'test',
    log,
    loadKeychain: loadKeychain ?? (async () => keychain),
    hideSecret: (secret) => hidden.push(secret),
    onLate: (accountId) => late.push(accountId),
  });
  return { keychain, log, hidden, late, secrets };
}

stopTime();

describe('a keychain that works', () => {
  it('keeps the password, and nothing but the password', async () => {
    const { secrets, keychain } = setUp();
    expect(await secrets.set(account, 'hunter2')).toEqual({ kind: 'keychain' });
    expect([...keychain.entries]).toEqual([[key, 'hunter2']]);
    expect(await secrets.get(account)).toBe('hunter2');
  });

  it('is asked once, however often the password is wanted', async () => {
    const { secrets, keychain } = setUp();
    keychain.entries.set(key, 'hunter2');
    const all = await Promise.all([secrets.get(account), secrets.get(account), secrets.get(account)]);
    expect(all).toEqual(['hunter2', 'hunter2', 'hunter2']);
    expect(keychain.calls).toEqual(['getPassword']);
  });

  it('forgets on request, in both places, as if it had never known', async () => {
    const { secrets, keychain } = setUp();
    expect(await secrets.get(account)).toBeNull();
    await secrets.set(account, 'hunter2');
    await secrets.delete(account);
    expect(keychain.entries.size).toBe(0);
    expect(await secrets.get(account)).toBeNull();
  });

  it('is never asked two things at once', async () => {
    const { secrets, keychain } = setUp();
    await Promise.all([
      secrets.set('a@x', '1'),
      secrets.get('b@x'),
      secrets.set('b@x', '2'),
      secrets.delete('a@x'),
    ]);
    expect(keychain.mostAtOnce()).toBe(1);
    expect([...keychain.entries]).toEqual([['test/b@x', '2']]);
  });

  it('has its passwords hidden from the log before they are used', async () => {
    const { secrets, keychain, hidden } = setUp();
    keychain.entries.set('test/other@x', 'stored');
    await secrets.get('other@x');
    await secrets.set(account, 'typed');
    expect(hidden).toEqual(['stored', 'typed']);
  });
});

describe('a keychain that does not keep the password', () => {
  it.each([
    ['rejects writing', 'rejects', 'setPassword'],
    ['throws on writing', 'throws', 'setPassword'],
    ['forgets what it is given', 'forgets', 'setPassword'],
    ['cannot be read', 'rejects', 'getPassword'],
    ['returns nothing', 'forgets', 'getPassword'],
    ['cannot delete the probe', 'rejects', 'deletePassword'],
    ['rejects everything', 'rejects', undefined],
  ] as const)('is told apart when it %s: the password lives for this run', async (_when, behaviour, call) => {
    const { secrets, keychain, log } = setUp();
    keychain.behave(behaviour, call);
    expect(await secrets.set(account, 'hunter2')).toEqual({ kind: 'session', reason: 'refused' });
    expect(await secrets.get(account)).toBe('hunter2');
    expect(keychain.entries.get(key)).toBeUndefined();
    expect(log.lines.length).toBeGreaterThan(0);
    expect(log.lines.join('\n')).not.toContain('hunter2');
  });

  it('is told apart when its library does not load', async () => {
    const { secrets } = setUp(async () => {
      throw new Error('Failed to load keytar native addon');
    });
    expect(await secrets.get(account)).toBeNull();
    expect(await secrets.set(account, 'hunter2')).toEqual({ kind: 'session', reason: 'missing' });
    expect(await secrets.get(account)).toBe('hunter2');
    await secrets.delete(account);
    expect(await secrets.get(account)).toBeNull();
  });

  it.each([
    ['more than Windows takes', 'ñ'.repeat(1281), 'session'],
    ['as much as Windows takes', 'ñ'.repeat(1280), 'keychain'],
  ])('a password of %s goes to the %s', async (_size, password, kind) => {
    expect((await setUp().secrets.set(account, password)).kind).toBe(kind);
  });

  it('does not keep an older password either', async () => {
    const { secrets, keychain } = setUp();
    keychain.entries.set(key, 'older');
    expect(await secrets.get(account)).toBe('older');
    keychain.behave('rejects', 'setPassword');
    await secrets.set(account, 'hunter2');
    expect(keychain.entries.size).toBe(0);
    expect(await secrets.get(account)).toBe('hunter2');
  });

  it('says when it may still hold a password that was to go, and only then, but never gives it', async () => {
    const { secrets, keychain } = setUp();
    await secrets.set(account, 'hunter2');
    keychain.behave('rejects', 'deletePassword');
    expect(await secrets.delete(account)).toBe(false);
    expect(await secrets.get(account)).toBeNull();
    keychain.behave('rejects');
    await secrets.set('other@x', 'hunter3');
    expect(await secrets.delete('other@x')).toBe(true);
    keychain.behave('works');
    await secrets.set(account, 'hunter2');
    expect(await secrets.delete(account)).toBe(true);
  });

  it('is tried again with the next password', async () => {
    const { secrets, keychain } = setUp();
    keychain.behave('rejects');
    await secrets.set(account, 'first');
    keychain.behave('works');
    expect(await secrets.set(account, 'second')).toEqual({ kind: 'keychain' });
    expect(keychain.entries.get(key)).toBe('second');
  });
});

describe('a locked keychain whose prompt is ignored', () => {
  /** What it comes to when the user does nothing for a minute. */
  async function ignored<T>(asked: Promise<T>): Promise<T> {
    await vi.advanceTimersByTimeAsync(60_000);
    return asked;
  }

  function locked(call?: keyof Keychain) {
    const all = setUp();
    all.keychain.behave('hangs', call);
    const unlock = async () => {
      all.keychain.unlock();
      await vi.runAllTimersAsync();
    };
    return { ...all, unlock };
  }

  it('gives the password after all when it is unlocked later, without asking twice', async () => {
    const { secrets, keychain, late, hidden, unlock } = locked();
    keychain.entries.set(key, 'stored');
    expect(await ignored(secrets.get(account))).toBeNull();
    expect(secrets.problem(account)).toBe('refused');
    await unlock();
    expect(late).toEqual([account]);
    expect(hidden).toEqual(['stored']);
    expect(secrets.problem(account)).toBeNull();
    expect(await secrets.get(account)).toBe('stored');
    expect(keychain.calls).toEqual(['getPassword']);
  });

  it('says nothing when all that comes late is that there is no password', async () => {
    const { secrets, late, unlock } = locked('getPassword');
    await ignored(secrets.get(account));
    await unlock();
    expect(late).toEqual([]);
    expect(secrets.problem(account)).toBe('refused');
  });

  it('brings back nothing that was typed or deleted while it hung', async () => {
    const { secrets, keychain, late, unlock } = locked('getPassword');
    keychain.entries.set(key, 'stored');
    await ignored(secrets.get(account));
    keychain.behave('works');
    await secrets.delete(account);
    // What hung had read it before.
    keychain.entries.set(key, 'stored');
    await unlock();
    expect(late).toEqual([]);
    expect(await secrets.get(account)).toBeNull();
  });

  it('does not stop later calls', async () => {
    const { secrets, keychain } = locked();
    keychain.entries.set(key, 'stored');
    expect(await ignored(secrets.get(account))).toBeNull();
    keychain.behave('works');
    expect(await secrets.get(account)).toBe('stored');
  });

  it('is not asked again while two calls hang, so that threads stay free', async () => {
    const { secrets, keychain, unlock } = locked();
    const reads = ['a@x', 'b@x', 'c@x', 'd@x'].map((name) => secrets.get(name));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await ignored(Promise.all(reads))).toEqual([null, null, null, null]);
    expect(keychain.calls).toHaveLength(2);
    await unlock();
    keychain.entries.set('test/a@x', 'stored');
    expect(await secrets.get('a@x')).toBe('stored');
  });

  it.each(['setPassword', 'getPassword', 'deletePassword'] as const)(
    'leaves the password to this run, and holds nothing of ours when it is unlocked after %s hung',
    async (call) => {
      const { secrets, keychain, unlock } = locked(call);
      keychain.entries.set(key, 'older');
      expect(await ignored(secrets.set(account, 'hunter2'))).toEqual({ kind: 'session', reason: 'refused' });
      expect(await secrets.get(account)).toBe('hunter2');
      await unlock();
      expect([...keychain.entries]).toEqual([]);
    },
  );

  it('keeps the newer password when an older one is written late', async () => {
    const { secrets, keychain, unlock } = locked('setPassword');
    await ignored(secrets.set(account, 'first'));
    keychain.behave('works');
    expect(await secrets.set(account, 'second')).toEqual({ kind: 'keychain' });
    await unlock();
    expect([...keychain.entries]).toEqual([[key, 'second']]);
  });
});
