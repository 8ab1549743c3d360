import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../../src/watch/monitor/backoff.ts';
import { nextAllowedMs, nextDueMs } from '../../../../src/watch/monitor/schedule.ts';

describe('the next moment of an agent', () => {
  it('brings a poll back to its own, half to one and a half intervals later', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.integer({ min: 3_000, max: 60_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (startedMs, intervalMs, phase) => {
          const nextMs = nextDueMs(startedMs, phase, intervalMs);
          expect(nextMs - startedMs).toBeGreaterThan(intervalMs / 2 - 1e-3);
          expect(nextMs - startedMs).toBeLessThanOrEqual(intervalMs * 1.5 + 1e-3);
          const offPhase = nextMs / intervalMs - phase;
          expect(Math.abs(offPhase - Math.round(offPhase))).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe('what the budget allows', () => {
  it.each([
    ['the gap after a start in time', 0, 0, 20, 50],
    ['no more delay after a start that a timer delayed', 0, 10, 20, 50],
    ['no more delay after a rest', 0, 24, 100, 10],
    ['nothing saved up during more than a rest', 0, 26, 100, 36],
    ['nothing saved up while there was nothing to ask', 0, 5_000, 20, 5_050],
    ['one gap after the very first', Number.NEGATIVE_INFINITY, 70, 20, 120],
  ])('%s', (_name, allowedMs, startedMs, perSecond, expected) => {
    expect(nextAllowedMs(allowedMs, startedMs, perSecond)).toBe(expected);
  });
});

describe('the back-off', () => {
  it('is between one second and a bound that doubles up to a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, r) => {
          const waitMs = backoffMs(n, () => r);
          expect(waitMs).toBeGreaterThanOrEqual(1_000);
          expect(waitMs).toBeLessThanOrEqual(Math.min(60_000, 1_000 * 2 ** Math.min(n, 10)));
        },
      ),
    );
  });

  it('uses the whole range, so that many desktops do not return in step', () => {
    expect([0, 0.5, 1].map((r) => backoffMs(10, () => r))).toEqual([1_000, 30_500, 60_000]);
  });
});
