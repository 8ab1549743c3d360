import { expect, test } from 'vitest';
import { filterAgents } from '../../../../../src/renderer/screens/agents/filter-agents.ts';
import { membershipOf } from '../../../../../src/renderer/screens/agents/group-members.ts';
import { anAgent } from '../../../../fakes/a-view.ts';

const membership = membershipOf([
  { id: 'g1', name: 'Éxito', colour: 'blue', agentUsers: ['zoe', 'luis'] },
  { id: 'g2', name: 'Team B', colour: 'teal', agentUsers: ['Bruno', 'gone'] },
]);
const agents = [
  anAgent({ user: 'ana.ruiz', status: 'PAUSE - LUNCH BREAK', family: 'paused' }),
  anAgent({
    user: 'Bruno',
    status: 'IN CALL',
    family: 'in-call',
    campaignName: 'Retención',
    campaignId: '4460',
  }),
  anAgent({ user: 'luis', status: 'PAUSE - BREAK', label: 'Café', family: 'paused' }),
  anAgent({ user: 'zoe', phase: 'waiting', status: '', family: 'offline' }),
];

test.each([
  ['', null, ['ana.ruiz', 'Bruno', 'luis', 'zoe']],
  ['   ', null, ['ana.ruiz', 'Bruno', 'luis', 'zoe']],
  ['ANA', null, ['ana.ruiz']],
  ['lunch ana', null, ['ana.ruiz']],
  ['retencion', null, ['Bruno']],
  ['cafe', null, ['luis']],
  ['4460', null, ['Bruno']],
  ['exito', null, ['luis', 'zoe']],
  ['éxito pause', null, ['luis']],
  ['team call', 'in-call', ['Bruno']],
  ['', 'paused', ['ana.ruiz', 'luis']],
  ['Bruno', 'paused', []],
  ['', 'offline', []],
] as const)('%j within the family %j finds %j', (query, family, users) => {
  expect(filterAgents(agents, { query, family }, membership).map(({ user }) => user)).toEqual(users);
});
