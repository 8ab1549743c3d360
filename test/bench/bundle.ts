import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of what main runs, as built, without the wasm that draws the icon. */
export async function mainBundleBytes(): Promise<number> {
  const folder = join(import.meta.dirname, '../../out/main');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.wasm'));
  const sizes = await Promise.all(files.map((entry) => stat(join(entry.parentPath, entry.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
