import { describe, expect, it } from 'vitest';
import { statusKey, usualLimitMs } from '../../../src/shared/dictionary.ts';
import { families, familyOf } from '../../../src/shared/family.ts';

describe('the limit a pause begins with', () => {
  it.each<[string, number | null]>([
    ['PAUSE - BREAK', 15],
    ['Pausa - Descanso', 15],
    ['PAUSE - LUNCH', 30],
    ['pausa: almuerzo', 30],
    ['PAUSE - TECH', 15],
    ['PAUSE - COACHING', 30],
    ['PAUSE - TRAINING', 60],
    ['PAUSA - FORMACIÓN', 60],
    ['PAUSE - BATHROOM', 10],
    ['PAUSA - BAÑO', 10],
    ['PAUSE', null],
    ['PAUSE - ADMIN', null],
    ['LAGGED', null],
    ['LOGIN', null],
    ['BRK', 15],
    ['LUNCH', 30],
    ['TECH', 15],
    ['COACH', 30],
    ['TRAIN', 60],
    ['BATHROOM', 10],
  ])('of "%s" is %s minutes', (status, minutes) => {
    expect(familyOf(status)).toBe('paused');
    expect(usualLimitMs(status, 'paused')).toBe(minutes === null ? null : minutes * 60_000);
  });

  it('is none where it is no pause', () => {
    for (const family of families.filter((one) => one !== 'paused')) {
      expect(usualLimitMs('LUNCH', family)).toBeNull();
    }
  });
});

it.each([
  ['PAUSE - BREAK', 'pause break', true],
  ['TIPIFICACIÓN', 'tipificacion', true],
  ['***', '***', true],
  ['***', '---', false],
  [' *** ', '***', true],
  ['PAUSE', 'PAUSE 2', false],
  ['休憩', '昼食', false],
])('"%s" and "%s" are one status: %s', (a, b, expected) => {
  expect(statusKey(a) === statusKey(b)).toBe(expected);
});
