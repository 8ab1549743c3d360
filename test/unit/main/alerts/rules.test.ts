import { describe, expect, it } from 'vitest';
import type { changeKinds } from '../../../../src/shared/change.ts';
import type { OwnRule, OwnWhat, Whom } from '../../../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { createScene } from '../../../fakes/alert-scene.ts';
import { aRule, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall } from '../../../fakes/builders.ts';

type Scene = ReturnType<typeof createScene>;

const minuteMs = 60_000;
const users = ['ana', 'ben', 'cai'];
const settingsWith = (...rules: readonly OwnRule[]): Partial<Settings> => ({ ...quietSettings, rules });

const sceneOf = (what: OwnWhat, more: Partial<OwnRule> = {}, settings: Partial<Settings> = {}): Scene => {
  const scene = createScene({ ...settingsWith(aRule(what, more)), ...settings }, users);
  for (const user of users) scene.says(user, 'READY');
  scene.pass(5_000);
  return scene;
};

/** How each kind of condition comes true for these agents, and when. */
const kinds: readonly [name: string, what: OwnWhat, make: (scene: Scene, user: string) => void][] = [
  [
    'call-connected',
    { kind: 'change', change: 'call-connected' },
    (scene, user) => scene.says(user, aCall()),
  ],
  [
    'call-ended',
    { kind: 'change', change: 'call-ended' },
    (scene, user) => {
      scene.says(user, aCall());
      scene.pass(minuteMs);
      scene.says(user, 'DISPOSITION');
    },
  ],
  [
    'status-changed',
    { kind: 'change', change: 'status-changed' },
    (scene, user) => scene.says(user, 'PAUSE - BREAK'),
  ],
  [
    'came-online',
    { kind: 'change', change: 'came-online' },
    (scene, user) => {
      scene.says(user, '');
      scene.pass(5_000);
      scene.says(user, 'READY');
    },
  ],
  ['went-offline', { kind: 'change', change: 'went-offline' }, (scene, user) => scene.says(user, '')],
  [
    'in-family',
    { kind: 'in-family', family: 'wrap-up', longerThanMs: minuteMs },
    (scene, user) => {
      scene.says(user, 'DISPOSITION');
      scene.pass(minuteMs);
    },
  ],
  [
    'in-status',
    { kind: 'in-status', status: 'pause - break', longerThanMs: minuteMs },
    (scene, user) => {
      scene.says(user, 'PAUSE - BREAK');
      scene.pass(minuteMs);
    },
  ],
];

const topicOf = (what: OwnWhat) => (what.kind === 'change' ? what.change : 'overstay');

