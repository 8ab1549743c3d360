import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../../src/shared/reading.ts';
import type { OwnRule } from '../../../../src/shared/rules.ts';
import type { Settings } from '../../../../src/shared/settings.ts';
import { createScene } from '../../../fakes/alert-scene.ts';
import { aRule } from '../../../fakes/alert-world.ts';
import { aCall, aReading } from '../../../fakes/builders.ts';

const minuteMs = 60_000;

/** The third call in a row, after two that ended almost at once; tells how many calls were told by then. */
function thirdCall(settings: Partial<Settings>, more: Partial<Reading> = {}) {
  const scene = createScene(settings);
  scene.says('ana', 'READY');
  for (const lead of ['1', '2', '3']) {
    scene.pass(5_000);
    scene.says('ana', aCall(lead, more));
    if (lead === '3') break;
    scene.pass(5_000);
    scene.says('ana', 'READY');
  }
  const atOnce = scene.told().length;
  scene.pass(30_000);
  return { atOnce, later: scene.told().length, reasons: scene.reasons() };
}

describe('a call that connects after two short ones', () => {
  it('waits until it has lasted, and says so', () => {
    const { atOnce, later, reasons } = thirdCall({});
    expect([atOnce, later]).toEqual([2, 3]);
    expect(reasons).toContain('waits-for-length');
  });

  it.each<readonly [string, Partial<Settings>, Partial<Reading>]>([
    ['is about me', { me: 'ana' }, {}],
    ['is about a pinned agent', { pinned: ['ana'] }, {}],
    ['came in', {}, { callType: 'INBOUND' }],
    ['came in, by its status', {}, { status: 'IN CALL [I]' }],
    ['may wait for nothing', { foldsShortCalls: false }, {}],
  ])('is told at once when it %s', (_name, settings, more) => {
    const { atOnce, reasons } = thirdCall(settings, more);
    expect(atOnce).toBe(3);
    expect(reasons).not.toContain('waits-for-length');
  });
});

describe('a rule of one’s own for one agent', () => {
  const breaks = { status: 'PAUSE - BREAK', family: null, label: '', limitMs: 15 * minuteMs };
  const about = (whom: OwnRule['whom'], what: OwnRule['what']) => aRule(what, { whom });
  const ana = { kind: 'agent', agentUser: 'ana' } as const;
  const pausedAnHour = { kind: 'in-family', family: 'paused', longerThanMs: 60 * minuteMs } as const;

  it.each<readonly [string, OwnRule, string, number]>([
    ['paused longer', about(ana, pausedAnHour), 'PAUSE', 60],
    ['paused longer than a limit of the reason', about(ana, pausedAnHour), 'PAUSE - BREAK', 60],
    [
      'in a status longer',
      about(ana, { kind: 'in-status', status: 'PAUSE - BREAK', longerThanMs: 40 * minuteMs }),
      'PAUSE - BREAK',
      40,
    ],
    ['by group', about({ kind: 'group', groupId: 'g' }, pausedAnHour), 'PAUSE', 60],
    ['stricter', about(ana, { ...pausedAnHour, longerThanMs: minuteMs }), 'PAUSE', 1],
  ])('replaces the standard one for that agent only: %s', (_name, rule, status, minutes) => {
    const scene = createScene(
      {
        rules: [rule],
        dictionary: [breaks],
        groups: [{ id: 'g', name: 'g', colour: 'blue', agentUsers: ['ana'] }],
      },
      ['ana', 'ben'],
    );
    for (const user of ['ana', 'ben']) scene.says(user, 'READY');
    scene.pass(5_000);
    for (const user of ['ana', 'ben']) scene.says(user, status);
    scene.pass((minutes - 1) * minuteMs + 50_000);
    expect(scene.told().filter(({ agentUser }) => agentUser === 'ana')).toEqual([]);
    expect(scene.openConditions().rows.has('ana')).toBe(false);
    scene.pass(minuteMs);
    expect(scene.told().filter(({ agentUser }) => agentUser === 'ana')).toHaveLength(1);
    scene.pass(120 * minuteMs);
    expect(scene.told().filter(({ agentUser }) => agentUser === 'ben')).toHaveLength(1);
  });

  it('replaces the switch for a change, and no rule for everyone', () => {
    const rule = aRule({ kind: 'change', change: 'call-connected' }, { whom: ana, holdMs: 30_000 });
    const scene = createScene({ rules: [rule] }, ['ana', 'ben']);
    for (const user of ['ana', 'ben']) scene.says(user, 'READY');
    scene.pass(5_000);
    for (const user of ['ana', 'ben']) scene.says(user, aCall('1'));
    expect(scene.told().map(({ agentUser }) => agentUser)).toEqual(['ben']);
    scene.pass(31_000);
    expect(scene.told().map(({ agentUser }) => agentUser)).toEqual(['ben', 'ana']);
  });
});

describe('the row that is open before somebody', () => {
  it('notifies of nothing, stands in the inbox, and says why', () => {
    const scene = createScene({}, ['ana', 'ben']);
    for (const user of ['ana', 'ben']) scene.says(user, 'READY');
    scene.look('ana');
    scene.pass(5_000);
    for (const user of ['ana', 'ben']) scene.says(user, aCall('1'));
    expect(scene.told()).toMatchObject([
      { agentUser: 'ana', quiet: 'in-sight' },
      { agentUser: 'ben', quiet: null },
    ]);
    expect(scene.reasons()).toContain('in-sight');
    scene.look(null);
    scene.pass(5_000);
    scene.says('ana', aReading('READY'));
    scene.pass(5_000);
    scene.says('ana', aCall('2'));
    expect(scene.told().at(-1)).toMatchObject({ agentUser: 'ana', quiet: null });
  });
});

describe('an alert that is over', () => {
  const over = (scene: ReturnType<typeof createScene>) =>
    scene.decisions().flatMap((decision) => (decision.kind === 'over' ? [decision.alertId] : []));

  it.each<readonly [string, Partial<Settings>, string | Reading, number]>([
    ['a pause beyond its time', {}, 'PAUSE', 20],
    ['a call', {}, aCall('1'), 1],
    ['too many paused', { rules: [aRule({ kind: 'several', family: 'paused', count: 1 })] }, 'PAUSE', 1],
  ])('leaves the desktop when its state ends: %s', (_name, settings, said, minutes) => {
    const scene = createScene(settings);
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', said);
    scene.pass(minutes * minuteMs);
    const told = scene.told().map(({ id }) => id);
    expect(told).not.toEqual([]);
    expect(over(scene)).toEqual([]);
    scene.says('ana', 'READY');
    expect(over(scene)).toEqual(told);
  });

  it('goes with the connection that works again', () => {
    const scene = createScene();
    scene.become({ kind: 'failing', problem: { kind: 'timeout' }, sinceMs: 0, retryAtMs: 0 });
    scene.pass(10 * minuteMs);
    scene.become({ kind: 'ok', sinceMs: 0 });
    expect(over(scene)).toEqual(scene.told().map(({ id }) => id));
  });
});
