import type { AgentView } from '../../../shared/app-view.ts';

/** However much the hand moves: an order older than this misleads. */
export const longestHoldMs = 10_000;

/**
 * The agents in the order in which they are shown already; who came since stands after the one it comes after
 * in the right order. The right order itself when that is what is shown.
 */
export function heldOrder(shown: readonly AgentView[], agents: readonly AgentView[]): readonly AgentView[] {
  const byUser = new Map(agents.map((agent) => [agent.user, agent]));
  const held = shown.flatMap(({ user }) => byUser.get(user) ?? []);
  const isRight = held.length === agents.length && held.every((agent, index) => agent === agents[index]);
  if (isRight) return agents;
  if (held.length === agents.length) return held;
  const known = new Set(held);
  const after = new Map<AgentView | null, AgentView[]>();
  let previous: AgentView | null = null;
  for (const agent of agents) {
    if (known.has(agent)) previous = agent;
    else after.set(previous, [...(after.get(previous) ?? []), agent]);
  }
  return [...(after.get(null) ?? []), ...held.flatMap((agent) => [agent, ...(after.get(agent) ?? [])])];
}
