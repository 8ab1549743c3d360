import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceOf, type UrgencyCounts, urgencies } from '../../../../src/watch/monitor/cadence.ts';

const wishes = { intervalMs: 5_000, requestsPerSecond: 20, answerMs: null };
const counts = (high: number, normal = 0, low = 0): UrgencyCounts => ({ high, normal, low });

describe('the cadence', () => {
  it.each([
    ['gives everybody what was set, where it fits', counts(10, 5, 5), 5_000, 5_000, 5_000, 5_000],
    ['keeps a long interval that was set', counts(10, 5, 5), 60_000, 60_000, 60_000, 60_000],
    ['stretches a floor past the budget', counts(194), 5_000, 10_000, 20_000, 40_000],
    ['lets quiet agents wait first', counts(80, 0, 68), 5_000, 5_000, 10_000, 20_000],
  ])('%s', (_name, floor, intervalMs, high, normal, low) => {
    const { intervalsMs } = cadenceOf(floor, { ...wishes, intervalMs });
    expect(intervalsMs.high).toBeCloseTo(high, -1);
    expect(intervalsMs.normal).toBeCloseTo(normal, -1);
    expect(intervalsMs.low).toBeCloseTo(low, -1);
  });

  it('says what it is slowed by', () => {
    expect(cadenceOf(counts(10), wishes).slowedBy).toBeNull();
    expect(cadenceOf(counts(1_000), wishes).slowedBy).toBe('budget');
    expect(cadenceOf(counts(60), { ...wishes, answerMs: 2_000 }).slowedBy).toBe('dialler');
  });

  it('asks a dialler less that takes long to answer', () => {
    const rate = (answerMs: number) =>
      60_000 / cadenceOf(counts(60), { ...wishes, answerMs }).intervalsMs.high;
    expect(rate(2_000)).toBeLessThanOrEqual(3);
    expect(rate(50)).toBe(12);
  });

  it('keeps any floor within the budget, high ones soonest, and nobody older than it says', () => {
    const floor = fc.record({ high: fc.nat(2_000), normal: fc.nat(2_000), low: fc.nat(2_000) });
    fc.assert(
      fc.property(
        floor,
        fc.integer({ min: 3_000, max: 60_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.option(fc.integer({ min: 1, max: 12_000 })),
        (agents, intervalMs, requestsPerSecond, answerMs) => {
          const { intervalsMs, boundMs } = cadenceOf(agents, { intervalMs, requestsPerSecond, answerMs });
          const perSecond = urgencies.reduce(
            (sum, urgency) => sum + (agents[urgency] * 1_000) / intervalsMs[urgency],
            0,
          );
          expect(perSecond).toBeLessThanOrEqual(requestsPerSecond * 0.971);
          expect(intervalsMs.high).toBeGreaterThanOrEqual(intervalMs);
          expect(intervalsMs.high).toBeLessThanOrEqual(intervalsMs.normal);
          expect(intervalsMs.normal).toBeLessThanOrEqual(intervalsMs.low);
          const total = agents.high + agents.normal + agents.low;
          const allowed = Math.min(
            0.97 * requestsPerSecond,
            answerMs === null ? Number.POSITIVE_INFINITY : 4_500 / answerMs,
          );
          expect(boundMs).toBeLessThanOrEqual(2 * Math.max(60_000, (2_000 * total) / allowed) + 2);
        },
      ),
    );
  });
});
