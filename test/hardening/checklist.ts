import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Proof {
  readonly file: string;
  /** A part of the title of the test, or of the tests, that prove it. */
  readonly title: string;
}

export interface Item {
  readonly number: number;
  readonly name: string;
  /** Where it is done. */
  readonly places: readonly string[];
  readonly proofs: readonly Proof[];
}

/** Electron's list as SECURITY.md answers it, read from there so that the two cannot differ. */
export function readChecklist(): readonly Item[] {
  const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  return [...text.matchAll(/^\| *(\d+) *\|([^|]+)\|([^|]+)\|([^|]+)\|$/gm)].map(
    ([, number = '', name = '', places = '', proofs = '']) => ({
      number: Number(number),
      name: name.trim(),
      places: [...places.matchAll(/`([^`\s]+\.\w+)`/g)].map(([, file = '']) => file),
      proofs: [...proofs.matchAll(/`(test\/[^`]+)`: _([^_]+)_/g)].map(([, file = '', title = '']) => ({
        file,
        title,
      })),
    }),
  );
}

export const isElectronOnly = ({ file }: Proof): boolean => file === 'test/e2e/electron-only.test.ts';
