import { randomUUID } from 'node:crypto';
import type { KeychainProblem, SecretPlace } from '../../shared/app-view.ts';
import type { Log } from '../log/log.ts';
import { createPatience, OutOfPatience } from './patience.ts';
import { createTurns } from './turns.ts';

/** What we use of keytar. Never `findCredentials`: on Linux it can take the process down. */
export interface Keychain {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
}

export interface Secrets {
  /** Reads the keychain once per account and run; null when there is none, or it cannot be read. */
  readonly get: (accountId: string) => Promise<string | null>;
  /** Why the keychain could not be asked for this one, when that is so. */
  readonly problem: (accountId: string) => KeychainProblem | null;
  /** Keeps the password for this run at least, and says where it is. */
  readonly set: (accountId: string, password: string) => Promise<SecretPlace>;
  /** False when the keychain held it, and may still. */
  readonly delete: (accountId: string) => Promise<boolean>;
}

export interface SecretsOptions {
  readonly service: string;
  readonly log: Log;
  readonly loadKeychain?: () => Promise<Keychain>;
  /** Told every password before it is used, so that no log line can carry it. */
  readonly hideSecret?: (secret: string) => void;
  /** A locked keychain asks the user to unlock it, and may ask for ever. */
  readonly limitMs?: number;
  /** Told when the keychain gives a password after all that we had stopped waiting for. */
  readonly onLate?: (accountId: string) => void;
  /** Told before an entry is made, and once it is gone: nobody can ask the keychain which there are. */
  readonly noteEntry?: (name: string, mayBeThere: boolean) => void;
}

interface KnownPassword {
  readonly password: string | null;
  readonly isInKeychain: boolean;
}

const nothing: KnownPassword = { password: null, isInKeychain: false };

/** Windows: CRED_MAX_CREDENTIAL_BLOB_SIZE. */
const maxPasswordBytes = 2560;

/** Every hanging call holds one of libuv's four threads; files and host names need the others. */
const maxHanging = 2;

