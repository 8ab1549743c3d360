import { describe, expect, it } from 'vitest';
import type { OwnRule, OwnWhat, Whom } from '../../../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { aRule, createDecider, quietSettings } from '../../../fakes/alert-world.ts';
import { anAgent, aReading } from '../../../fakes/builders.ts';

const about = (id: string, whom: Whom, what: OwnWhat): OwnRule =>
  aRule(what, { id, whom, severity: 'alarm', escalation: { row: 0, icon: 0, notify: 0, sound: 0 } });
const nobodyReady = { kind: 'nobody-ready', longerThanMs: 0 } as const;
const severalOffline = { kind: 'several', family: 'offline', count: 1 } as const;
const paused = { kind: 'in-family', family: 'paused', longerThanMs: 0 } as const;

/** Settings of an account whose agents are others: zoe is named everywhere, and watched nowhere. */
const settings: Settings = {
  ...defaultSettings,
  notify: { ...defaultSettings.notify, 'call-connected': false },
  me: 'zoe',
  groups: [{ id: 'g1', name: 'Sales', colour: 'blue', agentUsers: ['zoe', 'yan'] }],
  mutedAgents: ['zoe'],
  tellWhens: [{ agentUser: 'zoe', event: 'free' }],
  rules: [
    about('r1', { kind: 'me' }, paused),
    about('r2', { kind: 'agent', agentUser: 'zoe' }, paused),
    about('r3', { kind: 'group', groupId: 'g1' }, nobodyReady),
    about('r4', { kind: 'group', groupId: 'g1' }, severalOffline),
    about('r5', { kind: 'group', groupId: 'gone' }, nobodyReady),
    about('r6', { kind: 'agent', agentUser: 'zoe' }, nobodyReady),
  ],
};

const quiet = { ...settings, thresholds: quietSettings.thresholds };

const ana = anAgent('ana', aReading('PAUSE - ADMIN'));

describe('settings that name agents who are not watched', () => {
  it.each([
    ['the agents of another account', [ana]],
    ['nobody at all', []],
  ])('tell nothing of them, with %s', (_what, agents) => {
    const decider = createDecider();
    for (const nowMs of [0, 60_000, 3_600_000]) {
      const { decisions, memory } = decider.decide({ nowMs, agents, settings: quiet });
      expect(decisions).toEqual([]);
      expect(memory.openConditions.icon).toEqual([]);
    }
  });

  it('let go of an agent who is removed while something is told of them', () => {
    const decider = createDecider();
    const wanted = { ...settings, mutedAgents: [], tellWhens: [] };
    const pausedZoe = anAgent('zoe', aReading('PAUSE - ADMIN'));
    const before = decider.decide({ nowMs: 1_000, agents: [ana, pausedZoe], settings: wanted });
    expect(before.memory.openConditions.rows.get('zoe')).toBe('alarm');
    const after = decider.decide({ nowMs: 2_000, agents: [ana], settings: wanted });
    expect(after.memory.openConditions.rows.has('zoe')).toBe(false);
    expect(after.memory.openConditions.icon.filter(({ agentUser }) => agentUser === 'zoe')).toEqual([]);
    expect(decider.memory().agents.has('zoe')).toBe(false);
  });
});
