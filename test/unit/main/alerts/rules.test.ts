import { describe, expect, it } from 'vitest';
import type { ChangeKind } from '../../../../src/shared/change.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import type { OwnRule, OwnWhat, Whom } from '../../../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { createBegunScene, type Scene } from '../../../fakes/alert-scene.ts';
import { aRule, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall } from '../../../fakes/builders.ts';

const minuteMs = 60_000;
const users = ['ana', 'ben', 'cai'];
const settingsWith = (...rules: readonly OwnRule[]): Partial<Settings> => ({ ...quietSettings, rules });
const sceneWith = (...rules: readonly OwnRule[]): Scene => createBegunScene(settingsWith(...rules), users);
const sceneOf = (what: OwnWhat, more: Partial<OwnRule> = {}, settings: Partial<Settings> = {}): Scene =>
  createBegunScene({ ...settingsWith(aRule(what, more)), ...settings }, users);

const change = (kind: ChangeKind): OwnWhat => ({ kind: 'change', change: kind });
const connected = change('call-connected');

/** What an agent has to say for each kind of condition to come true, and how long has to pass. */
const kinds: readonly [name: string, what: OwnWhat, steps: readonly (string | Reading | number)[]][] = [
  ['call-connected', connected, [aCall()]],
  ['call-ended', change('call-ended'), [aCall(), minuteMs, 'DISPOSITION']],
  ['status-changed', change('status-changed'), ['PAUSE - BREAK']],
  ['came-online', change('came-online'), ['', 5_000, 'READY']],
  ['went-offline', change('went-offline'), ['']],
  ['in-family', { kind: 'in-family', family: 'wrap-up', longerThanMs: minuteMs }, ['DISPO', minuteMs]],
  ['in-status', { kind: 'in-status', status: 'pause - b', longerThanMs: minuteMs }, ['PAUSE - B', minuteMs]],
];

const topicOf = (what: OwnWhat) => (what.kind === 'change' ? what.change : 'overstay');

describe.each(kinds)('a rule about %s', (_name, what, steps) => {
  const make = (scene: Scene, user = 'ana') => {
    for (const step of steps) {
      if (typeof step === 'number') scene.pass(step);
      else scene.says(user, step);
    }
  };
  const groups = [
    { id: 'g1', name: 'Sales', colour: 'blue' as const, agentUsers: ['ana', 'cai', 'not.watched'] },
  ];

  it.each<[string, Whom, Partial<Settings>, readonly string[]]>([
    ['everyone', { kind: 'everyone' }, {}, users],
    ['me', { kind: 'me' }, { me: 'ben' }, ['ben']],
    ['me while nobody is', { kind: 'me' }, { me: null }, []],
    ['a group', { kind: 'group', groupId: 'g1' }, { groups }, ['ana', 'cai']],
    ['a group that is gone', { kind: 'group', groupId: 'g2' }, { groups }, []],
    ['one agent', { kind: 'agent', agentUser: 'cai' }, {}, ['cai']],
  ])('about %s tells of those alone, once however long it goes on', (_whom, whom, settings, expected) => {
    const scene = sceneOf(what, { whom }, settings);
    for (const user of users) make(scene, user);
    scene.pass(60 * minuteMs);
    expect(scene.told().map(({ agentUser, topic }) => [agentUser, topic])).toEqual(
      expected.map((user) => [user, topicOf(what)]),
    );
    expect(scene.notifications()).toHaveLength(expected.length);
  });

  it('climbs row, icon, notification and sound, each after its own delay', () => {
    const escalation = { row: 0, icon: 10_000, notify: 20_000, sound: 40_000 };
    const scene = sceneOf(what, { escalation, severity: 'alarm' });
    make(scene);
    const beganMs = scene.nowMs();
    const stages = () => [
      scene.openConditions().rows.get('ana') ?? null,
      scene.openConditions().icon.length,
      scene.told().length,
      scene.notifications().length,
    ];
    expect(stages()).toEqual(['alarm', 0, 0, 0]);
    scene.pass(9_999);
    expect(stages()).toEqual(['alarm', 0, 0, 0]);
    scene.pass(1);
    expect(stages()).toEqual(['alarm', 1, 0, 0]);
    scene.pass(10_000);
    expect(stages()).toEqual(['alarm', 1, 1, 1]);
    scene.pass(140_000);
    expect(scene.notifications().map(({ atMs, escalation: kind }) => [atMs - beganMs, kind])).toEqual([
      [20_000, 'at-once'],
      [40_000, 'again'],
      [100_000, 'again'],
      [160_000, 'again'],
    ]);
  });

  it.each([
    ['its hold time', 30_000, 30_000],
    ['a further poll, even with a shorter hold time', 1_000, 6_500],
  ])('has to survive %s', (_what, holdMs, lastsMs) => {
    const scene = sceneOf(what, { holdMs });
    make(scene);
    scene.pass(lastsMs - 1);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.topics()).toEqual([topicOf(what)]);
  });

  it('is not told when it does not survive its hold time', () => {
    const scene = sceneOf(what, { holdMs: 30_000 });
    make(scene);
    scene.pass(25_000);
    for (const status of ['QUEUE', 'PAUSE - MEETING', '']) {
      scene.play(['ana', status], 1);
    }
    scene.pass(60 * minuteMs);
    expect(scene.told().filter(({ topic, status }) => topic === topicOf(what) && status !== '')).toEqual([]);
  });
});

