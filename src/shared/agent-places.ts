import type { AgentView } from './app-view.ts';

/** Where each user is in a list. */
export type AgentPlaces = ReadonlyMap<string, number>;

const places = new WeakMap<readonly AgentView[], AgentPlaces>();

/** Worked out once for each list. */
export function placesOf(agents: readonly AgentView[]): AgentPlaces {
  const known = places.get(agents);
  if (known !== undefined) return known;
  const found = new Map(agents.map(({ user }, at) => [user, at]));
  places.set(agents, found);
  return found;
}

/** For a list of the same users in the same order as one whose places are known. */
export const keepPlaces = (agents: readonly AgentView[], known: AgentPlaces): void => {
  places.set(agents, known);
};

export const findAgent = (agents: readonly AgentView[], user: string | null): AgentView | undefined =>
  user === null ? undefined : agents[placesOf(agents).get(user) ?? -1];
