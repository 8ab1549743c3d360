import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMovingKeychain, createSafeKeychain } from '../../../../src/main/account/safe-keychain.ts';
import { createSecrets } from '../../../../src/main/account/secrets.ts';
import { createFakeKeychain } from '../../../fakes/fake-keychain.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';

type Backend = 'gnome_libsecret' | 'basic_text';

let directory: TemporaryDirectory;
let path: string;
let backend: Backend;
let isAvailable: boolean;

beforeEach(async () => {
  directory = await makeTemporaryDirectory();
  path = join(directory.path, 'passwords.json');
  [backend, isAvailable] = ['gnome_libsecret', true];
});
afterEach(() => directory[Symbol.asyncDispose]());

/** Encrypts by turning round, which is enough to see that it was asked to. */
const turned = (text: string): string => [...text].reverse().join('');
const safe = () =>
  createSafeKeychain({
    path,
    platform: 'linux',
    safeStorage: {
      isAsyncEncryptionAvailable: async () => isAvailable,
      getSelectedStorageBackend: () => backend,
      encryptStringAsync: async (text) => Buffer.from(turned(text)),
      decryptStringAsync: async (bytes) => ({ result: turned(bytes.toString()), shouldReEncrypt: false }),
    },
  });

describe("Electron's safeStorage as a keychain", () => {
  it('gives back what it was given, over runs, and has it in no file as it is', async () => {
    await safe().setPassword('app', 'a@x', 'hunter2');
    await Promise.all([safe().setPassword('app', 'b@x', 'other'), safe().getPassword('app', 'a@x')]);
    expect(await safe().getPassword('app', 'a@x')).toBe('hunter2');
    expect(await readFile(path, 'utf8')).not.toContain('hunter2');
    expect(await safe().deletePassword('app', 'a@x')).toBe(true);
    expect(await safe().deletePassword('app', 'a@x')).toBe(false);
    expect(await safe().getPassword('app', 'a@x')).toBeNull();
    expect(await safe().getPassword('app', 'b@x')).toBe('other');
  });

  it.each<[string, Backend, boolean]>([
    ['would only pretend to encrypt', 'basic_text', true],
    ['is not there', 'gnome_libsecret', false],
  ])('keeps nothing where it %s: the password is kept for this run', async (_what, has, can) => {
    [backend, isAvailable] = [has, can];
    const secrets = createSecrets({
      service: 'app',
      log: createQuietLog(),
      loadKeychain: async () => safe(),
    });
    expect(await secrets.set('a@x', 'hunter2')).toMatchObject({ kind: 'session' });
    await expect(readFile(path)).rejects.toThrow();
  });
});

describe("the move from keytar's keychain", () => {
  const moving = (keytar = createFakeKeychain()) => {
    keytar.entries.set('app/a@x', 'hunter2');
    const secrets = () =>
      createSecrets({
        service: 'app',
        log: createQuietLog(),
        loadKeychain: async () => createMovingKeychain({ from: keytar, to: safe() }),
      });
    return { keytar, secrets };
  };

  it('takes each password along as it is wanted, once', async () => {
    const { keytar, secrets } = moving();
    expect(await secrets().get('a@x')).toBe('hunter2');
    expect(keytar.entries.size).toBe(0);
    expect(await safe().getPassword('app', 'a@x')).toBe('hunter2');
    keytar.behave('rejects');
    expect(await secrets().get('a@x')).toBe('hunter2');
  });

  it('leaves where it is what cannot be moved', async () => {
    const { keytar, secrets } = moving();
    backend = 'basic_text';
    expect(await secrets().get('a@x')).toBe('hunter2');
    expect(keytar.entries.get('app/a@x')).toBe('hunter2');
  });

  it('lets nothing come back from the old one that was changed or deleted', async () => {
    const { keytar, secrets } = moving();
    expect(await secrets().set('a@x', 'newer')).toEqual({ kind: 'keychain' });
    expect(keytar.entries.size).toBe(0);
    keytar.entries.set('app/b@x', 'old');
    expect(await secrets().delete('b@x')).toBe(true);
    expect(await secrets().get('b@x')).toBeNull();
  });
});
