import { expect, it } from 'vitest';
import type { Item } from '../hardening/checklist.ts';
import { verdictOf } from '../hardening/verdict.ts';

const item: Item = {
  number: 1,
  name: 'An item',
  places: ['src/a.ts'],
  proofs: [
    { file: 'test/a.test.ts', title: 'is denied %s, and told' },
    { file: 'test/e2e/electron-only.test.ts', title: 'for real' },
  ],
};
const ran = (title: string, status: string, file = 'test/a.test.ts') => ({ file, title, status });
const real = 'test/e2e/electron-only.test.ts';

it.each([
  [
    'passes by each test of the title',
    [ran('x is denied a, and told', 'passed'), ran('is denied b, and told', 'passed')],
    2,
    0,
    1,
  ],
  [
    'fails by one of them',
    [ran('is denied a, and told', 'passed'), ran('is denied b, and told', 'failed')],
    1,
    1,
    1,
  ],
  ['fails by a test that is gone', [ran('something else', 'passed')], 0, 1, 1],
  ['fails by a test that was skipped', [ran('is denied a, and told', 'skipped')], 0, 1, 1],
  ['is not proven by another file', [ran('is denied a, and told', 'passed', 'test/b.test.ts')], 0, 1, 1],
  [
    'counts what ran on Electron',
    [ran('is denied a, and told', 'passed'), ran('for real', 'passed', real)],
    2,
    0,
    0,
  ],
  [
    'leaves to Electron what was skipped here',
    [ran('is denied a, and told', 'passed'), ran('for real', 'skipped', real)],
    1,
    0,
    1,
  ],
] as const)('an item %s', (_what, tests, passed, missing, left) => {
  const verdict = verdictOf(item, tests);
  expect([verdict.passed, verdict.missing.length, verdict.leftToElectron.length]).toEqual([
    passed,
    missing,
    left,
  ]);
});
