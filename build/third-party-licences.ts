import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts';

const rule = '='.repeat(78);

/** The packages that share one text are named above it together. */
export function licenceTexts(packages: readonly ShippedPackage[]): string {
  const byText = Map.groupBy(packages, ({ text, name }) => text ?? name);
  const parts = [...byText.values()].map((group) => {
    const names = group.map(
      ({ name, version, licence, source }) => `${name} ${version} (${licence})\n  ${source}`,
    );
    return [...names, '', textOf(group[0])].join('\n');
  });
  return [
    'Croco Tray contains these packages. Electron and Chromium have their own files beside this one.\n',
    ...parts,
  ].join(`\n${rule}\n`);
}

const textOf = (shipped: ShippedPackage | undefined): string =>
  shipped?.text ??
  `The package brings no text of its licence. It is this one: https://spdx.org/licenses/${shipped?.licence}.html`;

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const packages = shippedPackages(root);
  writeFileSync(join(root, 'out/THIRD-PARTY-LICENCES.txt'), `${licenceTexts(packages)}\n`);
}
