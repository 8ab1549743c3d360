import { expect, test } from 'vitest';
import { fuzzNumbers } from '../fuzz/fuzz-numbers.ts';

/** A taste of `npm run fuzz`. */
test('no spelling of a number is read whole anywhere, and each mask shows its last four digits', () => {
  const { leaks, ...tried } = fuzzNumbers(60, 11);
  expect(leaks).toEqual([]);
  expect(tried).toEqual({ spellings: 42, separators: 24, scripts: 7, calls: 60 });
});
