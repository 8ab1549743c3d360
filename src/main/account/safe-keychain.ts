import type Electron from 'electron';
import { z } from 'zod';
import { codeOf, readPatiently, writeAtomically } from '../app/atomic-file.ts';
import { parseJson, textOf } from '../app/parse-json.ts';
import type { Keychain } from './secrets.ts';
import { createTurns } from './turns.ts';

/*
 * What takes keytar's place when its fork ends (docs/electron.md §9.1). Nothing uses it before: then `secrets.ts` loads
 * `createMovingKeychain({ from: keytar, to: createSafeKeychain(…) })`, and an edition later the safe one alone.
 */

export interface SafeKeychainParts {
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
  >;
  readonly platform: NodeJS.Platform;
  /** Where the encrypted entries are. */
  readonly path: string;
}

/** Encrypted texts, by service and name. */
const fileShape = z.record(z.string(), z.string());

/** Entries in a file of ours, encrypted with a key that the system's keychain holds. */
export function createSafeKeychain({ safeStorage, platform, path }: SafeKeychainParts): Keychain {
  // Each call reads and writes the whole file.
  const inTurn = createTurns();
  const keyOf = (service: string, name: string): string => JSON.stringify([service, name]);

  /** Linux without a keychain would encrypt with a password that everybody knows. */
  async function requireEncryption(): Promise<void> {
    const isAvailable = await safeStorage.isAsyncEncryptionAvailable();
    const isPlain = platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
    if (!isAvailable || isPlain) throw new Error('No keychain to encrypt with');
  }

  async function read(): Promise<Readonly<Record<string, string>>> {
    try {
      return fileShape.parse(parseJson(textOf(await readPatiently(path))));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return {};
      throw error;
    }
  }

  const write = (entries: Readonly<Record<string, string>>): Promise<void> =>
    writeAtomically(path, JSON.stringify(entries));

  return {
    getPassword: (service, name) =>
      inTurn(async () => {
        const encrypted = (await read())[keyOf(service, name)];
        if (encrypted === undefined) return null;
        await requireEncryption();
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(encrypted, 'base64'));
        return result;
      }),
    setPassword: (service, name, password) =>
      inTurn(async () => {
        await requireEncryption();
        const encrypted = await safeStorage.encryptStringAsync(password);
        await write({ ...(await read()), [keyOf(service, name)]: encrypted.toString('base64') });
      }),
    deletePassword: (service, name) =>
      inTurn(async () => {
        const { [keyOf(service, name)]: gone, ...others } = await read();
        if (gone !== undefined) await write(others);
        return gone !== undefined;
      }),
  };
}

/**
 * Moves each entry as it is asked for, since nobody can list what the old keychain holds. It is deleted there only
 * after the new one gave it back; what cannot be moved is still read where it is.
 */
export const createMovingKeychain = ({
  from,
  to,
}: {
  readonly from: Keychain;
  readonly to: Keychain;
}): Keychain => ({
  getPassword: async (service, name) => {
    const moved = await to.getPassword(service, name);
    if (moved !== null) return moved;
    const old = await from.getPassword(service, name);
    if (old === null) return null;
    try {
      await to.setPassword(service, name, old);
      if ((await to.getPassword(service, name)) === old) await from.deletePassword(service, name);
    } catch {
      // It is tried again the next time, and is where it was until then.
    }
    return old;
  },
  setPassword: async (service, name, password) => {
    await to.setPassword(service, name, password);
    await from.deletePassword(service, name);
  },
  // Both, or what was deleted would come back from the old one.
  deletePassword: async (service, name) => {
    const answers = await Promise.all([to, from].map((one) => one.deletePassword(service, name)));
    return answers.includes(true);
  },
});
