import type { AgentView } from '../../../shared/app-view.ts';
import type { Group } from '../../../shared/rules.ts';

/** The groups of each user, in the order of the groups; whoever is in none is not there. */
export type Membership = ReadonlyMap<string, readonly Group[]>;

export function membershipOf(groups: readonly Group[]): Membership {
  const membership = new Map<string, Group[]>();
  for (const group of groups) {
    for (const user of new Set(group.agentUsers)) {
      const others = membership.get(user);
      if (others === undefined) membership.set(user, [group]);
      else others.push(group);
    }
  }
  return membership;
}

/** All agents where no group is chosen. */
export function agentsIn(agents: readonly AgentView[], group: Group | null): readonly AgentView[] {
  if (group === null) return agents;
  const users = new Set(group.agentUsers);
  return agents.filter(({ user }) => users.has(user));
}
