import type { TroubleMemory } from './memory.ts';
import type { Scribe } from './scribe.ts';
import type { World } from './world.ts';

const afterWakingMs = 60_000;

/**
 * Trouble with the connection is told at most once until it is over, not before it has lasted and never just
 * after waking. A refusal of the credentials is told once, until they are accepted.
 */
export function decideTrouble(
  before: TroubleMemory,
  { health, nowMs, wokeMs, settings }: World,
  scribe: Scribe,
): { readonly trouble: TroubleMemory; readonly nextAtMs: number } {
  const never = Number.POSITIVE_INFINITY;
  switch (health.kind) {
    case 'ok':
    case 'idle':
      return { trouble: { sinceMs: null, isTold: false, isRefusalTold: false }, nextAtMs: never };
    case 'failing': {
      const sinceMs = before.sinceMs ?? health.sinceMs;
      const trouble = { ...before, sinceMs };
      if (before.isTold) return { trouble, nextAtMs: never };
      const dueMs = Math.max(sinceMs + settings.troubleAfterMs, wokeMs === null ? 0 : wokeMs + afterWakingMs);
      if (nowMs < dueMs) return { trouble, nextAtMs: dueMs };
      scribe.tell({
        topic: 'trouble',
        agentUser: null,
        problem: health.problem.kind,
        durationMs: nowMs - sinceMs,
      });
      return { trouble: { ...trouble, isTold: true }, nextAtMs: never };
    }
    case 'stopped': {
      const isAskedToSignIn = health.problem.kind === 'no-password';
      if (before.isRefusalTold || isAskedToSignIn) return { trouble: before, nextAtMs: never };
      scribe.tell({ topic: 'refused', agentUser: null, problem: health.problem.kind });
      return { trouble: { ...before, isRefusalTold: true }, nextAtMs: never };
    }
    case 'connecting':
    case 'paused':
      // What was trouble before a sleep or a pause has to last anew.
      return { trouble: { ...before, sinceMs: null }, nextAtMs: never };
  }
}
