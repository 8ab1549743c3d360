import { type EscalationLevel, escalationLevels } from '../../shared/rules.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { Episode } from './memory.ts';
import type { World } from './world.ts';

const notifyEveryMs = 60_000;
/** A state is known to have lasted only once a poll has said so: an interval, and time to answer. */
const answerMs = 1_500;

export interface EscalationActions {
  /** Gives the line of the inbox, if it made one. */
  readonly tell: (isLate: boolean) => number | null;
  readonly keepQuiet: (reason: 'baseline' | 'acknowledged') => void;
  readonly notifyAgain: (alertId: number) => void;
}

export interface Escalated {
  readonly episode: Episode;
  /** When its next rung is due; infinity when none is left. */
  readonly nextAtMs: number;
}

/** When a rung of this episode's ladder is due; null when the rule does not have it. */
export function dueMs(
  { rule, beganMs, guardMs }: Episode,
  level: EscalationLevel,
  intervalMs: number,
): number | null {
  const delayMs = rule.escalation[level];
  if (delayMs === null) return null;
  const wantedMs = Math.max(rule.holdMs, guardMs);
  const holdMs = wantedMs === 0 ? 0 : Math.max(wantedMs, intervalMs + answerMs);
  return beganMs + holdMs + delayMs;
}

/**
 * Goes up as far as time allows. What came due before we began to look is late after a gap, and no news at all
 * in an agent's first reading.
 */
export function escalate(
  episode: Episode,
  { nowMs, intervalMs }: Pick<World, 'nowMs' | 'intervalMs'>,
  seen: AgentState['seen'],
  actions: EscalationActions,
): Escalated {
  const reached = new Set(episode.reached);
  let { alertId, lastNotifiedMs } = episode;
  let nextAtMs = Number.POSITIVE_INFINITY;

  function notify(atMs: number): void {
    const wasUnseen = seen !== null && atMs <= seen.sinceMs;
    if (episode.isAcknowledged) actions.keepQuiet('acknowledged');
    else if (wasUnseen && seen.isBaseline) actions.keepQuiet('baseline');
    else alertId = actions.tell(wasUnseen);
    lastNotifiedMs = nowMs;
  }

  for (const level of escalationLevels) {
    const atMs = dueMs(episode, level, intervalMs);
    if (atMs === null || nowMs < atMs) {
      // What is drawn follows a rule that was edited; what was told stays told.
      if (level === 'row' || level === 'icon') reached.delete(level);
      nextAtMs = Math.min(nextAtMs, atMs ?? nextAtMs);
      continue;
    }
    const isNew = !reached.has(level);
    reached.add(level);
    if (level === 'notify' && isNew) notify(atMs);
    if (level !== 'sound' || episode.isAcknowledged) continue;
    const hasJustNotified = lastNotifiedMs === nowMs;
    if (isNew && alertId === null && !hasJustNotified) notify(atMs);
    else if (
      alertId !== null &&
      !hasJustNotified &&
      (isNew || nowMs - (lastNotifiedMs ?? 0) >= notifyEveryMs)
    ) {
      actions.notifyAgain(alertId);
      lastNotifiedMs = nowMs;
    }
    if (alertId !== null) nextAtMs = Math.min(nextAtMs, (lastNotifiedMs ?? nowMs) + notifyEveryMs);
  }
  return { episode: { ...episode, reached, alertId, lastNotifiedMs }, nextAtMs };
}
