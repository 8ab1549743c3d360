import { describe, expect, it } from 'vitest';
import { silenceOf } from '../../../../src/main/alerts/silence.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { defaultWorkingHours, type Hours } from '../../../../src/shared/working-hours.ts';
import { createScene } from '../../../fakes/alert-scene.ts';
import { aRule, noonMs, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall } from '../../../fakes/builders.ts';

const hourMs = 60 * 60_000;
const night: Hours = { fromMin: 22 * 60, toMin: 6 * 60 };
const office = { ...defaultWorkingHours, isOn: true };
const nights = { isOn: true, days: { ...defaultWorkingHours.days, mon: null, tue: night, wed: null } };

const muted: Partial<Settings> = { mutedUntilMs: noonMs + 1 };
const outside: Partial<Settings> = { workingHours: nights };
const anaMuted: Partial<Settings> = { mutedAgents: ['ana'] };

describe('whether anything may notify', () => {
  const rows: readonly [string, Partial<Settings>, wallMs: number, reason: string | null][] = [
    ['nothing against it', {}, noonMs, null],
    ['a mute that lasts', muted, noonMs, 'muted'],
    ['a mute that has ended this moment', { mutedUntilMs: noonMs }, noonMs, null],
    ['within working hours', { workingHours: office }, noonMs, null],
    ['before working hours', { workingHours: office }, noonMs - 4 * hourMs, 'outside-hours'],
    ['as working hours end', { workingHours: office }, noonMs + 6 * hourMs, 'outside-hours'],
    ['on a day off', { workingHours: office }, noonMs + 4 * 24 * hourMs, 'outside-hours'],
    ['by day, working at night', { workingHours: nights }, noonMs, 'outside-hours'],
    ['late in the evening, working at night', { workingHours: nights }, noonMs + 10 * hourMs, null],
    ['after midnight, working at night', { workingHours: nights }, noonMs + 17 * hourMs, null],
    ['in the morning after', { workingHours: nights }, noonMs + 18 * hourMs, 'outside-hours'],
    ['the night before', { workingHours: nights }, noonMs - 10 * hourMs, 'outside-hours'],
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
    expect(silenceOf({ ...defaultSettings, ...settings }, wallMs, about)).toBe(reason);
  });

  it.each([
    ['the mute', muted, 'muted'],
    ['working hours', outside, null],
    ['the mute of the agent', anaMuted, null],
  ] as const)('what was asked for once is held by the mute alone: %s', (_name, settings, reason) => {
    const about = { agentUser: 'ana', isAskedFor: true };
    expect(silenceOf({ ...defaultSettings, ...settings }, noonMs, about)).toBe(reason);
  });
});

describe.each([
  ['muted', muted],
  ['outside-hours', outside],
] as const)('what happens while %s', (reason, settings) => {
  it('stands in the inbox and says why nothing knocked', () => {
    const scene = createScene({
      ...defaultSettings,
      ...settings,
      mutedUntilMs: settings.mutedUntilMs ? noonMs + hourMs : null,
    });
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    expect(scene.inbox()).toMatchObject([{ topic: 'call-connected', quiet: reason }]);
    expect(scene.reasons()).toEqual([reason]);
    expect(scene.notifications()).toEqual([]);
  });
});

describe('an agent who is muted', () => {
  it('is in no line of the inbox, and the reason is kept', () => {
    const scene = createScene({ ...defaultSettings, ...anaMuted });
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    expect(scene.inbox()).toEqual([]);
    expect(scene.reasons()).toEqual(['agent-muted']);
  });

  it('with a rule that notifications again wakes nobody every minute', () => {
    const escalation = { row: 0, icon: null, notify: 0, sound: 0 };
    const rule = aRule({ kind: 'in-family', family: 'paused', longerThanMs: 0 }, { escalation });
    const scene = createScene({ ...quietSettings, ...anaMuted, rules: [rule] });
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', 'PAUSE');
    scene.pass(hourMs);
    expect(scene.reasons()).toEqual(['switched-off', 'agent-muted']);
    expect(scene.nextAtMs()).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a notify that repeats', () => {
  const escalation = { row: null, icon: null, notify: 0, sound: 30_000 };
  const rule = aRule({ kind: 'in-family', family: 'paused', longerThanMs: 0 }, { escalation });
  const loud = () => {
    const scene = createScene({ ...quietSettings, rules: [rule] });
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', 'PAUSE');
    scene.pass(30_000);
    return scene;
  };

  it.each([
    ['a mute', { mutedUntilMs: noonMs + 3 * hourMs }],
    ['the end of working hours', outside],
    ['the mute of its agent', anaMuted],
  ])('is silenced by %s like a first one, and goes on after it', (_name, settings) => {
    const scene = loud();
    expect(scene.notifications()).toHaveLength(2);
    scene.want(settings);
    scene.pass(hourMs);
    expect(scene.notifications()).toHaveLength(2);
    scene.want({ mutedUntilMs: null, workingHours: defaultWorkingHours, mutedAgents: [] });
    scene.pass(60_000);
    expect(scene.notifications()).toHaveLength(3);
  });

  it('does not notify twice at the moment it is told', () => {
    const at = { ...rule, escalation: { ...escalation, sound: 0 } };
    const scene = createScene({ ...quietSettings, rules: [at] });
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', 'PAUSE');
    expect(scene.notifications()).toEqual([{ atMs: 5_000, escalation: 'at-once' }]);
    scene.pass(60_000);
    expect(scene.notifications()).toHaveLength(2);
  });

  it('is the first one for a rule with sound alone', () => {
    const only = { ...rule, escalation: { ...escalation, notify: null } };
    const scene = createScene({ ...quietSettings, rules: [only] });
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', 'PAUSE');
    scene.pass(90_000);
    expect(scene.notifications().map(({ atMs, escalation: kind }) => [atMs, kind])).toEqual([
      [35_000, 'at-once'],
      [95_000, 'again'],
    ]);
  });
});
