import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Edges } from '../../../src/main/app/edges.ts';
import { createWords } from '../../../src/main/app/words.ts';
import { formatSettings } from '../../../src/main/settings/parse-settings.ts';
import { accountId } from '../../../src/shared/account.ts';
import { createFloor } from '../../../src/simulator/floor.ts';
import { createRandom } from '../../../src/simulator/random.ts';
import type { Clock } from '../../../src/watch/clock.ts';
import type { FakeKeychain } from '../../fakes/fake-keychain.ts';
import { type MainProcess, startMainProcess } from '../../fakes/main-process.ts';
import { inKeychain, keychainService, keychainWith, settingsWith } from '../../fakes/plain-edges.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';
import { createVirtualTime } from '../../replay/virtual-time.ts';
import { createSoakDialler } from '../../soak/soak-dialler.ts';
import { blank } from './rows.ts';

const apiUser = 'floor.api';
const baseUrl = 'https://acme.croco-dial.net/goAPIv2';
const id = accountId(apiUser, baseUrl);
const startWallMs = Date.UTC(2026, 10, 24, 8);

export const entry = `${keychainService}/${id}`;
export const password = 'first-password';

/** Keeps the password of an earlier run. */
export const keptKeychain = (): FakeKeychain => keychainWith(id, password);

export interface MachineOptions {
  /** What is in the app's folder before it starts; settings with an account unless said otherwise. */
  readonly prepare?: (folder: string) => Promise<void>;
  readonly folder?: string;
  readonly keychain?: FakeKeychain;
  /** Where the machine is not the usual one. */
  readonly edges?: (clock: Clock) => Partial<Edges>;
}

/** The whole main process on a machine that fails it, in virtual time. Disposing of it holds that nothing crashed. */
export async function startMachine(options: MachineOptions = {}) {
  await using stack = new AsyncDisposableStack();
  const directory = stack.use(await makeTemporaryDirectory());
  const folder = options.folder ?? directory.path;
  const floor = createFloor({ seed: 3, agentCount: 3, startWallMs });
  const agentUsers = floor.people().map(({ user }) => user);
  const draft = {
    server: baseUrl,
    apiUser,
    password: '',
    agentUsers,
    method: 'post',
    format: 'json',
  } as const;
  const settings = settingsWith({ id, baseUrl, apiUser, method: 'post', format: 'json', agentUsers });
  if (options.prepare === undefined) await writeFile(join(folder, 'settings.json'), formatSettings(settings));
  else await options.prepare(folder);
  const crashes: unknown[] = [];
  const note = (reason: unknown): void => void crashes.push(reason);
  process.on('unhandledRejection', note);
  stack.defer(() => void process.off('unhandledRejection', note));
  const time = stack.use(createVirtualTime(startWallMs));
  const { clock } = time;
  const random = createRandom(3);
  const dialler = createSoakDialler({ floor, clock, random, apiUser, password });
  const keychain = options.keychain ?? keptKeychain();
  const app = await startMainProcess({
    clock,
    random,
    http: dialler.http,
    folder,
    keychain: inKeychain(keychain),
    ...options.edges?.(clock),
  });
  stack.defer(app.stop);
  const kept = stack.move();

  /** Second by second, each with the time that files really take. */
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      await time.runUntil(clock.wallMs() + 1_000);
      await filesAreDone();
    }
  }

  return {
    app,
    dialler,
    keychain,
    folder,
    clock,
    pass,
    settings,
    draft: { ...draft, intervalMs: settings.intervalMs },
    told: () => toldBy(app),
    isWatching: (): boolean => {
      const { health, agents } = app.store.getState();
      return health.kind === 'ok' && [...agents.values()].every(({ phase }) => phase === 'known');
    },
    /** Lets time pass until it is answered. */
    settle: async <T>(work: T | Promise<T>): Promise<T> => {
      let isSettled = false;
      const settled = Promise.resolve(work).finally(() => {
        isSettled = true;
      });
      while (!isSettled) await pass(1);
      return settled;
    },
    [Symbol.asyncDispose]: async () => {
      await kept[Symbol.asyncDispose]();
      expect(crashes).toEqual([]);
    },
  };
}

export type Machine = Awaited<ReturnType<typeof startMachine>>;

/** Between two steps of one write nothing may be under way for a moment. */
const quietTurns = 10;

async function filesAreDone(): Promise<void> {
  for (let turns = 0; turns < quietTurns; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (process.getActiveResourcesInfo().some((name) => /^(?:FS|Close)Req/.test(name))) turns = 0;
  }
}

/** What the popover says of all this, as the rows have it. */
function toldBy({ store }: MainProcess): readonly string[] {
  const { notices, secret } = store.getState();
  const t = createWords().in('en');
  const names = { user: blank, host: blank, keptAs: blank };
  const sentences: string[] = notices.map(({ kind }) => t(`popover.notice.${kind}`, names));
  if (secret.kind === 'session') {
    sentences.push(t('popover.sessionOnly', { reason: t(`popover.secretReason.${secret.reason}`) }));
  }
  if (secret.kind !== 'none') return sentences;
  if (secret.problem === 'refused')
    return [...sentences, `${t('signIn.unread')} ${t('signIn.unreadAdvice')}`];
  const signedOut = t('signIn.noPassword', names);
  return [...sentences, secret.problem === 'missing' ? `${signedOut} ${t('signIn.noKeychain')}` : signedOut];
}
