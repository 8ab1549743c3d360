import { families } from '../../shared/family.ts';
import type { AgentState } from '../../watch/agents.ts';

/** Who needs a supervisor most comes first; among equals, who has been so the longest. */
export const byAttention = (agents: Iterable<AgentState>): readonly AgentState[] =>
  [...agents].sort((a, b) => rank(a) - rank(b) || beganMs(a) - beganMs(b));

/** An agent of whom nothing is known comes after everyone else. */
const rank = (agent: AgentState): number =>
  agent.phase === 'known' ? families.indexOf(agent.reading.family) : families.length;

const beganMs = (agent: AgentState): number => agent.since?.atMs ?? Number.MAX_VALUE;
