import type { Whom } from '../../shared/rules.ts';
import type { Settings } from '../../shared/settings.ts';

/** Whether a rule is about this agent. */
export function isAbout(
  whom: Whom,
  agentUser: string,
  { me, groups }: Pick<Settings, 'me' | 'groups'>,
): boolean {
  switch (whom.kind) {
    case 'everyone':
      return true;
    case 'me':
      return agentUser === me;
    case 'agent':
      return agentUser === whom.agentUser;
    case 'group':
      return groups.some(({ id, agentUsers }) => id === whom.groupId && agentUsers.includes(agentUser));
  }
}
