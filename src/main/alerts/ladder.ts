import { type Step, steps } from '../../shared/rules.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { Episode } from './memory.ts';
import type { World } from './world.ts';

const knockEveryMs = 60_000;
/** A state is known to have lasted only once a poll has said so: an interval, and time to answer. */
const answerMs = 1_500;

export interface Climber {
  /** Gives the line of the inbox, if it made one. */
  readonly tell: (isLate: boolean) => number | null;
  readonly keepQuiet: (reason: 'baseline' | 'acknowledged') => void;
  readonly knockAgain: (alertId: number) => void;
}

export interface Climbed {
  readonly episode: Episode;
  /** When its next rung is due; infinity when none is left. */
  readonly nextAtMs: number;
}

/** When a rung of this episode's ladder is due; null when the rule does not have it. */
export function dueMs({ rule, beganMs, guardMs }: Episode, step: Step, intervalMs: number): number | null {
  const delayMs = rule.how[step];
  if (delayMs === null) return null;
  const wantedMs = Math.max(rule.holdMs, guardMs);
  const holdMs = wantedMs === 0 ? 0 : Math.max(wantedMs, intervalMs + answerMs);
  return beganMs + holdMs + delayMs;
}

/**
 * Goes up as far as time allows. What came due before we began to look is late after a gap, and no news at all
 * in an agent's first reading.
 */
export function climb(
  episode: Episode,
  { nowMs, intervalMs }: Pick<World, 'nowMs' | 'intervalMs'>,
  seen: AgentState['seen'],
  climber: Climber,
): Climbed {
  const reached = new Set(episode.reached);
  let { alertId, lastKnockMs } = episode;
  let nextAtMs = Number.POSITIVE_INFINITY;

  function notify(atMs: number): void {
    const wasUnseen = seen !== null && atMs <= seen.sinceMs;
    if (episode.isAcknowledged) climber.keepQuiet('acknowledged');
    else if (wasUnseen && seen.isBaseline) climber.keepQuiet('baseline');
    else alertId = climber.tell(wasUnseen);
    lastKnockMs = nowMs;
  }

  for (const step of steps) {
    const atMs = dueMs(episode, step, intervalMs);
    if (atMs === null || nowMs < atMs) {
      // What is drawn follows a rule that was edited; what was told stays told.
      if (step === 'row' || step === 'icon') reached.delete(step);
      nextAtMs = Math.min(nextAtMs, atMs ?? nextAtMs);
      continue;
    }
    const isNew = !reached.has(step);
    reached.add(step);
    if (step === 'notify' && isNew) notify(atMs);
    if (step !== 'sound' || episode.isAcknowledged) continue;
    const hasJustKnocked = lastKnockMs === nowMs;
    if (isNew && alertId === null && !hasJustKnocked) notify(atMs);
    else if (alertId !== null && !hasJustKnocked && (isNew || nowMs - (lastKnockMs ?? 0) >= knockEveryMs)) {
      climber.knockAgain(alertId);
      lastKnockMs = nowMs;
    }
    if (alertId !== null) nextAtMs = Math.min(nextAtMs, (lastKnockMs ?? nowMs) + knockEveryMs);
  }
  return { episode: { ...episode, reached, alertId, lastKnockMs }, nextAtMs };
}