describe('a rule about several agents', () => {
  const several: OwnWhat = { kind: 'several', family: 'paused', count: 2 };

  it('tells when there are enough, once, and again only after there were fewer', () => {
    const scene = sceneOf(several);
    scene.play(['ana', 'PAUSE'], 5_000);
    expect(scene.told()).toEqual([]);
    scene.says('ben', 'PAUSE');
    expect(scene.told()).toMatchObject([{ topic: 'several', agentUser: null, family: 'paused', count: 2 }]);
    scene.play(60_000, ['cai', 'PAUSE'], 60_000, ['ana', 'READY'], 60_000);
    expect(scene.told()).toHaveLength(1);
    scene.play(['ben', 'READY'], 60_000, ['ana', 'PAUSE']);
    expect(scene.told()).toHaveLength(2);
  });

  it('counts its group alone', () => {
    const groups = [{ id: 'g1', name: 'Sales', colour: 'blue' as const, agentUsers: ['ana', 'ben'] }];
    const scene = sceneOf(several, { whom: { kind: 'group', groupId: 'g1' } }, { groups });
    scene.play(['ana', 'PAUSE'], ['cai', 'PAUSE'], 60_000);
    expect(scene.told()).toEqual([]);
    scene.says('ben', 'PAUSE');
    expect(scene.told()).toHaveLength(1);
  });

  it('has to survive its hold time', () => {
    const scene = sceneOf(several, { holdMs: 60_000 });
    scene.play([['ana', 'ben'], 'PAUSE'], 50_000, ['ben', 'READY'], 60_000, ['ben', 'PAUSE'], 59_999);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.told()).toHaveLength(1);
  });

  it('stands on the icon with its count, and notifies until acknowledged', () => {
    const scene = sceneOf(several, { escalation: { row: 0, icon: 0, notify: 0, sound: 30_000 } });
    for (const user of ['ana', 'ben']) scene.says(user, 'PAUSE');
    const onIcon = { topic: 'several', agentUser: null, family: 'paused', count: 2 };
    expect(scene.openConditions().icon).toMatchObject([onIcon]);
    scene.says('cai', 'PAUSE');
    expect(scene.openConditions().icon).toMatchObject([{ ...onIcon, count: 3 }]);
    scene.pass(90_000);
    expect(scene.notifications().map(({ escalation }) => escalation)).toEqual(['at-once', 'again', 'again']);
    scene.acknowledge(null);
    scene.pass(600_000);
    expect(scene.notifications()).toHaveLength(3);
    expect(scene.openConditions().icon).toEqual([]);
  });

  it('that is made to count another family is another condition', () => {
    const scene = sceneOf(several);
    scene.play([['ana', 'ben'], 'PAUSE'], ['cai', 'DISPOSITION']);
    scene.want(settingsWith(aRule({ kind: 'several', family: 'wrap-up', count: 1 })));
    expect(scene.told().map(({ family }) => family)).toEqual(['paused', 'wrap-up']);
  });
});

