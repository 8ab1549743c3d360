import type { AgentView } from '../../../shared/app-view.ts';

/** What hand and eye do with the list. */
export interface Hand {
  readonly isOver: boolean;
  readonly hasFocus: boolean;
  /** When it last moved, scrolled or pressed a key. */
  readonly movedMs: number;
}

/** Without a move for this long, nobody is about to press anything. */
export const quietMs = 3_000;
/** However much the hand moves: an order older than this misleads. */
export const longestHoldMs = 10_000;

/** For how long the order that is shown has to stay; 0 when the right one may take its place. */
export function holdLeftMs(
  { isOver, hasFocus, movedMs }: Hand,
  behindSinceMs: number | null,
  nowMs: number,
): number {
  if (!isOver && !hasFocus) return 0;
  const untilMs = Math.min(movedMs + quietMs, (behindSinceMs ?? nowMs) + longestHoldMs);
  return Math.max(0, untilMs - nowMs);
}

/**
 * The agents in the order in which they are shown already; who came since stands after the one it comes after
 * in the right order. The right order itself when that is what is shown.
 */
export function heldOrder(shownUsers: readonly string[], agents: readonly AgentView[]): readonly AgentView[] {
  const byUser = new Map(agents.map((agent) => [agent.user, agent]));
  const held = shownUsers.flatMap((user) => byUser.get(user) ?? []);
  const isRight = held.length === agents.length && held.every((agent, index) => agent === agents[index]);
  if (isRight) return agents;
  if (held.length === agents.length) return held;
  const shown = new Set(shownUsers);
  const after = new Map<string | null, AgentView[]>();
  let previous: string | null = null;
  for (const agent of agents) {
    if (shown.has(agent.user)) previous = agent.user;
    else after.set(previous, [...(after.get(previous) ?? []), agent]);
  }
  return [...(after.get(null) ?? []), ...held.flatMap((agent) => [agent, ...(after.get(agent.user) ?? [])])];
}
