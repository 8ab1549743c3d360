import { useMemo } from 'react';
import { familyOf } from '../../../shared/family.ts';
import type { Preferences } from '../../../shared/settings.ts';
import { useAgentUsers } from '../../context.ts';
import type { KnownForRules } from './own-rule.ts';

/** What there is to choose from. */
export function useKnown({ dictionary }: Pick<Preferences, 'dictionary'>): KnownForRules {
  const agentUsers = useAgentUsers();
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