describe.each(kinds)('a rule about %s', (_name, what, make) => {
  const whoms: readonly [string, Whom, Partial<Settings>, readonly string[]][] = [
    ['everyone', { kind: 'everyone' }, {}, ['ana', 'ben', 'cai']],
    ['me', { kind: 'me' }, { me: 'ben' }, ['ben']],
    ['me while nobody is', { kind: 'me' }, { me: null }, []],
    [
      'a group',
      { kind: 'group', groupId: 'g1' },
      { groups: [{ id: 'g1', name: 'Sales', colour: 'blue', agentUsers: ['ana', 'cai', 'not.watched'] }] },
      ['ana', 'cai'],
    ],
    ['a group that is gone', { kind: 'group', groupId: 'g2' }, {}, []],
    ['one agent', { kind: 'agent', agentUser: 'cai' }, {}, ['cai']],
  ];

  it.each(whoms)('about %s tells of those alone', (_whom, whom, settings, expected) => {
    const scene = sceneOf(what, { whom }, settings);
    for (const user of users) make(scene, user);
    scene.pass(10 * minuteMs);
    expect(scene.told().map(({ agentUser, topic }) => [agentUser, topic])).toEqual(
      expected.map((user) => [user, topicOf(what)]),
    );
  });

  it('tells once, however long it goes on', () => {
    const scene = sceneOf(what);
    make(scene, 'ana');
    scene.pass(60 * minuteMs);
    expect(scene.topics()).toEqual([topicOf(what)]);
    expect(scene.notifications()).toHaveLength(1);
  });

  it('tells nothing while it is switched off', () => {
    const scene = sceneOf(what, { isOn: false });
    make(scene, 'ana');
    scene.pass(60 * minuteMs);
    expect(scene.told()).toEqual([]);
  });

  it('climbs row, icon, notification and sound, each after its own delay', () => {
    const escalation = { row: 0, icon: 10_000, notify: 20_000, sound: 40_000 };
    const scene = sceneOf(what, { escalation, severity: 'alarm' });
    make(scene, 'ana');
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
    scene.pass(20_000);
    expect(stages()).toEqual(['alarm', 1, 1, 2]);
    scene.pass(120_000);
    expect(scene.notifications().map(({ atMs, escalation: kind }) => [atMs - beganMs, kind])).toEqual([
      [20_000, 'at-once'],
      [40_000, 'again'],
      [100_000, 'again'],
      [160_000, 'again'],
    ]);
  });

  it('stops knocking and leaves the icon once acknowledged, and stays on the row', () => {
    const scene = sceneOf(what, { escalation: { row: 0, icon: 0, notify: 0, sound: 0 } });
    make(scene, 'ana');
    scene.pass(60_000);
    expect(scene.notifications()).toHaveLength(2);
    scene.acknowledge(scene.told()[0]?.id ?? 0);
    scene.pass(60 * minuteMs);
    expect(scene.notifications()).toHaveLength(2);
    expect(scene.openConditions().icon).toEqual([]);
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
  });

  it('has to survive its hold time', () => {
    const scene = sceneOf(what, { holdMs: 30_000 });
    make(scene, 'ana');
    scene.pass(29_999);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.topics()).toEqual([topicOf(what)]);
  });

  it('is not told when it does not survive its hold time', () => {
    const scene = sceneOf(what, { holdMs: 30_000 });
    make(scene, 'ana');
    scene.pass(25_000);
    for (const status of ['QUEUE', 'PAUSE - MEETING', '']) {
      scene.says('ana', status);
      scene.pass(1);
    }
    scene.pass(60 * minuteMs);
    expect(scene.told().filter(({ topic, status }) => topic === topicOf(what) && status !== '')).toEqual([]);
  });

  it('believes even a short hold time only after a further poll', () => {
    const scene = sceneOf(what, { holdMs: 1_000 });
    make(scene, 'ana');
    scene.pass(6_499);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.topics()).toEqual([topicOf(what)]);
  });
});

