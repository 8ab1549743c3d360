import { describe, expect, it } from 'vitest';
import type { OwnRule, OwnWhat } from '../../../../src/shared/rules.ts';
import { createBegunScene, createScene } from '../../../fakes/alert-scene.ts';
import { aRule, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall } from '../../../fakes/builders.ts';

const minuteMs = 60_000;
const pausedFor = (longerThanMs: number, more: Partial<OwnRule> = {}): OwnRule =>
  aRule({ kind: 'in-family', family: 'paused', longerThanMs }, more);
const begun = (users: readonly string[], ...rules: readonly OwnRule[]) =>
  createBegunScene({ ...quietSettings, rules }, users);

describe('an agent’s first answer', () => {
  it('is no news, whatever it says', () => {
    const escalation = { row: 0, icon: 0, notify: 0, sound: null };
    const scene = createScene({ ...quietSettings, rules: [pausedFor(0, { escalation })] });
    scene.says('ana', 'PAUSE');
    expect(scene.reasons()).toEqual(['baseline']);
    expect(scene.openConditions().rows.get('ana')).toBe('warning');
    scene.pass(60 * minuteMs);
    expect(scene.told()).toEqual([]);
  });

  it('begins what is news once it has lasted from then on', () => {
    const scene = createScene({ ...quietSettings, rules: [pausedFor(minuteMs)] });
    scene.play(['ana', 'PAUSE'], minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'overstay', isAtLeast: true, isLate: false }]);
  });
});

describe('while an agent is out of sight', () => {
  it('nothing begins, ends or is told; what came due unseen is told late when it still holds', () => {
    const escalation = { row: 0, icon: 0, notify: 0, sound: null };
    const scene = begun(['ana'], pausedFor(minuteMs, { escalation }));
    scene.play(['ana', 'PAUSE'], 30_000, ['ana', null], 10 * minuteMs);
    expect(scene.told()).toEqual([]);
    expect(scene.openConditions()).toMatchObject({ rows: new Map(), icon: [] });
    expect(scene.nextAtMs()).toBe(Number.POSITIVE_INFINITY);
    scene.says('ana', 'PAUSE', { afterGap: true });
    expect(scene.told()).toMatchObject([{ topic: 'overstay', isLate: true, isAtLeast: true }]);
    expect(scene.notifications()).toMatchObject([{ escalation: 'in-summary' }]);
  });

  it('what no longer holds afterwards is never told', () => {
    const scene = begun(['ana'], pausedFor(minuteMs));
    scene.play(
      ['ana', 'PAUSE'],
      ['ana', null],
      10 * minuteMs,
      ['ana', 'READY', { afterGap: true }],
      10 * minuteMs,
    );
    expect(scene.told()).toEqual([]);
  });

  it('what was told before is not told again for the same state after it', () => {
    const scene = begun(['ana'], pausedFor(minuteMs));
    scene.play(
      ['ana', 'PAUSE'],
      minuteMs,
      ['ana', null],
      10 * minuteMs,
      ['ana', 'PAUSE', { afterGap: true }],
      60 * minuteMs,
    );
    expect(scene.told()).toHaveLength(1);
  });

  it('a call that connected is told late, once, in the summary, even with a hold time', () => {
    const connected: OwnWhat = { kind: 'change', change: 'call-connected' };
    for (const holdMs of [0, 30_000]) {
      const scene = begun(['ana'], aRule(connected, { holdMs }));
      scene.play(['ana', null], 10 * minuteMs, ['ana', aCall(), { afterGap: true }], holdMs);
      expect(scene.told()).toMatchObject([{ topic: 'call-connected', isLate: true }]);
      expect(scene.notifications()).toMatchObject([{ escalation: 'in-summary' }]);
    }
  });
});

describe('a rule about several while one of them is out of sight', () => {
  const several = aRule({ kind: 'several', family: 'paused', count: 2 });
  const nobody = aRule({ kind: 'nobody-ready', longerThanMs: minuteMs });
  const users = ['ana', 'ben', 'cai'];

  it('does not end, begin or tell', () => {
    const scene = begun(users, several);
    scene.play([['ana', 'ben'], 'PAUSE'], 5_000, ['cai', null]);
    scene.play(['ana', 'READY'], 5_000, ['ana', 'PAUSE'], 10 * minuteMs, [
      'cai',
      'READY',
      { afterGap: true },
    ]);
    expect(scene.told()).toHaveLength(1);
  });

  it('waits for everybody’s first answer, which makes no news', () => {
    const scene = createScene({ ...quietSettings, rules: [several] }, users);
    scene.play(['ana', 'PAUSE'], ['ben', 'PAUSE']);
    expect(scene.decisions().filter(({ kind }) => kind === 'tell')).toEqual([]);
    scene.play(['cai', 'PAUSE'], 60 * minuteMs);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons()).toEqual(['baseline']);
  });

  it('tells late what came due unseen', () => {
    const scene = begun(users, nobody);
    scene.play([users, 'PAUSE'], [users, null], 10 * minuteMs, [users, 'PAUSE', { afterGap: true }]);
    expect(scene.told()).toMatchObject([{ topic: 'nobody-ready', isLate: true }]);
    expect(scene.notifications()).toMatchObject([{ escalation: 'in-summary' }]);
  });

  it('goes on without one whose own answers fail', () => {
    const scene = begun(users, nobody);
    scene.problem('cai');
    scene.play(['cai', null], [['ana', 'ben'], 'PAUSE'], minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'nobody-ready', count: 2 }]);
  });

  it('is no old news because somebody was added as it came due', () => {
    const scene = begun(users, nobody);
    scene.play([users, 'PAUSE'], minuteMs - 1_000);
    scene.add('dev');
    scene.play(2_000, ['dev', 'PAUSE']);
    expect(scene.topics()).toEqual(['nobody-ready']);
  });
});
