import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Readers see the old text or the new one, whole, even if we are killed. For one writer per file. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  // A leftover may have been opened to others; the mode is only given to a new file.
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', 0o600);
  try {
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporary, path);
  } catch (error) {
    // Half a file is of no use to anybody, least of all on a full disk.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Moves a file that cannot be used to a name beside its own, and says which. */
export async function moveAside(path: string, mark: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  const aside = join(dir, `${name}.${mark}-${new Date().toISOString().replace(/[:.]/g, '-')}${ext}`);
  await renamePatiently(path, aside);
  return aside;
}

const renamePatiently = (from: string, to: string): Promise<void> => patiently(() => rename(from, to));

export const readPatiently = (path: string): Promise<string> => patiently(() => readFile(path, 'utf8'));

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
