import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface MainBundle {
  /** What is loaded at every start. */
  readonly entryBytes: number;
  /** With every chunk that is loaded only when wanted. */
  readonly allBytes: number;
}

/** What main can load, as built and as packed: without the wasm that draws the icon, and without the maps, which stay behind. */
export async function measureMainBundle(): Promise<MainBundle> {
  const folder = join(import.meta.dirname, '../../out/main');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(wasm|map)$/.test(entry.name));
  const sizes = await Promise.all(files.map((entry) => stat(join(entry.parentPath, entry.name))));
  return {
    entryBytes: (await stat(join(folder, 'index.js'))).size,
    allBytes: sizes.reduce((sum, { size }) => sum + size, 0),
  };
}
