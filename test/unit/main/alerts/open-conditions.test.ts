import { expect, it } from 'vitest';
import type { OwnRule } from '../../../../src/shared/rules.ts';
import { createDecider } from '../../../fakes/alert-world.ts';
import { anAgent, aReading } from '../../../fakes/builders.ts';

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
