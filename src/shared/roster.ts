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
}

/** What the dialler's own list said, and how long ago. */
export interface RosterView {
  readonly users: readonly RosterUser[];
  readonly ageMs: number;
}

/** A watched agent the dialler's list does not hold as we know them. */
export type Drift =
  | { readonly kind: 'inactive' | 'missing'; readonly agentUser: string }
  | { readonly kind: 'renamed'; readonly agentUser: string; readonly newUser: string };

/** Who of the watched is not, or not so, on the list. A list of nobody says nothing about anybody. */
export function driftOf(agentUsers: readonly string[], roster: readonly RosterUser[]): readonly Drift[] {
  if (roster.length === 0) return [];
  const bySpelling = new Map(roster.map((one) => [one.user, one]));
  const byName = new Map(roster.map((one) => [one.user.toLowerCase(), one]));
  const watched = new Set(agentUsers);
  return agentUsers.flatMap((agentUser): Drift[] => {
    const exact = bySpelling.get(agentUser);
    if (exact !== undefined) return exact.isActive ? [] : [{ kind: 'inactive', agentUser }];
    const other = byName.get(agentUser.toLowerCase());
    if (other === undefined) return [{ kind: 'missing', agentUser }];
    if (!other.isActive) return [{ kind: 'inactive', agentUser }];
    // Whoever is watched under the new spelling already is not there twice.
    if (watched.has(other.user)) return [{ kind: 'missing', agentUser }];
    return [{ kind: 'renamed', agentUser, newUser: other.user }];
  });
}
