/** When to poll whom, as pure functions of the clock: no timers here. Instants are monotonic ms. */

/**
 * The agent's next moment after a poll that started at `startedMs`. A poll that was late, early or
 * out of turn returns to its moment by itself, between half an interval and one and a half later.
 */
export function nextDueMs(startedMs: number, phase: number, intervalMs: number): number {
  const phaseMs = phase * intervalMs;
  const earliestMs = startedMs + intervalMs / 2;
  const turns = Math.floor((earliestMs - phaseMs) / intervalMs) + 1;
  return phaseMs + turns * intervalMs;
}

/** What is due within this time may leave together: to wake for every poll would cost as much as the poll. */
export const restMs = 25;

/**
 * When the budget allows the next request after one it allowed at `allowedMs` and that began at `startedMs`.
 * A start that a timer or the rest delayed does not delay the ones after it.
 */
export const nextAllowedMs = (allowedMs: number, startedMs: number, requestsPerSecond: number): number => {
  const gapMs = 1_000 / requestsPerSecond;
  return (startedMs - allowedMs < Math.max(gapMs, restMs) ? allowedMs : startedMs) + gapMs;
};
