import { agentKey } from './account.ts';

/** A campaign as the dialler names it; either may be empty. */
export interface RosterCampaign {
  readonly id: string;
  readonly name: string;
}

/** One of the dialler's users, and all we keep of them. */
export interface RosterUser {
  /** In the dialler's exact case. */
  readonly user: string;
  readonly name: string;
  readonly campaigns: readonly RosterCampaign[];
  readonly isActive: boolean;
  /** The dialler marks them as somebody who takes no calls; not there for agents. */
  readonly role?: 'administrator' | 'api-user';
}

/** What the dialler's own list said, and how long ago. */
export interface RosterView {
  readonly users: readonly RosterUser[];
  readonly ageMs: number;
}

/** A watched agent the dialler's list does not hold, or not as active. */
export interface Drift {
  readonly kind: 'inactive' | 'missing';
  readonly agentUser: string;
}

/** Who of the watched is not on the list, or not active. A list of nobody says nothing about anybody. */
export function driftOf(agentUsers: readonly string[], roster: readonly RosterUser[]): readonly Drift[] {
  if (roster.length === 0) return [];
  const byKey = new Map(roster.map((one) => [agentKey(one.user), one]));
  return agentUsers.flatMap((agentUser): Drift[] => {
    const one = byKey.get(agentKey(agentUser));
    if (one === undefined) return [{ kind: 'missing', agentUser }];
    return one.isActive ? [] : [{ kind: 'inactive', agentUser }];
  });
}

/** A name as the list spells it; as it is where the list does not hold it. */
export function spellingOf(roster: readonly RosterUser[]): (user: string) => string {
  const byKey = new Map(roster.map(({ user }) => [agentKey(user), user]));
  return (user) => byKey.get(agentKey(user)) ?? user;
}
