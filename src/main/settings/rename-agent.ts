import type { Settings } from '../../shared/settings.ts';

/** Everything that goes by an agent's name, under the new one; who is watched is the account's own matter. */
export function withAgentRenamed(settings: Settings, agentUser: string, newUser: string): Settings {
  const renamed = (user: string): string => (user === agentUser ? newUser : user);
  const renamedAll = (users: readonly string[]): readonly string[] => [...new Set(users.map(renamed))];
  return {
    ...settings,
    me: settings.me === null ? null : renamed(settings.me),
    mutedAgents: renamedAll(settings.mutedAgents),
    pinned: renamedAll(settings.pinned),
    tellWhens: settings.tellWhens.map((one) => ({ ...one, agentUser: renamed(one.agentUser) })),
    groups: settings.groups.map((group) => ({ ...group, agentUsers: renamedAll(group.agentUsers) })),
    rules: settings.rules.map((rule) =>
      rule.whom.kind === 'agent'
        ? { ...rule, whom: { ...rule.whom, agentUser: renamed(rule.whom.agentUser) } }
        : rule,
    ),
  };
}
