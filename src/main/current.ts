import type { AgentState } from './store.ts';

/** What is known of this agent now, rather than a while ago. */
export const isCurrent = (agent: AgentState): boolean =>
  agent.phase === 'known' && agent.staleSinceMs === null;
