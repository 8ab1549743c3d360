import { expect, test } from 'vitest';
import { formatDuration, formatSince } from '../../../src/shared/duration.ts';

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [7_000, '0:07'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [760_000, '12:40'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [3_723_000, '1:02:03'],
  [360_000_000, '100:00:00'],
  [-5_000, '0:00'],
])('%d ms are shown as %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});

test('a time that is only a lower bound says so', () => {
  expect(formatSince({ atMs: 1_000, atLeast: true }, 251_000)).toBe('≥ 4:10');
  expect(formatSince({ atMs: 1_000, atLeast: false }, 251_000)).toBe('4:10');
});

test('a state that began after now began just now', () => {
  expect(formatSince({ atMs: 5_000, atLeast: false }, 4_000)).toBe('0:00');
});
