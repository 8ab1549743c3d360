import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { familyOf } from '../../../shared/family.ts';
import type { Preferences } from '../../../shared/settings.ts';
import { useView } from '../../context.ts';
import type { KnownForRules } from './own-rule.ts';

/** What there is to choose from. */
export function useKnown({ dictionary }: Pick<Preferences, 'dictionary'>): KnownForRules {
  const agentUsers = useView(useShallow(({ agents }) => agents.map(({ user }) => user)));
  return useMemo(
    () => ({
      agentUsers,
      statuses: dictionary.map(({ status }) => status),
      pauses: dictionary
        .filter(({ status, family }) => (family ?? familyOf(status)) === 'paused')
        .map(({ status }) => status),
    }),
    [agentUsers, dictionary],
  );
}
