import { performance } from 'node:perf_hooks';

export interface Clock {
  /** For durations: never jumps, and may stand still while the machine sleeps. */
  readonly nowMs: () => number;
  /** The wall clock: jumps when somebody sets it, and over a sleep. */
  readonly wallMs: () => number;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
};
