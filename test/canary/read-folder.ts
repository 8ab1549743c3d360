import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Piece } from './search.ts';

/** Every file below it, and every name: a secret could also be part of a path. */
export async function readFolder(
  folder: string,
  skips: (path: string) => boolean = () => false,
): Promise<readonly Piece[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .map((entry) => ({ entry, path: relative(folder, join(entry.parentPath, entry.name)) }))
    .filter(({ path }) => !skips(path));
  const files = await Promise.all(
    paths
      .filter(({ entry }) => entry.isFile())
      .map(async ({ path }) => ({
        label: path,
        // A browser takes its own files away while it runs.
        bytes: await readFile(join(folder, path)).catch(() => Buffer.alloc(0)),
      })),
  );
  return [
    { label: 'names of files', bytes: Buffer.from(paths.map(({ path }) => path).join('\n')) },
    ...files,
  ];
}