describe('a rule about several agents', () => {
  const several: OwnWhat = { kind: 'several', family: 'paused', count: 2 };

  it('tells when there are enough, once, and again only after there were fewer', () => {
    const scene = sceneOf(several);
    scene.says('ana', 'PAUSE');
    scene.pass(5_000);
    expect(scene.told()).toEqual([]);
    scene.says('ben', 'PAUSE');
    expect(scene.told()).toMatchObject([{ topic: 'several', agentUser: null, family: 'paused', count: 2 }]);
    scene.pass(60_000);
    scene.says('cai', 'PAUSE');
    scene.pass(60_000);
    scene.says('ana', 'READY');
    scene.pass(60_000);
    expect(scene.told()).toHaveLength(1);
    scene.says('ben', 'READY');
    scene.pass(60_000);
    scene.says('ana', 'PAUSE');
    expect(scene.told()).toHaveLength(2);
  });

  it('counts its group alone', () => {
    const groups = [{ id: 'g1', name: 'Sales', colour: 'blue' as const, agentUsers: ['ana', 'ben'] }];
    const scene = sceneOf(several, { whom: { kind: 'group', groupId: 'g1' } }, { groups });
    scene.says('ana', 'PAUSE');
    scene.says('cai', 'PAUSE');
    scene.pass(60_000);
    expect(scene.told()).toEqual([]);
    scene.says('ben', 'PAUSE');
    expect(scene.told()).toHaveLength(1);
  });

  it('has to survive its hold time', () => {
    const scene = sceneOf(several, { holdMs: 60_000 });
    for (const user of ['ana', 'ben']) scene.says(user, 'PAUSE');
    scene.pass(50_000);
    scene.says('ben', 'READY');
    scene.pass(60_000);
    expect(scene.told()).toEqual([]);
    scene.says('ben', 'PAUSE');
    scene.pass(59_999);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.told()).toHaveLength(1);
  });

  it('stands on the icon with its count, and notifications until acknowledged', () => {
    const scene = sceneOf(several, { escalation: { row: 0, icon: 0, notify: 0, sound: 30_000 } });
    for (const user of ['ana', 'ben']) scene.says(user, 'PAUSE');
    expect(scene.openConditions().icon).toMatchObject([{ topic: 'several', agentUser: null, count: 2 }]);
    scene.says('cai', 'PAUSE');
    expect(scene.openConditions().icon).toMatchObject([{ count: 3 }]);
    scene.pass(90_000);
    expect(scene.notifications().map(({ escalation }) => escalation)).toEqual(['at-once', 'again', 'again']);
    scene.acknowledge(null);
    scene.pass(600_000);
    expect(scene.notifications()).toHaveLength(3);
    expect(scene.openConditions().icon).toEqual([]);
  });

  it('that is made to count another family is another condition', () => {
    const scene = sceneOf(several);
    for (const user of ['ana', 'ben']) scene.says(user, 'PAUSE');
    scene.says('cai', 'DISPOSITION');
    scene.pass(60_000);
    scene.want(settingsWith(aRule({ kind: 'several', family: 'wrap-up', count: 1 })));
    expect(scene.told().map(({ family }) => family)).toEqual(['paused', 'wrap-up']);
  });
});

describe('a rule about nobody being ready', () => {
  const nobody: OwnWhat = { kind: 'nobody-ready', longerThanMs: 2 * minuteMs };

  it('counts from when the last one stopped being ready, whatever the others do then', () => {
    const scene = sceneOf(nobody);
    scene.says('ana', 'PAUSE');
    scene.says('ben', aCall());
    scene.pass(5 * minuteMs);
    scene.says('cai', aCall('102'));
    const beganMs = scene.nowMs();
    scene.pass(minuteMs);
    scene.says('ben', 'DISPOSITION');
    scene.pass(minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'nobody-ready', count: 3, durationMs: 2 * minuteMs }]);
    expect(scene.notifications()).toEqual([{ atMs: beganMs + 2 * minuteMs, escalation: 'at-once' }]);
    scene.pass(60 * minuteMs);
    expect(scene.told()).toHaveLength(1);
  });

  it('counts from when the last one who was ready left', () => {
    const scene = sceneOf(nobody);
    for (const user of ['ana', 'ben']) scene.says(user, 'PAUSE');
    scene.pass(10 * minuteMs);
    scene.says('cai', '');
    expect(scene.told()).toEqual([]);
    scene.pass(2 * minuteMs);
    expect(scene.told()).toMatchObject([{ count: 2, durationMs: 2 * minuteMs }]);
  });

  it('ends when somebody is ready, and has nothing to say of an empty floor', () => {
    const scene = sceneOf(nobody);
    for (const user of users) scene.says(user, 'PAUSE');
    scene.pass(minuteMs);
    scene.says('ana', 'READY');
    scene.pass(minuteMs);
    for (const user of users) scene.says(user, '');
    scene.pass(60 * minuteMs);
    expect(scene.told()).toEqual([]);
  });

  it('follows its limit when that is edited while nobody is ready', () => {
    const scene = sceneOf(nobody);
    for (const user of users) scene.says(user, 'PAUSE');
    scene.pass(minuteMs);
    scene.want(settingsWith(aRule({ kind: 'nobody-ready', longerThanMs: 3 * minuteMs })));
    scene.pass(2 * minuteMs - 1);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.told()).toMatchObject([{ durationMs: 3 * minuteMs }]);
  });
});

