import type { AgentView } from '../../../shared/app-view.ts';
import { attentionRank, type Family } from '../../../shared/family.ts';
import type { Sort } from '../../../shared/list-view.ts';

/** Each user's place by name. Comparing text is what costs in sorting, and names seldom change. */
export type NameRanks = ReadonlyMap<string, number>;

export function rankNames(users: readonly string[]): NameRanks {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return new Map(users.toSorted(compare).map((user, rank) => [user, rank]));
}

export interface Order {
  readonly sort: Sort;
  /** They come first in every order. */
  readonly pinned: ReadonlySet<string>;
  readonly names: NameRanks;
}

/** What an agent's place depends on, worked out once for each: every comparison is of numbers alone. */
interface Place {
  readonly agent: AgentView;
  readonly kind: number;
  readonly sinceMs: number;
  readonly name: number;
}

export function sortAgents(
  agents: readonly AgentView[],
  { sort, pinned, names }: Order,
): readonly AgentView[] {
  const kindOf = kinds[sort];
  const placeOf = (agent: AgentView): Place => ({
    agent,
    kind: kindOf(agent) + (pinned.has(agent.user) ? 0 : unpinned),
    sinceMs: sort === 'name' ? 0 : (agent.since?.atMs ?? Number.MAX_VALUE),
    name: names.get(agent.user) ?? 0,
  });
  return agents
    .map(placeOf)
    .sort((a, b) => a.kind - b.kind || Math.sign(a.sinceMs - b.sinceMs) || a.name - b.name)
    .map(({ agent }) => agent);
}

const severityRank = ({ severity }: AgentView): number =>
  severity === null ? 2 : severity === 'alarm' ? 0 : 1;

/** A name the dialler does not know is a mistake to be seen; one not asked about yet says nothing. */
const phases: Readonly<Record<AgentView['phase'], number>> = { unknown: 0, known: 1, waiting: 2 };

/** Who is not at work has been so for longest, and is not whom one looks for. */
const awayRank = ({ phase, family, since }: AgentView): number =>
  phase !== 'known' || since === null ? 2 : family === 'offline' ? 1 : 0;

/** More than any kind. */
const unpinned = 1_000;

/** What comes before the time in state and the name. */
const kinds: Readonly<Record<Sort, (agent: AgentView) => number>> = {
  /** What the rules find worst, then who needs attention. */
  attention: (agent) => severityRank(agent) * 100 + phases[agent.phase] * 10 + attentionRank(agent.family),
  longest: awayRank,
  name: () => 0,
};

export type FamilyCounts = ReadonlyMap<Family, number>;

/** Only what is known counts. */
export function countFamilies(agents: readonly AgentView[]): FamilyCounts {
  const counts = new Map<Family, number>();
  for (const { phase, family } of agents) {
    if (phase === 'known') counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return counts;
}
