import { useTranslation } from 'react-i18next';
import type { Group, OwnRule } from '../../../shared/rules.ts';
import type { Preferences } from '../../../shared/settings.ts';
import { usePage } from '../../context.ts';
import type { PartProps } from './part-props.ts';
import { withPlaced } from './with-rule.ts';

interface Removal {
  readonly removeRule: (rule: OwnRule) => void;
  readonly removeGroup: (group: Group) => void;
}

export const rulesAbout = (rules: readonly OwnRule[], groupId: string): number =>
  rules.filter(({ whom }) => whom.kind === 'group' && whom.groupId === groupId).length;

/** Deletes at once; Undo puts it back where it was. A deleted group takes no rule with it. */
export function useRemoval({ preferences, change }: PartProps): Removal {
  const { t } = useTranslation();
  const { toasts } = usePage();
  const offerUndo = (text: string, undo: (now: Preferences) => Partial<Preferences>) =>
    toasts.show({ text, undo: () => change(undo) });

  return {
    removeRule: (rule) => {
      const index = preferences.rules.findIndex(({ id }) => id === rule.id);
      change(({ rules }) => ({ rules: rules.filter(({ id }) => id !== rule.id) }));
      offerUndo(t('rules.own.removed'), ({ rules }) => ({ rules: withPlaced(rules, rule, index) }));
    },
    removeGroup: (group) => {
      const index = preferences.groups.findIndex(({ id }) => id === group.id);
      const count = rulesAbout(preferences.rules, group.id);
      change(({ groups }) => ({ groups: groups.filter(({ id }) => id !== group.id) }));
      offerUndo(
        count === 0
          ? t('rules.groups.removed', { group: group.name })
          : t('rules.groups.removedUsed', { group: group.name, count }),
        ({ groups }) => ({ groups: withPlaced(groups, group, index) }),
      );
    },
  };
}
