import { constants, type Stats } from 'node:fs';
import { mkdir, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Nothing that the app keeps is a hundredth of this. */
const mostBytes = 64 * 1024 * 1024;

/** Readers see the old text or the new one, whole, even if we are killed. For one writer per file. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const target = await linkedTo(path);
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.tmp`;
  // A leftover may have been opened to others; the mode is only given to a new file.
  await rm(temporary, { force: true });
  try {
    await writeNew(temporary, text);
    await patiently(() => rename(temporary, target));
  } catch (error) {
    // Half a file is of no use to anybody, least of all on a full disk.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** For its user alone, and only if nothing has that name yet. */
async function writeNew(path: string, content: string | Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Moves a file that cannot be used to a name beside its own, and says which. */
export async function moveAside(path: string, mark: string): Promise<string> {
  const target = (await isOrdinary(path)) ? await linkedTo(path) : path;
  const aside = besides(target, mark);
  await patiently(() => rename(target, aside));
  return aside;
}

/** Keeps what a file held under a name beside its own, and says which. */
export async function copyAside(path: string, mark: string, content: Buffer): Promise<string> {
  const aside = besides(await linkedTo(path), mark);
  await writeNew(aside, content);
  return aside;
}

function besides(path: string, mark: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.${mark}-${new Date().toISOString().replace(/[:.]/g, '-')}${ext}`);
}

/** People who keep their settings elsewhere put a link in their place, also before there is a file. */
const linkedTo = (path: string): Promise<string> =>
  realpath(path).catch(() =>
    readlink(path).then(
      (to) => resolve(dirname(path), to),
      () => path,
    ),
  );

/** Never moved is what a link to a device leads to, only the link. */
const isOrdinary = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );

/** A pipe would keep us waiting for ever, and a device has no end: neither is a file of ours. */
export const readPatiently = (path: string): Promise<Buffer> =>
  patiently(async () => {
    // Windows has neither such files nor the flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      if (!stats.isFile() || stats.size > mostBytes) throw new UnfitFile(stats);
      return await file.readFile();
    } finally {
      await file.close();
    }
  });

class UnfitFile extends Error {
  readonly code: string;

  constructor(stats: Stats) {
    super('Not an ordinary file');
    this.code = stats.isFile() ? 'EFBIG' : 'not a file';
  }
}

/** On Windows a virus scanner may hold a file for a moment. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const delayMs of [10, 50, 250]) {
    try {
      return await work();
    } catch (error) {
      if (process.platform !== 'win32' || codeOf(error) === 'ENOENT') throw error;
      await wait(delayMs);
    }
  }
  return work();
}

/** `ENOENT`, `EACCES` …: how Node names what went wrong with a file. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
