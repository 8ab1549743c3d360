import type { AgentView } from '../../../shared/app-view.ts';
import { type CallState, isCallConnected } from '../../../shared/call-connected.ts';

/** Agents whose call connected between two views: seen before in another state or call, in a call now. */
export function newlyConnected(
  before: readonly AgentView[],
  after: readonly AgentView[],
): readonly AgentView[] {
  const changed = after.filter((agent, at) => agent !== before[at] && agent.family === 'in-call');
  if (changed.length === 0) return changed;
  const known = new Map(before.map((agent) => [agent.user, agent]));
  return changed.filter((agent) => {
    const previous = known.get(agent.user);
    return previous?.phase === 'known' && isCallConnected(callOf(previous), callOf(agent));
  });
}

/** Still talking, and with the same customer as before. */
export const isSameCall = (before: AgentView, after: AgentView): boolean =>
  after.family === 'in-call' && !isCallConnected(callOf(before), callOf(after));

const callOf = ({ family, leadId, maskedInCallWith }: AgentView): CallState => ({
  family,
  leadId,
  inCallWith: maskedInCallWith,
});
