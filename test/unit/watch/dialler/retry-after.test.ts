import { expect, test } from 'vitest';
import { retryAfterMsOf } from '../../../../src/watch/dialler/retry-after.ts';

const nowWallMs = Date.UTC(2026, 2, 19, 12);

test.each<[string | null, number | null]>([
  ['120', 120_000],
  [' 0 ', 0],
  ['999999999999999999999', 3_600_000],
  ['Thu, 19 Mar 2026 12:01:00 GMT', 60_000],
  ['Thu, 19 Mar 2026 11:59:00 GMT', 0],
  ['Thu, 19 Mar 2099 12:00:00 GMT', 3_600_000],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['Thu, 99 Mar 2026 12:01:00 GMT', null],
  ['', null],
  [null, null],
])('Retry-After %j asks for %j ms', (header, expected) => {
  expect(retryAfterMsOf(header, nowWallMs)).toBe(expected);
});
