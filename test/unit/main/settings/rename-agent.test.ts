import { expect, it } from 'vitest';
import { withAgentRenamed } from '../../../../src/main/settings/rename-agent.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { aRule } from '../../../fakes/alert-world.ts';

const what = { kind: 'several', family: 'paused', count: 3 } as const;

const settings = (ana: string): Settings => ({
  ...defaultSettings,
  me: ana,
  mutedAgents: ['ben', ana],
  tellWhens: [
    { agentUser: ana, event: 'free' },
    { agentUser: 'ben', event: 'back' },
  ],
  groups: [{ id: 'g', name: 'Team', colour: 'teal', agentUsers: [ana, 'ben'] }],
  rules: [aRule(what, { whom: { kind: 'agent', agentUser: ana } }), aRule(what)],
});

it('an agent under a new name keeps all that went by the old one, and nobody else changes', () => {
  expect(withAgentRenamed(settings('ana'), 'ana', 'Ana')).toEqual(settings('Ana'));
  expect(withAgentRenamed(settings('ana'), 'zoe', 'Zoe')).toEqual(settings('ana'));
});
