import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { bundles, type ShippedPackage, shippedPackages } from '../../build/shipped-packages.ts';

const root = join(import.meta.dirname, '../..');
/** Each lets us ship the package unchanged, with its notice beside it. */
const allowedLicences = ['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', '0BSD', 'MPL-2.0'];

let shipped: readonly ShippedPackage[];

beforeAll(async () => {
  if (!(await buildWhenNeeded(root))) throw new Error('The build failed.');
  shipped = shippedPackages(root);
});

describe('the packages inside the app', () => {
  it('are those of the bundles, in the versions of the bundles, and keytar', async () => {
    const listed: { name: string; version: string }[] = (
      await Promise.all(
        bundles.map(async (bundle) =>
          JSON.parse(await readFile(join(root, 'out', bundle, 'licences.json'), 'utf8')),
        ),
      )
    ).flat();
    const found = new Map(shipped.map(({ name, version }) => [name, version]));
    expect(listed.length).toBeGreaterThan(20);
    for (const { name, version } of listed) expect([name, found.get(name)]).toEqual([name, version]);
    const beside = [...found.keys()].filter((name) => !listed.some((one) => one.name === name));
    expect(beside).toEqual(['@github/keytar', 'tailwindcss']);
  });

  it('may all be shipped, and most bring the text of their licence', () => {
    console.log(`${shipped.length} packages of others are inside the app:`);
    for (const { name, version, licence } of shipped) console.log(`  ${name} ${version} (${licence})`);
    expect(shipped.filter(({ licence }) => !allowedLicences.includes(licence))).toEqual([]);
    const withoutText = shipped.filter(({ text }) => text === null).map(({ name }) => name);
    expect(withoutText).toEqual(['@resvg/resvg-wasm']);
  });

  it('are each named with their licence in the text that is shipped', async () => {
    const text = await readFile(join(root, 'out/THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const one of shipped) {
      expect(text).toContain(`\n${one.name} ${one.version} (${one.licence})\n  ${one.source}\n`);
      expect(text).toContain(one.text ?? `https://spdx.org/licenses/${one.licence}.html`);
    }
  });
});
