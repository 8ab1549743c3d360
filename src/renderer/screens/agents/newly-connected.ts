import type { AgentView } from '../../../shared/app-view.ts';

/** Agents whose call connected between two views: seen before in another state, in a call now. */
export function newlyConnected(
  before: readonly AgentView[],
  after: readonly AgentView[],
): readonly AgentView[] {
  const known = new Map(before.map((agent) => [agent.user, agent]));
  return after.filter((agent) => {
    const previous = known.get(agent.user);
    return agent.family === 'in-call' && previous?.phase === 'known' && previous.family !== 'in-call';
  });
}
