import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { AgentView } from '../../../shared/app-view.ts';
import type { ListView } from '../../../shared/list-view.ts';
import type { Group } from '../../../shared/rules.ts';
import { useView } from '../../context.ts';
import { type Filter, filterAgents } from './filter-agents.ts';
import { agentsIn, membershipOf } from './group-members.ts';
import { type Item, plainItems, sectionItems, sectionsOf } from './list-items.ts';
import { countFamilies, type FamilyCounts, type Order, rankNames, sortAgents } from './sort-agents.ts';
import { type HandListeners, useHeldOrder } from './use-held-order.ts';

interface Wanted {
  readonly filter: Filter;
  readonly listView: ListView;
  readonly groups: readonly Group[];
  readonly pinned: readonly string[];
  /** Ids of the sections that are folded away now. */
  readonly collapsed: readonly string[];
  readonly list: RefObject<HTMLElement | null>;
}

interface AgentItems {
  readonly items: readonly Item[];
  /** Whom the filter leaves, folded away or not. */
  readonly shown: readonly AgentView[];
  readonly counts: FamilyCounts;
  /** The one group that is shown, when it is only one. */
  readonly group: Group | null;
  /** Says which list this is; another one starts at its top. */
  readonly listKey: string;
  readonly hand: HandListeners;
}

/** From what main knows to what stands in the list; each step is done anew only when something of its own changed. */
export function useAgentItems({ filter, listView, groups, pinned, collapsed, list }: Wanted): AgentItems {
  const agents = useView((view) => view.agents);
  const users = useUsers(agents);
  const { sort } = listView;
  const isGrouped = listView.isGrouped && groups.length > 0;
  const group = groups.find(({ id }) => id === filter.groupId) ?? null;
  const isFiltered = filter.query !== '' || filter.family !== null;

  const names = useMemo(() => rankNames(users), [users]);
  const membership = useMemo(() => membershipOf(groups), [groups]);
  const order = useMemo(() => ({ sort, pinned: new Set(pinned), names }), [sort, pinned, names]);
  const inGroup = useMemo(() => agentsIn(agents, group), [agents, group]);
  const counts = useMemo(() => countFamilies(inGroup), [inGroup]);
  const wanted = useMemo(() => filterAgents(inGroup, filter, membership), [inGroup, filter, membership]);
  const sorted = useSorted(wanted, order);
  const listKey = JSON.stringify([filter, sort, isGrouped]);
  const [shown, hand] = useHeldOrder(sorted, JSON.stringify([listKey, pinned]), list);
  const items = useMemo(() => {
    if (!isGrouped) return plainItems(shown);
    const sectioned = group === null ? groups : [group];
    const sections = sectionsOf(shown, {
      groups: sectioned,
      membership: group === null ? membership : membershipOf(sectioned),
      collapsed,
      keepsEmpty: !isFiltered,
    });
    return sectionItems(sections);
  }, [shown, isGrouped, group, groups, membership, collapsed, isFiltered]);
  return { items, shown, counts, group, listKey, hand };
}

function useSorted(agents: readonly AgentView[], order: Order): readonly AgentView[] {
  const last = useRef<{ readonly order: Order; readonly agents: readonly AgentView[] }>(null);
  const sorted = useMemo(() => {
    const before = last.current?.order === order ? last.current.agents : [];
    return sortAgents(agents, order, before);
  }, [agents, order]);
  useEffect(() => {
    last.current = { order, agents: sorted };
  }, [order, sorted]);
  return sorted;
}

/** The same list for as long as the same agents are there, whatever becomes of them. */
function useUsers(agents: readonly AgentView[]): readonly string[] {
  const last = useRef<readonly string[]>([]);
  const isSame =
    last.current.length === agents.length && agents.every(({ user }, at) => user === last.current[at]);
  if (!isSame) last.current = agents.map(({ user }) => user);
  return last.current;
}
