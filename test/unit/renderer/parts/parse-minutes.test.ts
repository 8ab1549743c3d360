import { describe, expect, it } from 'vitest';
import { minutesText, parseMinutes } from '../../../../src/renderer/parts/parse-minutes.ts';

describe('minutes as they are typed', () => {
  it.each([
    ['15', 900_000],
    [' 1 ', 60_000],
    ['720', 43_200_000],
    ['007', 420_000],
    ['', null],
    ['  ', null],
    ['0', undefined],
    ['721', undefined],
    ['1.5', undefined],
    ['-3', undefined],
    ['1e2', undefined],
    ['fifteen', undefined],
    ['١٥', undefined],
  ])('%o is %o ms where none is allowed', (text, expected) => {
    expect(parseMinutes(text, { min: 1, max: 720, isOptional: true })).toBe(expected);
  });

  it('none is no number where one is needed', () => {
    expect(parseMinutes('', { min: 0, max: 60 })).toBeUndefined();
    expect(parseMinutes('0', { min: 0, max: 60 })).toBe(0);
  });

  it.each([
    [null, ''],
    [0, '0'],
    [900_000, '15'],
    [90_000, '1.5'],
  ])('%o ms are written %o', (durationMs, text) => {
    expect(minutesText(durationMs)).toBe(text);
  });
});
