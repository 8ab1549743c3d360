import type { Clock } from '../clock.ts';
import type { Urgency } from './cadence.ts';

/** What the monitor keeps about one agent's polls; what they said is in the store. */
export interface WatchedAgent {
  readonly user: string;
  /** Its own moment of the interval, as a share of it: requests never bunch at the tick. */
  offsetShare: number;
  urgency: Urgency;
  dueMs: number;
  /** The request under way. An answer that is not this poll's is late, and dropped. */
  poll: Poll | null;
  lastGood: { readonly atMs: number; readonly wallMs: number } | null;
  lastFailureMs: number | null;
  failures: number;
  /** Polling stopped in between (sleep, pause), whatever the clocks say. */
  hadGap: boolean;
}

export interface Poll {
  readonly startedMs: number;
  readonly abort: AbortController;
}

export const watchedAgent = (user: string, dueMs: number): WatchedAgent => ({
  user,
  offsetShare: 0,
  urgency: 'high',
  dueMs,
  poll: null,
  lastGood: null,
  lastFailureMs: null,
  failures: 0,
  hadGap: false,
});

/** A wall clock that is put right jumps by seconds. */
const largestCorrectionMs = 60_000;

/** Whether polling was interrupted for longer than `limitMs`, so that things may have happened unseen. */
export function hadGap(agent: WatchedAgent, clock: Clock, limitMs: number): boolean {
  if (agent.hadGap || agent.lastGood === null) return agent.hadGap;
  const passedMs = clock.nowMs() - agent.lastGood.atMs;
  // Asleep, the monotonic clock may stand still while the wall clock goes on.
  const wallPassedMs = clock.wallMs() - agent.lastGood.wallMs;
  const isSleep = wallPassedMs - passedMs > largestCorrectionMs;
  return passedMs > limitMs || (isSleep && wallPassedMs > limitMs);
}

/** Drops the request under way: its answer, if one still comes, is late. */
export function abandon(agent: WatchedAgent): void {
  agent.poll?.abort.abort();
  agent.poll = null;
}
