import { expect, it } from 'vitest';
import { withAgentsRespelt } from '../../../../src/main/settings/respell-agents.ts';
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

it('an agent under a new spelling keeps all that went by the old one, and nobody else changes', () => {
  const spelling = (user: string) => (user === 'ana' ? 'Ana' : user);
  expect(withAgentsRespelt(settings('ana'), spelling)).toEqual(settings('Ana'));
  expect(withAgentsRespelt(settings('Zoe'), spelling)).toEqual(settings('Zoe'));
});
