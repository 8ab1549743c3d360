import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { KeptFile, KeptFileParts } from '../../src/main/app/kept-file.ts';
import { createInboxFile } from '../../src/main/inbox/inbox-file.ts';
import { createSettingsFile } from '../../src/main/settings/settings-file.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import type { Alert } from '../../src/shared/alert.ts';
import type { Settings } from '../../src/shared/settings.ts';
import { createRandom } from '../../src/simulator/random.ts';
import { inbox, settings } from '../fixtures/first-edition.ts';

export interface FileFigures {
  readonly flips: number;
  /** What the flips came to, by file. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Another state than was written, without a word or without the damaged file; a privacy switch that went off. */
  readonly silentLosses: number;
}

interface Subject<T> {
  readonly name: 'settings' | 'inbox';
  readonly create: (parts: Pick<KeptFileParts<T>, 'path' | 'log'>) => KeptFile<T>;
  readonly value: T;
  readonly isPrivate: (value: T) => boolean;
}

const settingsFile: Subject<Settings> = {
  name: 'settings',
  create: createSettingsFile,
  value: settings,
  isPrivate: ({ isPresenting, hidesNumbers }) => isPresenting && hidesNumbers,
};
const inboxFile: Subject<readonly Alert[]> = {
  name: 'inbox',
  create: createInboxFile,
  value: inbox,
  isPrivate: () => true,
};

const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Single bits of both files, as the app writes them, each flipped file read by the app. */
export async function fuzzFiles(flipsEach: number, seed: number): Promise<FileFigures> {
  const outcomes: Record<string, number> = {};
  const silentLosses =
    (await flipBits(settingsFile, flipsEach, seed, outcomes)) +
    (await flipBits(inboxFile, flipsEach, seed, outcomes));
  return { flips: 2 * flipsEach, outcomes, silentLosses };
}

async function flipBits<T>(
  { name, create, value, isPrivate }: Subject<T>,
  flips: number,
  seed: number,
  outcomes: Record<string, number>,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'croco-flips-'));
  const path = join(folder, `${name}.json`);
  const random = createRandom(seed);
  let silentLosses = 0;
  try {
    const whole = await written(create, path, name, value);
    for (let flip = 0; flip < flips; flip += 1) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      await writeFile(path, bytes);
      const file = create({ path, log });
      const read = await file.load();
      const store = createAppStore({ [name]: read });
      file.follow(store)();
      await file.flush();
      const [notice] = store.getState().notices;
      const kept = notice !== undefined && 'keptAs' in notice ? await readFile(notice.keptAs) : null;
      const isTold = kept?.equals(bytes) === true;
      const isSame = isDeepStrictEqual(read, value);
      if (!(isSame || isTold) || !isPrivate(read)) silentLosses += 1;
      const outcome = `${name}: ${notice?.kind ?? 'as written'}`;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      for (const left of await readdir(folder)) await rm(join(folder, left));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return silentLosses;
}

/** The file as the app itself writes it. */
async function written<T>(
  create: Subject<T>['create'],
  path: string,
  name: Subject<T>['name'],
  value: T,
): Promise<Buffer> {
  const store = createAppStore();
  const file = create({ path, log });
  const stop = file.follow(store);
  store.setState({ [name]: value });
  stop();
  await file.flush();
  return readFile(path);
}
