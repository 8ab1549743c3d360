import { useEffect, useMemo } from 'react';
import type { AgentView } from '../../../shared/app-view.ts';
import type { ListView } from '../../../shared/list-view.ts';
import type { Group } from '../../../shared/rules.ts';
import { useAgentUsers, useView } from '../../context.ts';
import { useDerived } from '../../use-derived.ts';
import { type Filter, filterAgents } from './filter-agents.ts';
import { agentsIn, membershipOf } from './group-members.ts';
import { heldOrder, longestHoldMs } from './held-order.ts';
import { type Item, plainItems, sectionItems, sectionsOf } from './list-items.ts';
import { countFamilies, type FamilyCounts, type Order, rankNames, sortAgents } from './sort-agents.ts';
import { type HandListeners, useHand } from './use-hand.ts';

interface Wanted {
  readonly filter: Filter;
  readonly listView: ListView;
  readonly groups: readonly Group[];
  readonly pinned: readonly string[];
  /** Ids of the sections that are folded away now. */
  readonly collapsed: readonly string[];
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
export function useAgentItems({ filter, listView, groups, pinned, collapsed }: Wanted): AgentItems {
  const agents = useView((view) => view.agents);
  const users = useAgentUsers();
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
  const listKey = JSON.stringify([filter, sort, isGrouped]);
  const [shown, hand] = useOrder(wanted, order, JSON.stringify([listKey, pinned]));
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

interface Ordered {
  readonly wanted: readonly AgentView[];
  readonly order: Order;
  readonly why: string;
  /** As it should be. */
  readonly sorted: readonly AgentView[];
  /** As it is, under the hand. */
  readonly shown: readonly AgentView[];
}

/**
 * The agents in an order that does not change under the hand that is about to press one. `why` changes
 * whenever the user asked for another list, which they get at once.
 */
function useOrder(
  wanted: readonly AgentView[],
  order: Order,
  why: string,
): readonly [readonly AgentView[], HandListeners] {
  const { isNear, letGo, listeners } = useHand();
  const { sorted, shown } = useDerived<Ordered>([wanted, order, why, isNear], (before) => {
    const known = before?.order === order ? before : null;
    const right = known?.wanted === wanted ? known.sorted : sortAgents(wanted, order, known?.sorted);
    const isHeld = isNear && before?.why === why;
    return { wanted, order, why, sorted: right, shown: isHeld ? heldOrder(before.shown, right) : right };
  });
  const isBehind = shown !== sorted;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(letGo, longestHoldMs);
    return () => clearTimeout(timer);
  }, [isBehind, letGo]);
  return [shown, listeners];
}
