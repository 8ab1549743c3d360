import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const { packages } = lock.parse(readJson('package-lock.json'));
const installed = Object.entries(packages).filter(([place]) => place !== '');

describe('the lock file', () => {
  it('has a checksum for every package, but for those inside the tarball of another that has one', () => {
    const without = installed.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    const isInside = (place: string): boolean => {
      const owner = packages[place.slice(0, place.lastIndexOf('/node_modules/'))];
      return packages[place]?.inBundle === true && owner?.integrity !== undefined;
    };
    expect(without.filter(([place]) => !isInside(place))).toEqual([]);
    // Tailwind’s build for WebAssembly, which nobody installs, packs its own helpers.
    const within = 'node_modules/@tailwindcss/oxide-wasm32-wasi/node_modules/';
    expect(without.map(([place]) => place)).toEqual(
      [
        '@emnapi/core',
        '@emnapi/runtime',
        '@emnapi/wasi-threads',
        '@napi-rs/wasm-runtime',
        '@tybys/wasm-util',
        'tslib',
      ].map((name) => within + name),
    );
  });

  it('names no registry', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('lets only keytar run a script at installation, which copies its prebuilt file', () => {
    const { allowScripts } = z
      .object({ allowScripts: z.record(z.string(), z.boolean()) })
      .parse(readJson('package.json'));
    const withScripts = installed.flatMap(([place, { name, hasInstallScript = false }]) =>
      hasInstallScript ? [name ?? place.replace(/^.*node_modules\//, '')] : [],
    );
    expect(withScripts.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
    expect(allowScripts).toEqual({ '@github/keytar': true, 'electron-winstaller': false });
  });
});
