import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A package of somebody else's that goes out with the app. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package itself says. */
  readonly licence: string;
  /** Null where the package carries none. */
  readonly text: string | null;
  readonly source: string;
}

export const bundles = ['main', 'preload', 'renderer'] as const;

/** Their files are put into the page's style sheet, which no list of modules names. */
const inStyleSheet = ['tailwindcss'];

/** What Vite lists for each bundle. */
const entries = z.array(
  z.object({ name: z.string(), version: z.string(), identifier: z.string().optional() }),
);
const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('none named'),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
  homepage: z.string().optional(),
});
const ownManifest = z.object({ dependencies: z.record(z.string(), z.string()) });

/** Of the last build: everything in the bundles, and what is packed beside them. By name. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const bundled = bundles.flatMap((bundle) =>
    entries.parse(readJson(join(root, 'out', bundle, 'licences.json'))).map(({ name }) => name),
  );
  const beside = Object.keys(ownManifest.parse(readJson(join(root, 'package.json'))).dependencies);
  return [...new Set([...bundled, ...inStyleSheet, ...beside])]
    .map((folder) => read(join(root, 'node_modules', folder)))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function read(folder: string): ShippedPackage {
  const { name, version, license, author, repository, homepage } = manifest.parse(
    readJson(join(folder, 'package.json')),
  );
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  const url = typeof repository === 'string' ? repository : repository?.url;
  const by = typeof author === 'string' ? author : author?.name;
  return {
    name,
    version,
    licence: license,
    text: file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim(),
    source: url ?? homepage ?? by ?? `the package ${name} of the npm registry`,
  };
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
