import type { Group } from '../../../shared/rules.ts';

/** The groups with one of them at another place. */
export function moveGroup(groups: readonly Group[], id: string, index: number): readonly Group[] {
  const group = groups.find((one) => one.id === id);
  if (group === undefined) return groups;
  return groups.filter((one) => one !== group).toSpliced(index, 0, group);
}
