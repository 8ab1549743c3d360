import type { WatchStore } from '../watch-state.ts';
import { type Cadence, cadenceOf, type Urgency, urgencies } from './cadence.ts';

export interface Pace {
  readonly intervalMs: number;
  readonly requestsPerSecond: number;
}

interface CadenceInput {
  readonly pace: Pace;
  readonly watched: Iterable<{ readonly urgency: Urgency }>;
  /** What an answer takes, typically; null before the first. */
  readonly answerMs: number | null;
}

/** Keeps the intervals that fit who is near and far, budget and dialler, and puts them into the state. */
export function createCadence(store: WatchStore) {
  let cadence: Cadence = cadenceOf(
    { high: 0, normal: 0, low: 0 },
    { intervalMs: store.getState().effectiveIntervalMs, requestsPerSecond: 1, answerMs: null },
  );

  function adjust({ pace, watched, answerMs }: CadenceInput): void {
    const counts = { high: 0, normal: 0, low: 0 };
    for (const { urgency } of watched) counts[urgency] += 1;
    cadence = cadenceOf(counts, { ...pace, answerMs });
    const state = store.getState();
    const slowest = urgencies.findLast((urgency) => counts[urgency] > 0) ?? 'high';
    const next = {
      effectiveIntervalMs: rounded(cadence.intervalsMs.high),
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

  return {
    adjust,
    intervalMsOf: ({ urgency }: { readonly urgency: Urgency }): number => cadence.intervalsMs[urgency],
  };
}

/** To a tenth of a second: what nobody could read as a difference wakes nobody. */
const rounded = (ms: number): number => Math.round(ms / 100) * 100;
