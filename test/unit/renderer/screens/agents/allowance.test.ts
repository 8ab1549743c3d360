import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowanceOf } from '../../../../../src/renderer/screens/agents/allowance.ts';
import { formatSince } from '../../../../../src/shared/duration.ts';

const minuteMs = 60_000;
const limitMs = 15 * minuteMs;
const warningMs = 2 * minuteMs;

test.each([
  ['just begun', 0, false, 'left', '15:00'],
  ['well within', 10 * minuteMs + 50_000, false, 'left', '4:10'],
  ['well within, begun earlier perhaps', 10 * minuteMs + 50_000, true, 'left', '≤ 4:10'],
  ['one moment before the warning', 13 * minuteMs - 1, false, 'left', '2:01'],
  ['at the warning', 13 * minuteMs, false, 'near', '2:00'],
  ['near, begun earlier perhaps', 14 * minuteMs, true, 'near', '≤ 1:00'],
  ['in its last moment', 15 * minuteMs - 1, false, 'near', '0:01'],
  ['at its limit', 15 * minuteMs, false, 'over', '+0:00'],
  ['over', 17 * minuteMs + 10_000, false, 'over', '+2:10'],
  ['over, begun earlier perhaps', 17 * minuteMs + 10_000, true, 'over', '≥ +2:10'],
  ['over by hours', 80 * minuteMs, false, 'over', '+1:05:00'],
] as const)('a pause %s', (_what, elapsedMs, atLeast, kind, time) => {
  const since = { atMs: 1_000, atLeast };
  expect(allowanceOf({ limitMs, since }, 1_000 + elapsedMs, warningMs)).toEqual({ kind, time });
});

test('without a warning time it is only left or over', () => {
  const since = { atMs: 0, atLeast: false };
  expect(allowanceOf({ limitMs, since }, limitMs - 1, 0).kind).toBe('left');
});

test('what is shown as elapsed and as left always adds up to the limit', () => {
  const secondsOf = (text: string) => text.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 0, max: 600_000 }),
      (limitS, elapsedMs) => {
        fc.pre(elapsedMs < limitS * 1_000);
        const since = { atMs: 0, atLeast: false };
        const { time } = allowanceOf({ limitMs: limitS * 1_000, since }, elapsedMs, warningMs);
        expect(secondsOf(formatSince(since, elapsedMs)) + secondsOf(time)).toBe(limitS);
      },
    ),
  );
});