describe('a rule that is edited while its condition holds', () => {
  const paused = (longerThanMs: number): OwnWhat => ({ kind: 'in-family', family: 'paused', longerThanMs });

  it('takes colour from a row that it would not give it now, and does not tell again', () => {
    const escalation = { row: 0, icon: 0, notify: 0, sound: null };
    const scene = sceneOf(paused(minuteMs), { escalation });
    scene.says('ana', 'PAUSE');
    scene.pass(minuteMs);
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    scene.want(settingsWith(aRule(paused(10 * minuteMs), { escalation })));
    expect(scene.openConditions()).toMatchObject({ rows: new Map(), icon: [] });
    scene.pass(9 * minuteMs);
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    expect(scene.told()).toHaveLength(1);
  });
});

describe('several rules that want the same change', () => {
  const connected: OwnWhat = { kind: 'change', change: 'call-connected' };
  const wanted = (id: string, ms: number, more: Partial<OwnRule> = {}) =>
    aRule(connected, { id, holdMs: ms, ...more });

  it.each([
    ['the later one last', [wanted('a', 0), wanted('b', 30_000)]],
    ['the later one first', [wanted('b', 30_000), wanted('a', 0)]],
  ])('tell of it once, %s', (_name, rules) => {
    const scene = createScene(settingsWith(...rules));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.pass(60_000);
    scene.says('ana', 'READY');
    expect(scene.topics()).toEqual(['call-connected']);
    expect(scene.reasons()).toEqual(['switched-off']);
  });

  it('tell of a call that the guard held back once', () => {
    const scene = createScene(settingsWith(wanted('a', 0), wanted('b', 0)));
    scene.says('ana', 'READY');
    for (const lead of ['1', '2', '3']) {
      scene.pass(5_000);
      scene.says('ana', aCall(lead));
      scene.pass(5_000);
      scene.says('ana', 'READY');
    }
    expect(scene.topics()).toEqual(['call-connected', 'call-connected', 'short-calls']);
    expect(scene.decisions().filter(({ kind }) => kind === 'grow')).toEqual([]);
  });

  it('are acknowledged together', () => {
    const loud = wanted('b', 30_000, { escalation: { row: null, icon: null, notify: 0, sound: 0 } });
    const scene = createScene(settingsWith(wanted('a', 0), loud));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.acknowledge(1);
    scene.pass(10 * minuteMs);
    expect(scene.notifications()).toHaveLength(1);
    expect(scene.reasons()).toEqual(['acknowledged']);
  });
});

describe('the change that comes next', () => {
  const held = (change: (typeof changeKinds)[number]) =>
    settingsWith(aRule({ kind: 'change', change }, { holdMs: 30_000 }));

  it('does not end a call that is only parked', () => {
    const scene = createScene(held('call-connected'));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.pass(10_000);
    scene.says('ana', aCall('101', { status: 'PARK' }));
    scene.pass(20_000);
    expect(scene.topics()).toEqual(['call-connected']);
    expect(scene.reasons()).not.toContain('passing');
  });

  it('does not end what the same answer told of', () => {
    const scene = createScene(held('came-online'));
    scene.says('ana', '');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.pass(30_000);
    expect(scene.topics()).toEqual(['came-online']);
  });

  it('ends what was held: it did not last', () => {
    const scene = createScene(held('call-connected'));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.pass(25_000);
    scene.says('ana', 'READY');
    scene.pass(60_000);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons()).toEqual(['passing', 'switched-off']);
  });
});

