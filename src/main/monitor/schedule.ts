/** When to poll whom, as pure functions of the clock: no timers here. Instants are monotonic ms. */

/** The interval that keeps `agentCount` agents within the request budget. */
export const effectiveIntervalMs = (
  intervalMs: number,
  agentCount: number,
  requestsPerSecond: number,
): number => Math.max(intervalMs, Math.ceil((agentCount * 1000) / requestsPerSecond));

/** Each agent has its own moment of the interval, so that requests never bunch at the tick. */
export const phaseMs = (index: number, agentCount: number, intervalMs: number): number =>
  agentCount === 0 ? 0 : (index * intervalMs) / agentCount;

/**
 * The agent's next moment after a poll that started at `startedMs`. A poll that was late, early or
 * out of turn returns to its moment by itself, between half an interval and one and a half later.
 */
export function nextDueMs(startedMs: number, phase: number, intervalMs: number): number {
  const earliestMs = startedMs + intervalMs / 2;
  const turns = Math.floor((earliestMs - phase) / intervalMs) + 1;
  return phase + turns * intervalMs;
}

export interface Candidate {
  readonly user: string;
  readonly dueMs: number;
  readonly isInFlight: boolean;
}

export interface Moment {
  readonly nowMs: number;
  readonly lastStartMs: number | null;
  /** A probe's own time, which then counts instead of when the agent was due. */
  readonly probeAtMs: number | null;
}

export interface Limits {
  readonly maxInFlight: number;
  readonly requestsPerSecond: number;
}

export interface Plan {
  /** Whom to ask now, if anyone. */
  readonly start: string | null;
  /** When to look again; null means only after an answer. */
  readonly wakeAtMs: number | null;
}

/** Picks the longest due agent that budget and cap allow, one at a time. */
export function plan(
  candidates: Iterable<Candidate>,
  limits: Limits,
  { nowMs, lastStartMs, probeAtMs }: Moment,
): Plan {
  let inFlight = 0;
  let next: Candidate | null = null;
  for (const candidate of candidates) {
    if (candidate.isInFlight) inFlight += 1;
    else if (next === null || candidate.dueMs < next.dueMs) next = candidate;
  }
  if (next === null || inFlight >= limits.maxInFlight) return { start: null, wakeAtMs: null };
  const allowedMs = lastStartMs === null ? nowMs : lastStartMs + 1000 / limits.requestsPerSecond;
  const startMs = Math.max(probeAtMs ?? next.dueMs, allowedMs);
  return startMs <= nowMs ? { start: next.user, wakeAtMs: nowMs } : { start: null, wakeAtMs: startMs };
}
