import { describe, expect, it } from 'vitest';
import { silenceOf } from '../../../../src/main/alerts/silence.ts';
import type { Escalation } from '../../../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { defaultWorkingHours } from '../../../../src/shared/working-hours.ts';
import { createBegunScene } from '../../../fakes/alert-scene.ts';
import { aRule, noonMs, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall } from '../../../fakes/builders.ts';

const hourMs = 60 * 60_000;
const dayOff = { isOn: true, days: { ...defaultWorkingHours.days, tue: null } };

const muted: Partial<Settings> = { mutedUntilMs: noonMs + 1 };
const outside: Partial<Settings> = { workingHours: dayOff };
const anaMuted: Partial<Settings> = { mutedAgents: ['ana'] };

describe('whether anything may notify', () => {
  const rows: readonly [string, Partial<Settings>, wallMs: number, reason: string | null][] = [
    ['nothing against it', {}, noonMs, null],
    ['a mute that lasts', muted, noonMs, 'muted'],
    ['a mute that has ended this moment', { mutedUntilMs: noonMs }, noonMs, null],
    ['within working hours', { workingHours: { ...defaultWorkingHours, isOn: true } }, noonMs, null],
    ['outside of working hours', outside, noonMs, 'outside-hours'],
    ['an agent muted', anaMuted, noonMs, 'agent-muted'],
    ['another agent muted', { mutedAgents: ['ben'] }, noonMs, null],
    [
      'an agent muted, in a mute and outside of hours',
      { ...anaMuted, ...muted, ...outside },
      noonMs,
      'agent-muted',
    ],
    ['a mute outside of hours', { ...muted, ...outside }, noonMs, 'muted'],
  ];

  it.each(rows)('%s', (_name, settings, wallMs, reason) => {
    const about = { agentUser: 'ana', isAskedFor: false };
    const moment = { settings: { ...defaultSettings, ...settings }, wallMs, inSight: null };
    expect(silenceOf(moment, about)).toBe(reason);
  });

  it.each([
    ['the mute', muted, 'muted'],
    ['working hours', outside, null],
    ['the mute of the agent', anaMuted, null],
  ] as const)('what was asked for once is held by the mute alone: %s', (_name, settings, reason) => {
    const about = { agentUser: 'ana', isAskedFor: true };
    const moment = { settings: { ...defaultSettings, ...settings }, wallMs: noonMs, inSight: null };
    expect(silenceOf(moment, about)).toBe(reason);
  });
});

it.each([
  ['muted', { mutedUntilMs: noonMs + hourMs }, true],
  ['outside-hours', outside, true],
  ['agent-muted', anaMuted, false],
] as const)('what happens while %s notifies nobody, and says why', (reason, settings, isInInbox) => {
  const scene = createBegunScene({ ...defaultSettings, ...settings });
  scene.says('ana', aCall());
  expect(scene.inbox()).toMatchObject(isInInbox ? [{ topic: 'call-connected', quiet: reason }] : []);
  expect(scene.inbox()).toHaveLength(isInInbox ? 1 : 0);
  expect(scene.reasons()).toEqual([reason]);
  expect(scene.notifications()).toEqual([]);
});

describe('a notify that repeats', () => {
  const escalation = { row: null, icon: null, notify: 0, sound: 30_000 };
  const paused = (more: Partial<Escalation> = {}, settings: Partial<Settings> = {}) => {
    const what = { kind: 'in-family', family: 'paused', longerThanMs: 0 } as const;
    const rules = [aRule(what, { escalation: { ...escalation, ...more } })];
    const scene = createBegunScene({ ...quietSettings, ...settings, rules });
    scene.says('ana', 'PAUSE');
    return scene;
  };

  it.each([
    ['a mute', { mutedUntilMs: noonMs + 3 * hourMs }],
    ['the end of working hours', outside],
    ['the mute of its agent', anaMuted],
  ])('is silenced by %s like a first one, and goes on after it', (_name, settings) => {
    const scene = paused();
    scene.pass(30_000);
    expect(scene.notifications()).toHaveLength(2);
    scene.want(settings);
    scene.pass(hourMs);
    expect(scene.notifications()).toHaveLength(2);
    scene.want({ mutedUntilMs: null, workingHours: defaultWorkingHours, mutedAgents: [] });
    scene.pass(60_000);
    expect(scene.notifications()).toHaveLength(3);
  });

  it('wakes nobody every minute for an agent who is muted', () => {
    const scene = paused({ sound: 0 }, anaMuted);
    scene.pass(hourMs);
    expect(scene.reasons()).toEqual(['switched-off', 'agent-muted']);
    expect(scene.nextAtMs()).toBe(Number.POSITIVE_INFINITY);
  });

  it.each<[string, Partial<Escalation>, readonly [number, string][]]>([
    [
      'not twice at the moment it is told',
      { sound: 0 },
      [
        [5_000, 'at-once'],
        [65_000, 'again'],
        [125_000, 'again'],
      ],
    ],
    [
      'first by a rule with sound alone',
      { notify: null },
      [
        [35_000, 'at-once'],
        [95_000, 'again'],
      ],
    ],
  ])('comes %s', (_how, more, expected) => {
    const scene = paused(more);
    scene.pass(120_000);
    expect(scene.notifications().map(({ atMs, escalation: kind }) => [atMs, kind])).toEqual(expected);
  });
});
