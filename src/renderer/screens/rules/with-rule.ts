import type { Group, OwnRule } from '../../../shared/rules.ts';
import type { Preferences } from '../../../shared/settings.ts';

export const withRule = ({ rules }: Preferences, changed: OwnRule): Pick<Preferences, 'rules'> => ({
  rules: rules.map((rule) => (rule.id === changed.id ? changed : rule)),
});

export const withGroup = ({ groups }: Preferences, changed: Group): Pick<Preferences, 'groups'> => ({
  groups: groups.map((group) => (group.id === changed.id ? changed : group)),
});

/** In its place, unless it is there already. */
export const withPlaced = <T extends { readonly id: string }>(
  things: readonly T[],
  thing: T,
  index: number,
): readonly T[] => (things.some(({ id }) => id === thing.id) ? things : things.toSpliced(index, 0, thing));

/** Who is in already keeps their place. */
export function withMembers(
  members: readonly string[],
  users: readonly string[],
  areIn: boolean,
): readonly string[] {
  const wanted = new Set(users);
  if (!areIn) return members.filter((user) => !wanted.has(user));
  for (const user of members) wanted.delete(user);
  return [...members, ...wanted];
}
