import type { AgentPhase } from '../shared/app-view.ts';
import type { Since } from '../shared/duration.ts';
import type { ProblemKind } from '../shared/problem.ts';
import type { Reading } from '../shared/reading.ts';

/** One watched agent as last known. A failed poll never changes `reading`; it ages it. */
export interface AgentState {
  readonly user: string;
  readonly phase: AgentPhase;
  readonly reading: Reading;
  readonly since: Since | null;
  /** When the family began, over changes of status inside it; a new call begins it anew. */
  readonly familySince: Since | null;
  /** From when on we have looked without a gap, and whether nothing was known before; null until the first reading. */
  readonly seen: { readonly sinceMs: number; readonly isBaseline: boolean } | null;
  /** When the last good reading was, once it is too old to trust. */
  readonly staleSinceMs: number | null;
  readonly problem: ProblemKind | null;
}

export const unseenAgent = (user: string, reading: Reading): AgentState => ({
  user,
  phase: 'waiting',
  reading,
  since: null,
  familySince: null,
  seen: null,
  staleSinceMs: null,
  problem: null,
});

/** What is known of this agent now, rather than a while ago. */
export const isCurrent = (agent: AgentState): boolean =>
  agent.phase === 'known' && agent.staleSinceMs === null;
