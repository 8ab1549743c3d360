import type { AgentPhase } from './app-view.ts';
import { formatDuration } from './duration.ts';
import type { ProblemKind } from './problem.ts';

interface Watched {
  readonly phase: AgentPhase;
  readonly staleSinceMs: number | null;
  readonly problem: ProblemKind | null;
}

/** Of whom nothing is known now. Whoever sums up the agents says so, or they would seem to be fine. */
export interface Unheard {
  /** Not heard for too long, or asked in vain. */
  readonly silent: number;
  /** Since when, the longest of them; null where none was ever heard. */
  readonly sinceMs: number | null;
  /** The dialler knows no such agent. */
  readonly unknown: number;
}

/** Whose first answer is still on its way is not missed yet. */
export function unheardOf(agents: Iterable<Watched>): Unheard {
  let [silent, unknown] = [0, 0];
  let sinceMs: number | null = null;
  for (const { phase, staleSinceMs, problem } of agents) {
    if (phase === 'unknown') unknown += 1;
    else if (staleSinceMs !== null) {
      silent += 1;
      sinceMs = Math.min(sinceMs ?? staleSinceMs, staleSinceMs);
    } else if (phase === 'waiting' && problem !== null) silent += 1;
  }
  return { silent, sinceMs, unknown };
}

/** The words of one language. */
type Say = (
  key: 'unheard.since' | 'unheard.never' | 'unheard.unknown',
  values: { readonly agents: number; readonly time: string },
) => string;

/** As the tray and the popover say it alike; null when everybody is heard. */
export function unheardInWords(
  { silent, sinceMs, unknown }: Unheard,
  nowMs: number,
  say: Say,
): string | null {
  const time = sinceMs === null ? '' : formatDuration(nowMs - sinceMs);
  const parts = [
    silent === 0 ? [] : say(sinceMs === null ? 'unheard.never' : 'unheard.since', { agents: silent, time }),
    unknown === 0 ? [] : say('unheard.unknown', { agents: unknown, time }),
  ].flat();
  return parts.length === 0 ? null : parts.join(' · ');
}
