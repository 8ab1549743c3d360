import { expect, it } from 'vitest';
import type { OwnRule } from '../../../../src/shared/rules.ts';
import { createDecider, quietSettings } from '../../../fakes/alert-world.ts';
import { anAgent, aReading } from '../../../fakes/builders.ts';

it('the icon shows the worst first: alarms before warnings, and of these the oldest', () => {
  const rules = [
    { ...onIcon({ kind: 'in-family', family: 'paused', longerThanMs: 0 }), id: 'warns' },
    { ...onIcon({ kind: 'in-family', family: 'dead', longerThanMs: 0 }), severity: 'alarm' as const },
  ];
  const ofEach = [
    ['ana', 'PAUSED', 2_000],
    ['ben', 'DEAD', 4_000],
    ['cai', 'PAUSED', 1_000],
    ['dan', 'DEAD', 3_000],
  ] as const;
  const agents = ofEach.map(([user, status, atMs]) => {
    const since = { atMs, atLeast: false };
    return anAgent(user, aReading(status), { since, familySince: since });
  });
  const settings = { ...quietSettings, rules };
  const { memory } = createDecider().decide({ nowMs: 5_000, agents, settings });
  expect(memory.openConditions.icon.map(({ agentUser }) => agentUser)).toEqual(['dan', 'ben', 'cai', 'ana']);
});

const onIcon = (what: OwnRule['what']): OwnRule => ({
  id: 'team',
  isOn: true,
  whom: { kind: 'everyone' },
  what,
  holdMs: 0,
  severity: 'warning',
  escalation: { row: null, icon: 0, notify: null, sound: null },
});

it.each<[OwnRule['what'], 'paused' | null]>([
  [{ kind: 'several', family: 'paused', count: 2 }, 'paused'],
  [{ kind: 'nobody-ready', longerThanMs: 1_000 }, null],
])('a rule about several agents puts on the icon what it is about: %o', (what, family) => {
  const agents = ['ana', 'ben'].map((user) => anAgent(user, aReading('PAUSED')));
  const { memory } = createDecider().decide({ nowMs: 5_000, agents, settings: { rules: [onIcon(what)] } });
  expect(memory.openConditions.icon).toMatchObject([{ topic: what.kind, agentUser: null, family, count: 2 }]);
});
