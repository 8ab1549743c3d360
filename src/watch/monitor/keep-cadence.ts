import type { AppStore } from '../../main/state/store.ts';
import { type Cadence, cadenceOf, type Pull, pulls } from './cadence.ts';

export interface Pace {
  readonly intervalMs: number;
  readonly requestsPerSecond: number;
}

interface Known {
  readonly pace: Pace;
  readonly watched: Iterable<{ readonly pull: Pull }>;
  /** What an answer takes, typically; null before the first. */
  readonly answerMs: number | null;
}

/** Keeps the intervals that fit who is near and far, budget and dialler, and tells the store of them. */
export function keepCadence(store: AppStore) {
  let cadence: Cadence = cadenceOf(
    { near: 0, plain: 0, far: 0 },
    { intervalMs: store.getState().effectiveIntervalMs, requestsPerSecond: 1, answerMs: null },
  );

  function adjust({ pace, watched, answerMs }: Known): void {
    const counts = { near: 0, plain: 0, far: 0 };
    for (const { pull } of watched) counts[pull] += 1;
    cadence = cadenceOf(counts, { ...pace, answerMs });
    const state = store.getState();
    const slowest = pulls.findLast((pull) => counts[pull] > 0) ?? 'near';
    const next = {
      effectiveIntervalMs: rounded(cadence.intervalsMs.near),
      slowestIntervalMs: rounded(cadence.intervalsMs[slowest]),
      boundMs: rounded(cadence.boundMs),
      slowedBy: cadence.slowedBy,
    };
    const isSame =
      next.effectiveIntervalMs === state.effectiveIntervalMs &&
      next.slowestIntervalMs === state.slowestIntervalMs &&
      next.boundMs === state.boundMs &&
      next.slowedBy === state.slowedBy;
    if (!isSame) store.setState(next);
  }

  return { adjust, intervalMsOf: ({ pull }: { readonly pull: Pull }): number => cadence.intervalsMs[pull] };
}

/** To a tenth of a second: what nobody could read as a difference wakes nobody. */
const rounded = (ms: number): number => Math.round(ms / 100) * 100;
