import { describe, expect } from 'vitest';
import type { Edges } from '../../../src/main/app/edges.ts';
import type { FakeKeychain } from '../../fakes/fake-keychain.ts';
import { keychainService } from '../../fakes/plain-edges.ts';
import { entry, keptKeychain, type Machine, password, startMachine } from './machine.ts';
import { proveEach } from './prove-each.ts';
import { keychainFaults } from './rows.ts';

const tenMinutes = 600;
/** One interval, a poll, and a little. */
const anInterval = 7;

/** Keeps the password of an earlier run, and has its own ideas. */
function keychainThat(behaviour: Parameters<FakeKeychain['behave']>[0]) {
  const keychain = keptKeychain();
  keychain.behave(behaviour);
  return keychain;
}

async function asksNothing({ dialler, pass }: Machine, seconds = tenMinutes): Promise<void> {
  const before = dialler.requests();
  await pass(seconds);
  expect(dialler.requests()).toBe(before);
}

const noLibrary: Edges['keychain'] = {
  service: keychainService,
  loadKeychain: () => Promise.reject(new Error('Failed to load keytar native addon')),
};

const refuses = () =>
  Promise.reject(new Error('The name org.freedesktop.secrets was not provided by any .service files'));
const noService: Edges['keychain'] = {
  service: keychainService,
  loadKeychain: async () => ({ getPassword: refuses, setPassword: refuses, deletePassword: refuses }),
};

const signIn = ({ app, settle }: Machine, typed = password) =>
  settle(app.answers.signIn({ password: typed }));

async function isAbsent(keychain: Edges['keychain']): Promise<void> {
  await using machine = await startMachine({ edges: () => ({ keychain }) });
  await asksNothing(machine);
  expect(machine.told()).toEqual([keychainFaults.absent.sentence]);
  expect(await signIn(machine)).toEqual({ ok: true, value: { kind: 'session', reason: 'missing' } });
  await machine.pass(anInterval);
  expect(machine.isWatching()).toBe(true);
  await machine.settle(machine.app.answers.signOut({}));
  expect(machine.app.store.getState().notices).toEqual([]);
}

const proofs: Record<keyof typeof keychainFaults, () => Promise<void>> = {
  absent: () => isAbsent(noLibrary),

  unserved: () => isAbsent(noService),

  locked: async () => {
    const keychain = keychainThat('hangs');
    await using machine = await startMachine({ keychain });
    await machine.pass(30);
    expect(machine.app.store.getState().health).toEqual({ kind: 'connecting' });
    await machine.pass(31);
    await asksNothing(machine);
    expect(machine.told()).toEqual([keychainFaults.locked.sentence]);
    keychain.unlock();
    await machine.pass(anInterval);
    expect(machine.isWatching()).toBe(true);
    expect(machine.told()).toEqual([]);
    expect(keychain.calls).toEqual(['getPassword']);
  },

  denying: async () => {
    const keychain = keychainThat('rejects');
    await using machine = await startMachine({ keychain });
    await asksNothing(machine);
    expect(machine.told()).toEqual([keychainFaults.denying.sentence]);
    expect(keychain.calls).toEqual(['getPassword']);
    const readAgain = () => machine.settle(machine.app.answers.connectAccount({ draft: machine.draft }));
    expect(await readAgain()).toMatchObject({ ok: false, error: { problem: { kind: 'no-password' } } });
    expect(machine.told()).toEqual([keychainFaults.denying.sentence]);
    keychain.behave('works');
    expect(await readAgain()).toEqual({ ok: true, value: { kind: 'keychain' } });
    await machine.pass(anInterval);
    expect(machine.isWatching()).toBe(true);
    expect(machine.told()).toEqual([]);
  },

  vanishing: async () => {
    await using machine = await startMachine();
    await machine.pass(anInterval);
    machine.keychain.behave('rejects');
    await machine.pass(tenMinutes);
    expect(machine.isWatching()).toBe(true);
    expect(machine.told()).toEqual([]);
    machine.dialler.setPassword('second-password');
    await machine.pass(anInterval);
    await asksNothing(machine);
    expect((await signIn(machine, 'second-password')).ok).toBe(true);
    expect(machine.told()).toEqual([keychainFaults.vanishing.sentence]);
    await machine.pass(anInterval);
    expect(machine.isWatching()).toBe(true);
    machine.keychain.behave('works');
    await signIn(machine, 'second-password');
    expect(machine.told()).toEqual([]);
    expect(machine.keychain.entries.get(entry)).toBe('second-password');
  },

  deaf: async () => {
    await using machine = await startMachine();
    await machine.pass(anInterval);
    machine.keychain.behave('rejects');
    await machine.settle(machine.app.answers.signOut({}));
    await asksNothing(machine);
    expect(machine.told()).toContain(keychainFaults.deaf.sentence);
    machine.keychain.behave('works');
    await signIn(machine);
    expect(machine.told()).toEqual([]);
  },

  slow: async () => {
    const keychain = keychainThat('hangs');
    await using machine = await startMachine({ keychain });
    await machine.pass(30);
    expect(machine.app.store.getState()).toMatchObject({ health: { kind: 'connecting' }, notices: [] });
    keychain.unlock();
    await machine.pass(anInterval);
    expect(machine.isWatching()).toBe(true);
    expect(machine.told()).toEqual([]);
    keychain.behave('hangs', 'setPassword');
    const signedIn = machine.app.answers.signIn({ password });
    await machine.pass(30);
    keychain.unlock();
    expect(await machine.settle(signedIn)).toEqual({ ok: true, value: { kind: 'keychain' } });
  },

  forgetful: async () => {
    const keychain = keychainThat('works');
    await using machine = await startMachine({ keychain });
    await machine.pass(anInterval);
    keychain.behave('forgets', 'getPassword');
    await signIn(machine);
    expect(machine.told()).toEqual([keychainFaults.forgetful.sentence]);
    await machine.pass(anInterval);
    expect(machine.isWatching()).toBe(true);
    keychain.behave('works');
    await signIn(machine);
    expect(machine.told()).toEqual([]);
    expect(keychain.entries.get(entry)).toBe(password);
  },
};

describe('a keychain that fails', () => {
  proveEach(keychainFaults, proofs);
});