describe('a rule about nobody being ready', () => {
  const nobody: OwnWhat = { kind: 'nobody-ready', longerThanMs: 2 * minuteMs };

  it('counts from when the last one stopped being ready, whatever the others do then', () => {
    const scene = sceneOf(nobody, { escalation: { row: null, icon: 0, notify: 0, sound: null } });
    scene.play(['ana', 'PAUSE'], ['ben', aCall()], 5 * minuteMs, ['cai', aCall('102')]);
    const beganMs = scene.nowMs();
    scene.play(minuteMs, ['ben', 'DISPOSITION'], minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'nobody-ready', count: 3, durationMs: 2 * minuteMs }]);
    expect(scene.openConditions().icon).toMatchObject([{ topic: 'nobody-ready', family: null, count: 3 }]);
    scene.pass(60 * minuteMs);
    expect(scene.notifications()).toEqual([{ atMs: beganMs + 2 * minuteMs, escalation: 'at-once' }]);
  });

  it('counts from when the last one who was ready left', () => {
    const scene = sceneOf(nobody);
    scene.play([['ana', 'ben'], 'PAUSE'], 10 * minuteMs, ['cai', '']);
    expect(scene.told()).toEqual([]);
    scene.pass(2 * minuteMs);
    expect(scene.told()).toMatchObject([{ count: 2, durationMs: 2 * minuteMs }]);
  });

  it('ends when somebody is ready, and has nothing to say of an empty floor', () => {
    const scene = sceneOf(nobody);
    scene.play([users, 'PAUSE'], minuteMs, ['ana', 'READY'], minuteMs, [users, ''], 60 * minuteMs);
    expect(scene.told()).toEqual([]);
  });

  it('follows its limit when that is edited while nobody is ready', () => {
    const scene = sceneOf(nobody);
    scene.play([users, 'PAUSE'], minuteMs);
    scene.want(settingsWith(aRule({ kind: 'nobody-ready', longerThanMs: 3 * minuteMs })));
    scene.pass(2 * minuteMs - 1);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.told()).toMatchObject([{ durationMs: 3 * minuteMs }]);
  });
});

describe('several rules that want the same change', () => {
  const wanted = (id: string, holdMs: number, more: Partial<OwnRule> = {}) =>
    aRule(connected, { id, holdMs, ...more });

  it.each([
    ['the later one last', [wanted('a', 0), wanted('b', 30_000)]],
    ['the later one first', [wanted('b', 30_000), wanted('a', 0)]],
  ])('tell of it once, %s', (_name, rules) => {
    const scene = sceneWith(...rules);
    scene.play(['ana', aCall()], 60_000, ['ana', 'READY']);
    expect(scene.topics()).toEqual(['call-connected']);
    expect(scene.reasons()).toEqual(['switched-off']);
  });

  it('tell of a call that the guard held back once', () => {
    const scene = sceneWith(wanted('a', 0), wanted('b', 0));
    for (const lead of ['1', '2', '3']) {
      scene.play(['ana', aCall(lead)], 5_000, ['ana', 'READY'], 5_000);
    }
    expect(scene.topics()).toEqual(['call-connected', 'call-connected', 'short-calls']);
    expect(scene.decisions().filter(({ kind }) => kind === 'grow')).toEqual([]);
  });

  it('are acknowledged together', () => {
    const loud = wanted('b', 30_000, { escalation: { row: null, icon: null, notify: 0, sound: 0 } });
    const scene = sceneWith(wanted('a', 0), loud);
    scene.says('ana', aCall());
    scene.acknowledge(1);
    scene.pass(10 * minuteMs);
    expect(scene.notifications()).toHaveLength(1);
    expect(scene.reasons()).toEqual(['acknowledged']);
  });
});

describe('the change that comes next', () => {
  const held = (kind: ChangeKind) => sceneOf(change(kind), { holdMs: 30_000 });

  it('does not end a call that is only parked', () => {
    const scene = held('call-connected');
    scene.play(['ana', aCall()], 10_000, ['ana', aCall('101', { status: 'PARK' })], 20_000);
    expect(scene.topics()).toEqual(['call-connected']);
    expect(scene.reasons()).not.toContain('passing');
  });

  it('does not end what the same answer told of', () => {
    const scene = held('came-online');
    scene.play(['ana', ''], 5_000, ['ana', aCall()], 30_000);
    expect(scene.topics()).toEqual(['came-online']);
  });

  it('ends what was held: it did not last', () => {
    const scene = held('call-connected');
    scene.play(['ana', aCall()], 25_000, ['ana', 'READY'], 60_000);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons()).toEqual(['passing', 'switched-off']);
  });

  it('takes its colour from the row, which is all a rule without notifications gave it', () => {
    const escalation = { row: 0, icon: null, notify: null, sound: null };
    const scene = sceneOf(change('status-changed'), { escalation });
    scene.says('ana', 'PAUSE');
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    expect(scene.reasons()).toEqual(['switched-off']);
    scene.play(5_000, ['ana', aCall()]);
    expect(scene.openConditions().rows.size).toBe(0);
  });
});

