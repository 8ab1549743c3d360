import { eachAgentOnce, longestAgentUser, mostAgentsAtOnce } from '../../shared/account.ts';
import { pastedNames } from '../../shared/pasted.ts';

/** Dialler user names as typed or pasted, each once. */
export const parseAgentList = (typed: string): readonly string[] => eachAgentOnce(pastedNames(typed));

export type AgentListProblem = 'too-many' | 'too-long';

/** What the sentences about them name. */
export const agentListBounds = { most: mostAgentsAtOnce, longest: longestAgentUser };

/** Why main would not take them. */
export function agentListProblem(agentUsers: readonly string[]): AgentListProblem | null {
  if (agentUsers.length > mostAgentsAtOnce) return 'too-many';
  return agentUsers.some(({ length }) => length > longestAgentUser) ? 'too-long' : null;
}
