import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../../src/main/monitor/backoff.ts';
import {
  type Candidate,
  effectiveIntervalMs,
  nextDueMs,
  phaseMs,
  plan,
} from '../../../../src/main/monitor/schedule.ts';

const limits = { maxInFlight: 2, requestsPerSecond: 20 };
const due = (user: string, dueMs: number, isInFlight = false): Candidate => ({ user, dueMs, isInFlight });

describe('the interval', () => {
  it.each([
    [5_000, 12, 20, 5_000],
    [5_000, 100, 20, 5_000],
    [5_000, 240, 20, 12_000],
    [3_000, 1_000, 20, 50_000],
    [5_000, 0, 20, 5_000],
  ])('of %i ms with %i agents at %i requests a second is %i ms', (interval, agents, budget, expected) => {
    expect(effectiveIntervalMs(interval, agents, budget)).toBe(expected);
  });

  it('is spread evenly over the agents', () => {
    expect([0, 1, 2, 3].map((index) => phaseMs(index, 4, 8_000))).toEqual([0, 2_000, 4_000, 6_000]);
  });

  it('brings a poll back to its own moment, half to one and a half intervals later', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.integer({ min: 3_000, max: 60_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (startedMs, intervalMs, share) => {
          const phase = share * intervalMs;
          const nextMs = nextDueMs(startedMs, phase, intervalMs);
          expect(nextMs - startedMs).toBeGreaterThan(intervalMs / 2 - 1e-3);
          expect(nextMs - startedMs).toBeLessThanOrEqual(intervalMs * 1.5 + 1e-3);
          const offPhase = (nextMs - phase) / intervalMs;
          expect(Math.abs(offPhase - Math.round(offPhase))).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe('the plan', () => {
  const at = (nowMs: number, lastStartMs: number | null = null, probeAtMs: number | null = null) => ({
    nowMs,
    lastStartMs,
    probeAtMs,
  });

  it.each([
    ['starts whoever waited longest', [due('b', 5), due('a', 1)], at(10), { start: 'a', wakeAtMs: 10 }],
    ['waits for the next who is due', [due('a', 50)], at(10), { start: null, wakeAtMs: 50 }],
    ['keeps the budget between starts', [due('a', 0)], at(10, 0), { start: null, wakeAtMs: 50 }],
    ['asks nobody twice at once', [due('a', 0, true)], at(10), { start: null, wakeAtMs: null }],
    [
      'keeps to the cap',
      [due('a', 0, true), due('b', 0, true), due('c', 0)],
      at(10),
      { start: null, wakeAtMs: null },
    ],
    ['sends a probe at its own time', [due('a', 900)], at(10, null, 10), { start: 'a', wakeAtMs: 10 }],
    ['holds everybody until the probe', [due('a', 0)], at(10, null, 70), { start: null, wakeAtMs: 70 }],
    ['has nothing to do without agents', [], at(10), { start: null, wakeAtMs: null }],
  ])('%s', (_name, candidates, moment, expected) => {
    expect(plan(candidates, limits, moment)).toEqual(expected);
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
