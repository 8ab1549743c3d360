import type { ProblemKind } from '../../src/shared/problem.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export interface ShiftOptions {
  readonly hours: number;
  readonly agentCount: number;
  readonly seed: number;
  readonly intervalMs: number;
}

/** Times count from the beginning of the shift, on the wall clock. */
export interface Interruption {
  readonly kind: 'outage' | 'sleep';
  readonly fromMs: number;
  readonly lengthMs: number;
  readonly problem: ProblemKind;
}

/** One agent gets answering machines and wrong numbers for a while, which the floor itself hardly has. */
export interface BadList {
  readonly fromMs: number;
  readonly lengthMs: number;
}

export interface ShiftPlan extends ShiftOptions {
  readonly startWallMs: number;
  readonly lengthMs: number;
  readonly interruptions: readonly Interruption[];
  readonly badList: BadList;
}

/** Three outages of growing length, each in another way, and one sleep. */
export function fullShift(options: ShiftOptions): ShiftPlan {
  const at = (part: number) => Math.round(part * options.hours * hourMs);
  return planOf(options, [
    outage(at(0.15), 40_000, 'connection-broken'),
    outage(at(0.4), 3 * minuteMs, 'timeout'),
    outage(at(0.6), 10 * minuteMs, 'refused'),
    { kind: 'sleep', fromMs: at(0.8), lengthMs: 20 * minuteMs, problem: 'offline' },
  ]);
}

export const planOf = (options: ShiftOptions, interruptions: readonly Interruption[]): ShiftPlan => ({
  ...options,
  startWallMs: Date.UTC(2026, 10, 24, 8),
  lengthMs: options.hours * hourMs,
  interruptions,
  badList: { fromMs: Math.round(0.3 * options.hours * hourMs), lengthMs: 5 * minuteMs },
});

export const outage = (fromMs: number, lengthMs: number, problem: ProblemKind): Interruption => ({
  kind: 'outage',
  fromMs,
  lengthMs,
  problem,
});