describe('the nudge that I am still paused', () => {
  const begin = (isActive: boolean, status = 'PAUSE', more: Partial<Settings> = {}) => {
    const scene = createBegunScene({ ...defaultSettings, me: 'ana', ...more }, users);
    for (const user of ['ana', 'ben']) scene.says(user, status);
    scene.setActive(isActive);
    return scene;
  };
  const nudgesIn = (scene: Scene) => scene.told().filter(({ topic }) => topic === 'still');

  it.each([
    ['PAUSE', true, 3 * minuteMs],
    ['PAUSE', false, 10 * minuteMs],
    ['DISPOSITION', true, minuteMs],
    ['DISPOSITION', false, 2 * minuteMs],
  ])('%s: with somebody at the keyboard %s, after %i ms, and to me alone', (status, isActive, afterMs) => {
    const scene = begin(isActive, status);
    scene.pass(afterMs - 1);
    expect(nudgesIn(scene)).toEqual([]);
    scene.pass(1);
    expect(nudgesIn(scene)).toMatchObject([{ agentUser: 'ana', durationMs: afterMs }]);
    scene.pass(60 * minuteMs);
    expect(nudgesIn(scene)).toHaveLength(1);
  });

  it('comes soon after somebody returns to the keyboard, and not for the time before', () => {
    const scene = begin(false);
    scene.pass(5 * minuteMs);
    scene.setActive(true);
    scene.pass(15_000);
    expect(nudgesIn(scene)).toHaveLength(1);
  });

  it('is not for a pause that has a limit of its own, nor wanted without nudges', () => {
    const dictionary = [{ status: 'PAUSE', family: null, label: '', limitMs: 20 * minuteMs }];
    for (const more of [{ dictionary }, { nudges: false }]) {
      const scene = begin(true, 'PAUSE', more);
      scene.pass(14 * minuteMs);
      expect(nudgesIn(scene)).toEqual([]);
    }
  });
});

describe('a rule that is edited or taken back', () => {
  it('takes colour from a row that it would not give it now, and does not tell again', () => {
    const paused = (longerThanMs: number) =>
      aRule(
        { kind: 'in-family', family: 'paused', longerThanMs },
        { escalation: { row: 0, icon: 0, notify: 0, sound: null } },
      );
    const scene = sceneWith(paused(minuteMs));
    scene.play(['ana', 'PAUSE'], minuteMs);
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    scene.want(settingsWith(paused(10 * minuteMs)));
    expect(scene.openConditions()).toMatchObject({ rows: new Map(), icon: [] });
    scene.pass(9 * minuteMs);
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    expect(scene.told()).toHaveLength(1);
  });

  it('notifies no more and takes its colour with it when it is switched off', () => {
    const rule = aRule(connected, { escalation: { row: 0, icon: 0, notify: 0, sound: 0 } });
    const scene = sceneWith(rule);
    scene.play(['ana', aCall()], minuteMs);
    expect(scene.notifications()).toHaveLength(2);
    scene.want(settingsWith({ ...rule, isOn: false }));
    scene.pass(10 * minuteMs);
    expect(scene.notifications()).toHaveLength(2);
    expect(scene.openConditions()).toMatchObject({ rows: new Map(), icon: [] });
  });

  it('does not tell what it waited for, and says that it is switched off', () => {
    const scene = sceneWith(aRule(connected, { holdMs: 30_000 }));
    scene.play(['ana', aCall()], 5_000);
    scene.want(settingsWith(aRule(connected, { holdMs: 30_000, whom: { kind: 'agent', agentUser: 'ben' } })));
    scene.pass(minuteMs);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons()).toEqual(['switched-off']);
  });

  it('counts by what it says now', () => {
    const scene = sceneWith(aRule(connected, { holdMs: 30_000 }));
    scene.says('ana', aCall());
    scene.want(settingsWith(aRule(connected, { holdMs: 60_000 })));
    scene.pass(59_999);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.topics()).toEqual(['call-connected']);
  });
});
