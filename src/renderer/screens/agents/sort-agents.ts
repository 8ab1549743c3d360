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

/** `before` is what came of the same order last time: whoever is in it as they were keeps their place. */
export function sortAgents(
  agents: readonly AgentView[],
  order: Order,
  before: readonly AgentView[] = [],
): readonly AgentView[] {
  const placeOf = placesBy(order);
  const others = new Set(agents);
  const kept = before.filter((agent) => others.delete(agent));
  if (kept.length < agents.length / 2) return agents.map(placeOf).sort(compare).map(agentOf);
  const fresh = [...others].map(placeOf).sort(compare);
  const merged: AgentView[] = [];
  let from = 0;
  for (const place of fresh) {
    const to = firstAfter(kept, place, placeOf, from);
    merged.push(...kept.slice(from, to), place.agent);
    from = to;
  }
  return [...merged, ...kept.slice(from)];
}

function placesBy({ sort, pinned, names }: Order): (agent: AgentView) => Place {
  const kindOf = kinds[sort];
  return (agent) => ({
    agent,
    kind: kindOf(agent) + (pinned.has(agent.user) ? 0 : unpinned),
    sinceMs: sort === 'name' ? 0 : (agent.since?.atMs ?? Number.MAX_VALUE),
    name: names.get(agent.user) ?? 0,
  });
}

const compare = (a: Place, b: Place): number =>
  a.kind - b.kind || Math.sign(a.sinceMs - b.sinceMs) || a.name - b.name;

const agentOf = ({ agent }: Place): AgentView => agent;

/** Where something belongs among what is in order, if not before `from`. */
function firstAfter(
  sorted: readonly AgentView[],
  place: Place,
  placeOf: (agent: AgentView) => Place,
  from: number,
): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const agent = sorted[middle];
    if (agent !== undefined && compare(placeOf(agent), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
