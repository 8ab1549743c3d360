import type { Decisions } from './decisions.ts';
import { type ConnectionMemory, noConnectionMemory } from './memory.ts';
import type { World } from './world.ts';

const afterWakingMs = 60_000;

/**
 * Trouble with the connection is told at most once until it is over, not before it has lasted and never just
 * after waking. A refusal of the credentials is told once, until they are accepted.
 */
export function decideConnection(
  before: ConnectionMemory,
  { health, nowMs, wokeMs, settings }: World,
  decisions: Decisions,
): { readonly connection: ConnectionMemory; readonly nextAtMs: number } {
  const never = Number.POSITIVE_INFINITY;
  switch (health.kind) {
    case 'ok':
    case 'idle':
      for (const alertId of before.alertIds) decisions.add({ kind: 'over', alertId });
      return { connection: noConnectionMemory, nextAtMs: never };
    case 'failing': {
      const sinceMs = before.sinceMs ?? health.sinceMs;
      const connection = { ...before, sinceMs };
      if (before.isTold) return { connection, nextAtMs: never };
      const dueMs = Math.max(sinceMs + settings.problemAfterMs, wokeMs === null ? 0 : wokeMs + afterWakingMs);
      if (nowMs < dueMs) return { connection, nextAtMs: dueMs };
      const alertId = decisions.recordAlert({
        topic: 'connection-problem',
        agentUser: null,
        problem: health.problem.kind,
        durationMs: nowMs - sinceMs,
      });
      return { connection: { ...withAlert(connection, alertId), isTold: true }, nextAtMs: never };
    }
    case 'stopped': {
      const isAskedToSignIn = health.problem.kind === 'no-password';
      if (before.isRefusalTold || isAskedToSignIn) return { connection: before, nextAtMs: never };
      const alertId = decisions.recordAlert({
        topic: 'refused',
        agentUser: null,
        problem: health.problem.kind,
      });
      return { connection: { ...withAlert(before, alertId), isRefusalTold: true }, nextAtMs: never };
    }
    case 'connecting':
    case 'paused':
      // A problem from before a sleep or a pause has to last anew to be told.
      return { connection: { ...before, sinceMs: null }, nextAtMs: never };
  }
}

const withAlert = (connection: ConnectionMemory, alertId: number | null): ConnectionMemory =>
  alertId === null ? connection : { ...connection, alertIds: [...connection.alertIds, alertId] };
