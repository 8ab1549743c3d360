import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceOf, type PullCounts, pulls } from '../../../../src/watch/monitor/cadence.ts';

const wishes = { intervalMs: 5_000, requestsPerSecond: 20, answerMs: null };
const counts = (near: number, plain = 0, far = 0): PullCounts => ({ near, plain, far });

describe('the cadence', () => {
  it.each([
    ['gives everybody what was set, where it fits', counts(10, 5, 5), 5_000, 5_000, 5_000, 5_000],
    ['keeps a long interval that was set', counts(10, 5, 5), 60_000, 60_000, 60_000, 60_000],
    ['stretches a floor past the budget', counts(194), 5_000, 10_000, 20_000, 40_000],
    ['lets quiet agents wait first', counts(80, 0, 68), 5_000, 5_000, 10_000, 20_000],
  ])('%s', (_name, floor, intervalMs, near, plain, far) => {
    const { intervalsMs } = cadenceOf(floor, { ...wishes, intervalMs });
    expect(intervalsMs.near).toBeCloseTo(near, -1);
    expect(intervalsMs.plain).toBeCloseTo(plain, -1);
    expect(intervalsMs.far).toBeCloseTo(far, -1);
  });

  it('says what it is slowed by', () => {
    expect(cadenceOf(counts(10), wishes).slowedBy).toBeNull();
    expect(cadenceOf(counts(1_000), wishes).slowedBy).toBe('budget');
    expect(cadenceOf(counts(60), { ...wishes, answerMs: 2_000 }).slowedBy).toBe('dialler');
  });

  it('asks a dialler less that takes long to answer', () => {
    const rate = (answerMs: number) =>
      60_000 / cadenceOf(counts(60), { ...wishes, answerMs }).intervalsMs.near;
    expect(rate(2_000)).toBeLessThanOrEqual(3);
    expect(rate(50)).toBe(12);
  });

  it('keeps any floor within the budget, near ones soonest, and nobody older than it says', () => {
    const floor = fc.record({ near: fc.nat(2_000), plain: fc.nat(2_000), far: fc.nat(2_000) });
    fc.assert(
      fc.property(
        floor,
        fc.integer({ min: 3_000, max: 60_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.option(fc.integer({ min: 1, max: 12_000 })),
        (agents, intervalMs, requestsPerSecond, answerMs) => {
          const { intervalsMs, boundMs } = cadenceOf(agents, { intervalMs, requestsPerSecond, answerMs });
          const perSecond = pulls.reduce((sum, pull) => sum + (agents[pull] * 1_000) / intervalsMs[pull], 0);
          expect(perSecond).toBeLessThanOrEqual(requestsPerSecond * 0.971);
          expect(intervalsMs.near).toBeGreaterThanOrEqual(intervalMs);
          expect(intervalsMs.near).toBeLessThanOrEqual(intervalsMs.plain);
          expect(intervalsMs.plain).toBeLessThanOrEqual(intervalsMs.far);
          const total = agents.near + agents.plain + agents.far;
          const allowed = Math.min(
            0.97 * requestsPerSecond,
            answerMs === null ? Number.POSITIVE_INFINITY : 6_000 / answerMs,
          );
          expect(boundMs).toBeLessThanOrEqual(2 * Math.max(60_000, (2_000 * total) / allowed) + 2);
        },
      ),
    );
  });
});
