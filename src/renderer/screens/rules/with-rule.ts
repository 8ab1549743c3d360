import type { Group, OwnRule } from '../../../shared/rules.ts';
import type { Preferences } from '../../../shared/settings.ts';

export const withRule = ({ rules }: Preferences, changed: OwnRule): Pick<Preferences, 'rules'> => ({
  rules: rules.map((rule) => (rule.id === changed.id ? changed : rule)),
});

export const withGroup = ({ groups }: Preferences, changed: Group): Pick<Preferences, 'groups'> => ({
  groups: groups.map((group) => (group.id === changed.id ? changed : group)),
});
