import type { AgentView } from '../../../shared/app-view.ts';
import type { GroupColour } from '../../../shared/group-colours.ts';
import { noGroupId } from '../../../shared/list-view.ts';
import type { Group } from '../../../shared/rules.ts';
import type { Membership } from './group-members.ts';

export interface Section {
  readonly id: string;
  /** Null for the agents in no group. */
  readonly group: { readonly name: string; readonly colour: GroupColour } | null;
  readonly agents: readonly AgentView[];
  readonly isCollapsed: boolean;
}

/** What the list is made of, one below the other. */
export type Item =
  | { readonly kind: 'section'; readonly key: string; readonly section: Section }
  | { readonly kind: 'agent'; readonly key: string; readonly agent: AgentView };

/** No user name has a line break in it, see `parseAgentList`. */
const separator = '\n';

const plain = new WeakMap<AgentView, Item>();

/** Made once for each agent as it is: of a thousand, few change at a time. */
export const plainItems = (agents: readonly AgentView[]): readonly Item[] =>
  agents.map((agent) => {
    const known = plain.get(agent);
    if (known !== undefined) return known;
    const item: Item = { kind: 'agent', key: agent.user, agent };
    plain.set(agent, item);
    return item;
  });

export const sectionItems = (sections: readonly Section[]): readonly Item[] =>
  sections.flatMap((section): Item[] => [
    { kind: 'section', key: `${separator}${section.id}`, section },
    ...(section.isCollapsed ? [] : section.agents).map(
      (agent): Item => ({ kind: 'agent', key: `${agent.user}${separator}${section.id}`, agent }),
    ),
  ]);

interface Sectioning {
  readonly groups: readonly Group[];
  readonly membership: Membership;
  readonly collapsed: readonly string[];
  /** Sections that nobody is in, too. */
  readonly keepsEmpty: boolean;
}

/** A section for each group in the settings' order, each with all its agents in theirs; last, who is in none. */
export function sectionsOf(
  agents: readonly AgentView[],
  { groups, membership, collapsed, keepsEmpty }: Sectioning,
): readonly Section[] {
  const members = new Map<string, AgentView[]>([
    ...groups.map(({ id }): [string, AgentView[]] => [id, []]),
    [noGroupId, []],
  ]);
  const nowhere = [{ id: noGroupId }];
  for (const agent of agents) {
    for (const { id } of membership.get(agent.user) ?? nowhere) members.get(id)?.push(agent);
  }
  const sections = [...groups.map((group) => ({ id: group.id, group })), { id: noGroupId, group: null }];
  return sections.flatMap(({ id, group }) => {
    const inIt = members.get(id) ?? [];
    if (inIt.length === 0 && (group === null || !keepsEmpty)) return [];
    return [{ id, group, agents: inIt, isCollapsed: collapsed.includes(id) }];
  });
}

/**
 * Where something is now: the same row of the same section, or the first row of the same agent where the
 * sections are others. Undefined when it is not there.
 */
export function placeOf(items: readonly Item[], key: string | null): number | undefined {
  if (key === null) return undefined;
  const exact = items.findIndex((item) => item.key === key);
  if (exact !== -1) return exact;
  const [user = ''] = key.split(separator);
  if (user === '') return undefined;
  const first = items.findIndex((item) => item.kind === 'agent' && item.agent.user === user);
  return first === -1 ? undefined : first;
}
