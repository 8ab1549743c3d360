import { expect, test } from 'vitest';
import { nextRow } from '../../../../src/renderer/parts/next-row.ts';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 10],
  ['PageDown', 95, 99],
  ['PageUp', 3, 0],
  ['PageUp', 50, 43],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['Enter', 50, null],
])('of a hundred rows, eight in sight, %s leads from %d to %d', (key, from, to) => {
  expect(nextRow(key, from, { count: 100, perPage: 8 })).toBe(to);
});

test('a page is never less than a row', () => {
  expect(nextRow('PageDown', 1, { count: 9, perPage: 0 })).toBe(2);
});
