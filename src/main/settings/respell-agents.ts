import { eachAgentOnce } from '../../shared/account.ts';
import type { Settings } from '../../shared/settings.ts';

/** The new spelling of an agent's name. */
export type Spelling = (user: string) => string;

/** Everything that goes by an agent's name, as it is spelt now; who is watched is the account's own matter. */
export function withAgentsRespelt(settings: Settings, spelling: Spelling): Settings {
  const respeltAll = (users: readonly string[]): readonly string[] => eachAgentOnce(users.map(spelling));
  return {
    ...settings,
    me: settings.me === null ? null : spelling(settings.me),
    mutedAgents: respeltAll(settings.mutedAgents),
    pinned: respeltAll(settings.pinned),
    tellWhens: settings.tellWhens.map((one) => ({ ...one, agentUser: spelling(one.agentUser) })),
    groups: settings.groups.map((group) => ({ ...group, agentUsers: respeltAll(group.agentUsers) })),
    rules: settings.rules.map((rule) =>
      rule.whom.kind === 'agent'
        ? { ...rule, whom: { ...rule.whom, agentUser: spelling(rule.whom.agentUser) } }
        : rule,
    ),
  };
}