describe('a change that no rule would notify for', () => {
  it('is switched off, although it colours the row until the next one', () => {
    const escalation = { row: 0, icon: null, notify: null, sound: null };
    const scene = createScene(
      settingsWith(aRule({ kind: 'change', change: 'status-changed' }, { escalation })),
    );
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', 'PAUSE');
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    expect(scene.reasons()).toEqual(['switched-off']);
    scene.pass(5_000);
    scene.says('ana', aCall());
    expect(scene.openConditions().rows.size).toBe(0);
  });
});

describe('the nudge that I am still paused', () => {
  const scene = (isActive: boolean, status = 'PAUSE') => {
    const made = createScene({ ...defaultSettings, me: 'ana' }, ['ana', 'ben']);
    for (const user of ['ana', 'ben']) made.says(user, 'READY');
    made.pass(5_000);
    for (const user of ['ana', 'ben']) made.says(user, status);
    made.setActive(isActive);
    return made;
  };
  const stillIn = (made: Scene) => made.told().filter(({ topic }) => topic === 'still');

  it.each([
    ['PAUSE', true, 3 * minuteMs],
    ['PAUSE', false, 10 * minuteMs],
    ['DISPOSITION', true, minuteMs],
    ['DISPOSITION', false, 2 * minuteMs],
  ])('%s: with somebody at the keyboard %s, after %i ms, and to me alone', (status, isActive, afterMs) => {
    const made = scene(isActive, status);
    made.pass(afterMs - 1);
    expect(stillIn(made)).toEqual([]);
    made.pass(1);
    expect(stillIn(made)).toMatchObject([{ agentUser: 'ana', durationMs: afterMs }]);
    made.pass(60 * minuteMs);
    expect(stillIn(made)).toHaveLength(1);
  });

  it('comes soon after somebody returns to the keyboard, and not for the time before', () => {
    const made = scene(false);
    made.pass(5 * minuteMs);
    made.setActive(true);
    made.pass(15_000);
    expect(stillIn(made)).toHaveLength(1);
  });

  it('is not for a pause that has a limit of its own, nor wanted without nudges', () => {
    const dictionary = [{ status: 'PAUSE', family: null, label: '', limitMs: 20 * minuteMs }];
    for (const more of [{ dictionary }, { nudges: false }]) {
      const made = createScene({ ...defaultSettings, me: 'ana', ...more });
      made.says('ana', 'READY');
      made.says('ana', 'PAUSE');
      made.pass(14 * minuteMs);
      expect(made.told()).toEqual([]);
    }
  });
});

describe('a rule that is taken back while it waits or notifications', () => {
  const connected: OwnWhat = { kind: 'change', change: 'call-connected' };

  it('notifications no more and takes its colour with it', () => {
    const rule = aRule(connected, { escalation: { row: 0, icon: 0, notify: 0, sound: 0 } });
    const scene = createScene(settingsWith(rule));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.pass(minuteMs);
    expect(scene.notifications()).toHaveLength(2);
    scene.want(settingsWith({ ...rule, isOn: false }));
    scene.pass(10 * minuteMs);
    expect(scene.notifications()).toHaveLength(2);
    expect(scene.openConditions()).toMatchObject({ rows: new Map(), icon: [] });
  });

  it('does not tell what it waited for, and says that it is switched off', () => {
    const scene = createScene(settingsWith(aRule(connected, { holdMs: 30_000 })));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.pass(5_000);
    scene.want(settingsWith(aRule(connected, { holdMs: 30_000, whom: { kind: 'agent', agentUser: 'ben' } })));
    scene.pass(minuteMs);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons()).toEqual(['switched-off']);
  });

  it('that is edited counts by what it says now', () => {
    const scene = createScene(settingsWith(aRule(connected, { holdMs: 30_000 })));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', aCall());
    scene.want(settingsWith(aRule(connected, { holdMs: 60_000 })));
    scene.pass(59_999);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.topics()).toEqual(['call-connected']);
  });
});
