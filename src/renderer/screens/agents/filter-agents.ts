import type { AgentView } from '../../../shared/app-view.ts';
import type { Family } from '../../../shared/family.ts';
import type { Group } from '../../../shared/rules.ts';
import { fold, wordsOf } from '../../parts/fold.ts';
import type { Membership } from './group-members.ts';

export interface Filter {
  readonly query: string;
  readonly family: Family | null;
  /** Only the agents of this group; null for all. */
  readonly groupId: string | null;
}

export const noFilter: Filter = { query: '', family: null, groupId: null };

/**
 * Every word typed has to be in the name, the status, its label, the campaign or a group's name; case and
 * accents do not matter.
 */
export function filterAgents(
  agents: readonly AgentView[],
  { query, family }: Pick<Filter, 'query' | 'family'>,
  membership: Membership,
): readonly AgentView[] {
  const words = wordsOf(query);
  if (words.length === 0 && family === null) return agents;
  return agents.filter((agent) => {
    if (family !== null && (agent.phase !== 'known' || agent.family !== family)) return false;
    if (words.length === 0) return true;
    const text = foldedOf(agent, textsOfAgent);
    const groups = membership.get(agent.user) ?? [];
    return words.every(
      (word) => text.includes(word) || groups.some((group) => foldedOf(group, textsOfGroup).includes(word)),
    );
  });
}

const folded = new WeakMap<object, string>();

/** Folded once for each agent or group as it is: a thousand agents are searched with every key. */
function foldedOf<T extends object>(thing: T, textsOf: (thing: T) => readonly string[]): string {
  const known = folded.get(thing);
  if (known !== undefined) return known;
  const text = fold(textsOf(thing).join('\n'));
  folded.set(thing, text);
  return text;
}

const textsOfAgent = (agent: AgentView): readonly string[] => [
  agent.user,
  agent.label,
  agent.status,
  agent.campaignName,
  agent.campaignId,
];

const textsOfGroup = ({ name }: Group): readonly string[] => [name];
