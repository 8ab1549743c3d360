import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only a real Electron can show: skipped everywhere else. */
export const onElectronOnly = 'test/e2e/electron-only.test.ts';

export interface Claim {
  readonly text: string;
  /** The files that make it true. */
  readonly places: readonly string[];
  /** The test files that fail when it is not. */
  readonly tests: readonly string[];
}

/** The tables of docs/evidence.md, read from there so that page and run cannot differ. */
export function readEvidence(root: string): readonly Claim[] {
  const page = readFileSync(join(root, 'docs/evidence.md'), 'utf8');
  const rows = page.matchAll(/^\| ([^|]+)\|([^|]+)\|([^|]+)\|$/gm);
  return [...rows]
    .map(([, text = '', places = '', tests = '']) => ({
      text: text.trim(),
      places: pathsIn(places),
      tests: pathsIn(tests),
    }))
    .filter(({ tests }) => tests.length > 0);
}

const pathsIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`\s]+\.\w+)`/g)].map(([, path = '']) => path);
