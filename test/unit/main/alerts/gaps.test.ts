import { describe, expect, it } from 'vitest';
import type { OwnRule, OwnWhat } from '../../../../src/shared/rules.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { createScene } from '../../../fakes/alert-scene.ts';
import { aRule, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall } from '../../../fakes/builders.ts';

const minuteMs = 60_000;
const pausedFor = (longerThanMs: number, more: Partial<OwnRule> = {}): OwnRule =>
  aRule({ kind: 'in-family', family: 'paused', longerThanMs }, more);
const scenes = (users: readonly string[], ...rules: readonly OwnRule[]) =>
  createScene({ ...quietSettings, rules }, users);

describe('an agent’s first answer', () => {
  it('is no news, whatever it says', () => {
    const escalation = { row: 0, icon: 0, notify: 0, sound: null };
    const scene = scenes(['ana'], pausedFor(0, { escalation }));
    scene.says('ana', 'PAUSE');
    expect(scene.told()).toEqual([]);
    expect(scene.reasons()).toEqual(['baseline']);
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    scene.pass(60 * minuteMs);
    expect(scene.told()).toEqual([]);
  });

  it('begins what is news once it has lasted from then on', () => {
    const scene = scenes(['ana'], pausedFor(minuteMs));
    scene.says('ana', 'PAUSE');
    scene.pass(minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'overstay', isAtLeast: true, isLate: false }]);
  });

  it('in a call is not a call that connected', () => {
    const scene = createScene(defaultSettings);
    scene.says('ana', aCall());
    scene.pass(60 * minuteMs);
    expect(scene.decisions()).toEqual([]);
  });
});

describe('while an agent is out of sight', () => {
  it('nothing begins, ends or is told; what came due unseen is told late when it still holds', () => {
    const escalation = { row: 0, icon: 0, notify: 0, sound: null };
    const scene = scenes(['ana'], pausedFor(minuteMs, { escalation }));
    scene.says('ana', 'READY');
    scene.says('ana', 'PAUSE');
    scene.pass(30_000);
    scene.lose('ana');
    scene.pass(10 * minuteMs);
    expect(scene.told()).toEqual([]);
    expect(scene.openConditions()).toMatchObject({ rows: new Map(), icon: [] });
    expect(scene.nextAtMs()).toBe(Number.POSITIVE_INFINITY);
    scene.says('ana', 'PAUSE', { afterGap: true });
    expect(scene.told()).toMatchObject([{ topic: 'overstay', isLate: true, isAtLeast: true }]);
    expect(scene.notifications()).toMatchObject([{ escalation: 'in-summary' }]);
  });

  it('what no longer holds afterwards is never told', () => {
    const scene = scenes(['ana'], pausedFor(minuteMs));
    scene.says('ana', 'READY');
    scene.says('ana', 'PAUSE');
    scene.lose('ana');
    scene.pass(10 * minuteMs);
    scene.says('ana', 'READY', { afterGap: true });
    scene.pass(10 * minuteMs);
    expect(scene.told()).toEqual([]);
  });

  it('what was told before is not told again for the same state after it', () => {
    const scene = scenes(['ana'], pausedFor(minuteMs));
    scene.says('ana', 'READY');
    scene.says('ana', 'PAUSE');
    scene.pass(minuteMs);
    scene.lose('ana');
    scene.pass(10 * minuteMs);
    scene.says('ana', 'PAUSE', { afterGap: true });
    scene.pass(60 * minuteMs);
    expect(scene.told()).toHaveLength(1);
  });

  it('a call that connected is told late, once, in the summary, even with a hold time', () => {
    const connected: OwnWhat = { kind: 'change', change: 'call-connected' };
    for (const holdMs of [0, 30_000]) {
      const scene = scenes(['ana'], aRule(connected, { holdMs }));
      scene.says('ana', 'READY');
      scene.lose('ana');
      scene.pass(10 * minuteMs);
      scene.says('ana', aCall(), { afterGap: true });
      scene.pass(holdMs);
      expect(scene.told()).toMatchObject([{ topic: 'call-connected', isLate: true }]);
      expect(scene.notifications()).toMatchObject([{ escalation: 'in-summary' }]);
    }
  });

  it('nothing notifications again', () => {
    const escalation = { row: null, icon: null, notify: 0, sound: 0 };
    const scene = scenes(['ana'], pausedFor(0, { escalation }));
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', 'PAUSE');
    scene.lose('ana');
    scene.pass(10 * minuteMs);
    expect(scene.notifications()).toHaveLength(1);
  });
});

describe('a rule about several while one of them is out of sight', () => {
  const several = aRule({ kind: 'several', family: 'paused', count: 2 });
  const nobody = aRule({ kind: 'nobody-ready', longerThanMs: minuteMs });
  const users = ['ana', 'ben', 'cai'];

  it('does not end, begin or tell', () => {
    const scene = scenes(users, several);
    for (const user of users) scene.says(user, 'READY');
    scene.pass(5_000);
    for (const user of ['ana', 'ben']) scene.says(user, 'PAUSE');
    scene.pass(5_000);
    scene.lose('cai');
    scene.says('ana', 'READY');
    scene.pass(5_000);
    scene.says('ana', 'PAUSE');
    scene.pass(10 * minuteMs);
    scene.says('cai', 'READY', { afterGap: true });
    expect(scene.told()).toHaveLength(1);
  });

  it('waits for everybody’s first answer, which makes no news', () => {
    const scene = scenes(users, several);
    scene.says('ana', 'PAUSE');
    scene.says('ben', 'PAUSE');
    expect(scene.decisions().filter(({ kind }) => kind === 'tell')).toEqual([]);
    scene.says('cai', 'PAUSE');
    scene.pass(60 * minuteMs);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons()).toEqual(['baseline']);
  });

  it('tells late what came due unseen', () => {
    const scene = scenes(users, nobody);
    for (const user of users) scene.says(user, 'READY');
    scene.pass(5_000);
    for (const user of users) scene.says(user, 'PAUSE');
    scene.lose(...users);
    scene.pass(10 * minuteMs);
    for (const user of users) scene.says(user, 'PAUSE', { afterGap: true });
    expect(scene.told()).toMatchObject([{ topic: 'nobody-ready', isLate: true }]);
    expect(scene.notifications()).toMatchObject([{ escalation: 'in-summary' }]);
  });

  it('goes on without one whose own answers fail', () => {
    const scene = scenes(users, nobody);
    for (const user of users) scene.says(user, 'READY');
    scene.pass(5_000);
    scene.problem('cai');
    scene.lose('cai');
    for (const user of ['ana', 'ben']) scene.says(user, 'PAUSE');
    scene.pass(minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'nobody-ready', count: 2 }]);
  });

  it('is no old news because somebody was added as it came due', () => {
    const scene = scenes(users, nobody);
    for (const user of users) scene.says(user, 'READY');
    scene.pass(5_000);
    for (const user of users) scene.says(user, 'PAUSE');
    scene.pass(minuteMs - 1_000);
    scene.add('dev');
    scene.pass(2_000);
    scene.says('dev', 'PAUSE');
    expect(scene.topics()).toEqual(['nobody-ready']);
  });
});
