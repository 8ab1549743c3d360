import { findAgent, keepPlaces, placesOf } from './agent-places.ts';
import type { AgentView, AppView } from './app-view.ts';

type Shared = Omit<AppView, 'agents' | 'revision' | 'nowMs'>;

/** What changed between two views: only the agents and fields that did. */
export interface AppDelta {
  /** The revision this delta starts from; a mirror at another one urgencies the whole state again. */
  readonly from: number;
  readonly to: number;
  readonly nowMs: number;
  readonly shared: Partial<Shared>;
  /** New agents whole, known ones with their changed fields. */
  readonly agents: readonly (Partial<AgentView> & Pick<AgentView, 'user'>)[];
  /** The users in order, when someone came or went. */
  readonly order?: readonly string[];
}

/** Null when nothing but the clock differs. */
export function diffViews(before: AppView, after: AppView): AppDelta | null {
  const { agents: agentsBefore, revision: _r, nowMs: _n, ...sharedBefore } = before;
  const { agents: agentsAfter, revision: to, nowMs, ...sharedAfter } = after;
  const shared = changedFields(sharedBefore, sharedAfter);
  const known = new Map(agentsBefore.map((agent) => [agent.user, agent]));
  const agents = agentsAfter.flatMap((agent) => {
    const previous = known.get(agent.user);
    if (previous === undefined) return [agent];
    const changed = changedFields(previous, agent);
    return Object.keys(changed).length === 0 ? [] : [{ ...changed, user: agent.user }];
  });
  const isSameOrder =
    agentsBefore.length === agentsAfter.length &&
    agentsAfter.every((agent, index) => agent.user === agentsBefore[index]?.user);
  if (Object.keys(shared).length === 0 && agents.length === 0 && isSameOrder) return null;
  const delta: AppDelta = { from: before.revision, to, nowMs, shared, agents };
  return isSameOrder ? delta : { ...delta, order: agentsAfter.map((agent) => agent.user) };
}

/** Null when the delta does not start from this view: the mirror has to urgency. */
export function applyDelta(view: AppView, delta: AppDelta): AppView | null {
  if (delta.from !== view.revision) return null;
  const { to: revision, nowMs, shared } = delta;
  return { ...view, ...shared, agents: agentsAfter(view.agents, delta), revision, nowMs };
}

/** Who did not change stays the same object, and where nobody did the list does. */
function agentsAfter(
  agents: readonly AgentView[],
  { agents: patches, order }: Pick<AppDelta, 'agents' | 'order'>,
): readonly AgentView[] {
  if (patches.length === 0 && order === undefined) return agents;
  const known = placesOf(agents);
  const previous = (user: string) => findAgent(agents, user);
  // A patch for an agent we do not have is a whole one: `diffViews` sends new agents whole.
  const patched = patches.map((patch) => ({ ...previous(patch.user), ...patch }) as AgentView);
  if (order === undefined) {
    const after = [...agents];
    for (const agent of patched) {
      const at = known.get(agent.user);
      if (at !== undefined) after[at] = agent;
    }
    keepPlaces(after, known);
    return after;
  }
  const changed = new Map(patched.map((agent) => [agent.user, agent]));
  return order.flatMap((user) => changed.get(user) ?? previous(user) ?? []);
}

function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const key of Object.keys(after) as (keyof T)[]) {
    if (!isSame(before[key], after[key])) changed[key] = after[key];
  }
  return changed;
}

/** Views are plain data of one known shape, so their text is their identity. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
