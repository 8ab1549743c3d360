import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../../src/renderer/parts/duration-text.ts';
import { formatDuration } from '../../../../src/shared/duration.ts';

const sMs = 1_000;
const minMs = 60_000;
const hMs = 3_600_000;

describe('what is typed for a time', () => {
  it.each([
    ['5', 5 * minMs],
    [':30', 30 * sMs],
    ['1:30', 90 * sMs],
    ['90:00', 90 * minMs],
    ['1:02:03', hMs + 2 * minMs + 3 * sMs],
    ['90 s', 90 * sMs],
    ['5 min', 5 * minMs],
    ['1H', hMs],
    ['  2:00 ', 2 * minMs],
  ])('%o is a time', (typed, ms) => {
    expect(parseDuration(typed)).toEqual({ ok: true, value: ms });
  });

  it.each(['', '   '])('%o is never', (typed) => {
    expect(parseDuration(typed)).toEqual({ ok: true, value: null });
  });

  it.each(['soon', '1:75', '1:5', '5:', ':', '1:75:00', '-1', '1.5', '5 minutes', '99999'])(
    '%o is no time',
    (typed) => {
      expect(parseDuration(typed)).toEqual({ ok: false, error: 'not-a-time' });
    },
  );

  it('is what it is shown as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * 3_600 }), (seconds) => {
        const ms = seconds * sMs;
        expect(parseDuration(formatDuration(ms))).toEqual({ ok: true, value: ms });
      }),
    );
  });
});