/** Passwords live in the OS keychain; when it cannot be used, in memory for this run. */
export function createSecrets(options: SecretsOptions): Secrets {
  const {
    service,
    log,
    loadKeychain = loadKeytar,
    hideSecret = () => undefined,
    onLate,
    noteEntry,
  } = options;
  const within = createPatience({ limitMs: options.limitMs ?? 60_000, maxHanging });
  const inTurn = createTurns();
  const known = new Map<string, KnownPassword>();
  const problems = new Map<string, KeychainProblem>();
  let loading: Promise<Keychain | null> | undefined;

  function load(): Promise<Keychain | null> {
    loading ??= loadKeychain().catch((error: unknown) => {
      log.warn('The keychain library did not load', { reason: reasonOf(error) });
      return null;
    });
    return loading;
  }

  /** In an async function because keytar throws, not rejects, on what it will not take. */
  async function ask<T>(call: (keychain: Keychain) => Promise<T>): Promise<T> {
    const keychain = await load();
    if (keychain === null) throw new Error('No keychain');
    return within(async () => call(keychain));
  }

  const read = (name: string) => ask((keychain) => keychain.getPassword(service, name));

  async function remove(name: string): Promise<void> {
    await ask((keychain) => keychain.deletePassword(service, name));
    noteEntry?.(name, false);
  }

  const write = (name: string, password: string) =>
    ask((keychain) => {
      noteEntry?.(name, true);
      return keychain.setPassword(service, name, password);
    });

  async function writeAndCheck(name: string, password: string): Promise<void> {
    await write(name, password);
    if ((await read(name)) !== password) throw new Error('The keychain did not keep what it was given');
  }

  /** Only a real write tells: an uninitialised keyring reads well, and keeps nothing. */
  async function probe(): Promise<void> {
    const name = `probe-${randomUUID()}`;
    try {
      await writeAndCheck(name, randomUUID());
      await remove(name);
    } catch (error) {
      await cleanUp(name, error);
      throw error;
    }
  }

  async function keep(accountId: string, password: string): Promise<KeychainProblem | null> {
    if ((await load()) === null) return 'missing';
    try {
      if (Buffer.byteLength(password) > maxPasswordBytes) throw new Error('The password is too long');
      await probe();
      await writeAndCheck(accountId, password);
      return null;
    } catch (error) {
      log.warn('The keychain would not keep a password', { reason: reasonOf(error) });
      await cleanUp(accountId, error);
      return problemOf(error);
    }
  }

  /** What hung may still be written when the user unlocks the keychain, long after we gave up. */
  async function cleanUp(name: string, error: unknown): Promise<void> {
    if (error instanceof OutOfPatience) void error.settled.then(() => inTurn(() => putRight(name)));
    else await putRight(name);
  }

  /** Makes the keychain hold what it should: our latest password, or nothing. */
  async function putRight(name: string): Promise<boolean> {
    const { password, isInKeychain } = known.get(name) ?? nothing;
    try {
      if (password !== null && isInKeychain) await write(name, password);
      else await remove(name);
      return true;
    } catch (error) {
      log.warn('The keychain may still hold an old entry', { reason: reasonOf(error) });
      return false;
    }
  }

  async function readOnce(accountId: string): Promise<string | null> {
    const earlier = known.get(accountId);
    if (earlier !== undefined) return earlier.password;
    let answer: Promise<string | null> = Promise.resolve(null);
    try {
      const password = await ask((keychain) => {
        answer = keychain.getPassword(service, accountId);
        return answer;
      });
      return remember(accountId, password);
    } catch (error) {
      log.warn('The keychain could not be read', { reason: reasonOf(error) });
      problems.set(accountId, (await load()) === null ? 'missing' : problemOf(error));
      if (error instanceof OutOfPatience) takeLate(accountId, answer);
      return null;
    }
  }

  function remember(accountId: string, password: string | null): string | null {
    if (password !== null) hideSecret(password);
    problems.delete(accountId);
    known.set(accountId, { password, isInKeychain: password !== null });
    noteEntry?.(accountId, password !== null);
    return password;
  }

  /** Whoever unlocks the keychain long after it asked is not to be asked again. */
  function takeLate(accountId: string, answer: Promise<string | null>): void {
    const take = (password: string | null): void => {
      if (password === null || known.has(accountId)) return;
      remember(accountId, password);
      onLate?.(accountId);
    };
    void answer.then(take, () => undefined);
  }

  return {
    get: async (accountId) => known.get(accountId)?.password ?? inTurn(() => readOnce(accountId)),

    problem: (accountId) => problems.get(accountId) ?? null,

    set: async (accountId, password) => {
      hideSecret(password);
      return inTurn(async () => {
        known.delete(accountId);
        problems.delete(accountId);
        const problem = await keep(accountId, password);
        known.set(accountId, { password, isInKeychain: problem === null });
        return problem === null ? { kind: 'keychain' } : { kind: 'session', reason: problem };
      });
    },

    delete: async (accountId) =>
      inTurn(async () => {
        const wasThere = known.get(accountId)?.isInKeychain ?? true;
        known.set(accountId, nothing);
        return (await putRight(accountId)) || !wasThere;
      }),
  };
}

/** keytar loads its native part when imported, which fails where libsecret is missing. */
async function loadKeytar(): Promise<Keychain> {
  const keytar = await import('keytar');
  return keytar.default;
}

/**
 * Linux without a keychain service, or without a bus to reach one (docs/electron.md §9). Texts may be translated: they
 * choose between two sentences, and nothing else.
 */
const problemOf = (error: unknown): KeychainProblem =>
  /secrets was not provided|autolaunch D-Bus|Could not connect/.test(reasonOf(error)) ? 'missing' : 'refused';

/** keytar's messages name no password, and no code we could use instead. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');
