import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const manifest = z.object({
  name: z.string(),
  productName: z.string().optional(),
  version: z.string().default('0.0.0'),
});

export interface AppManifest {
  readonly name: string;
  readonly version: string;
}

/** Electron takes an app's name and version from the package.json above its code. */
export function findAppManifest(folder: string): AppManifest {
  try {
    const { name, productName, version } = manifest.parse(
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    );
    return { name: productName ?? name, version };
  } catch (error) {
    const parent = dirname(folder);
    if (parent === folder) throw error;
    return findAppManifest(parent);
  }
}
