import { useCallback, useState } from 'react';
import { type ListView, noGroupId } from '../../../shared/list-view.ts';
import type { Group } from '../../../shared/rules.ts';
import type { Edit } from '../../preferences.ts';

interface Collapsed {
  readonly collapsed: readonly string[];
  readonly toggleSection: (id: string) => void;
  /** Opens every section in which somebody stands. */
  readonly unfoldFor: (user: string) => void;
}

/** Which sections are folded away. A search starts with all open: what it found is to be seen. */
export function useCollapsed(
  { collapsed, isGrouped }: ListView,
  groups: readonly Group[],
  change: (edit: Edit) => void,
  isSearching: boolean,
): Collapsed {
  const [inSearch, setInSearch] = useState<readonly string[]>([]);
  if (!isSearching && inSearch.length > 0) setInSearch([]);

  const toggleSection = useCallback(
    (id: string) => {
      const isFolding = !collapsed.includes(id);
      if (isSearching) setInSearch((now) => folded(now, id, !now.includes(id)));
      else change(({ listView, groups: now }) => ({ listView: withFolded(listView, id, isFolding, now) }));
    },
    [change, isSearching, collapsed],
  );

  const unfoldFor = useCallback(
    (user: string) => {
      const ids = groups.flatMap((group) => (group.agentUsers.includes(user) ? [group.id] : []));
      const opened = ids.length === 0 ? [noGroupId] : ids;
      if (!isGrouped || !opened.some((id) => collapsed.includes(id))) return;
      change(({ listView }) => ({
        listView: { ...listView, collapsed: listView.collapsed.filter((id) => !opened.includes(id)) },
      }));
    },
    [change, groups, isGrouped, collapsed],
  );

  return { collapsed: isSearching ? inSearch : collapsed, toggleSection, unfoldFor };
}

const folded = (ids: readonly string[], id: string, isFolded: boolean): readonly string[] => {
  const others = ids.filter((one) => one !== id);
  return isFolded ? [...others, id] : others;
};

/** Groups that are gone are forgotten along the way. */
function withFolded(listView: ListView, id: string, isFolded: boolean, groups: readonly Group[]): ListView {
  const known = new Set([noGroupId, ...groups.map((group) => group.id)]);
  return { ...listView, collapsed: folded(listView.collapsed, id, isFolded).filter((one) => known.has(one)) };
}
