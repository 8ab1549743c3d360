import { expect, it } from 'vitest';
import { withAgentRenamed } from '../../../../src/main/settings/rename-agent.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';

const rule = {
  id: 'r',
  isOn: true,
  what: { kind: 'several', family: 'paused', count: 3 },
  holdMs: 0,
  severity: 'alarm',
  escalation: { row: 0, icon: null, notify: null, sound: null },
} as const;

const settings = (ana: string): Settings => ({
  ...defaultSettings,
  me: ana,
  mutedAgents: ['ben', ana],
  tellWhens: [
    { agentUser: ana, event: 'free' },
    { agentUser: 'ben', event: 'back' },
  ],
  groups: [{ id: 'g', name: 'Team', colour: 'teal', agentUsers: [ana, 'ben'] }],
  rules: [
    { ...rule, whom: { kind: 'agent', agentUser: ana } },
    { ...rule, whom: { kind: 'everyone' } },
  ],
});

it('an agent under a new name keeps all that went by the old one, and nobody else changes', () => {
  expect(withAgentRenamed(settings('ana'), 'ana', 'Ana')).toEqual(settings('Ana'));
  expect(withAgentRenamed(settings('ana'), 'zoe', 'Zoe')).toEqual(settings('ana'));
});
