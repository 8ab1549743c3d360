import type { SlowedBy } from '../shared/app-view.ts';
import type { Change } from '../shared/change.ts';
import type { Health } from '../shared/health.ts';
import type { Reading } from '../shared/reading.ts';
import type { AgentState } from './agents.ts';

/** All that the engine knows. */
export interface WatchState {
  readonly health: Health;
  /** By dialler user, in the order they were added. */
  readonly agents: ReadonlyMap<string, AgentState>;
  /** Between two polls of agents near an event, and of the quietest ones. */
  readonly effectiveIntervalMs: number;
  readonly slowestIntervalMs: number;
  /** No answer is ever older while the dialler answers. */
  readonly boundMs: number;
  /** What makes them longer than set. */
  readonly slowedBy: SlowedBy | null;
}

/** Where the engine keeps its state: a store of its own, or a part of a larger one. */
export interface WatchStore {
  readonly getState: () => WatchState;
  readonly setState: (change: Partial<WatchState>) => void;
}

/** What the engine hands on whenever it has put something new about agents into its state. */
export interface WatchUpdate {
  /** In the order in which they happened. */
  readonly changes: readonly Change[];
  /** A status that the one who interprets readings has not met before. */
  readonly unknownStatus: string | null;
}

/** A reading in the user's own terms. */
export interface Interpreted {
  readonly reading: Reading;
  readonly unknownStatus: string | null;
}
export type Interpret = (reading: Reading) => Interpreted;

const defaultIntervalMs = 5_000;

export const nothingWatched: WatchState = {
  health: { kind: 'idle' },
  agents: new Map(),
  effectiveIntervalMs: defaultIntervalMs,
  slowestIntervalMs: defaultIntervalMs,
  boundMs: 2 * defaultIntervalMs,
  slowedBy: null,
};

/** The engine's state on its own. */
export function createWatchStore(): WatchStore {
  let state = nothingWatched;
  return {
    getState: () => state,
    setState: (change) => {
      state = { ...state, ...change };
    },
  };
}
