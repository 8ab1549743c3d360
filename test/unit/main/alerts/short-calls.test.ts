import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { createBegunScene, type Scene } from '../../../fakes/alert-scene.ts';
import { aRule, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall, aReading } from '../../../fakes/builders.ts';

const begin = (settings: Partial<Settings> = {}): Scene =>
  createBegunScene({ ...defaultSettings, ...settings });

let lead = 100;
function call(scene: Scene, lengthMs: number, { afterMs = 5_000, isEndLate = false } = {}): void {
  lead += 1;
  scene.play(['ana', aCall(`${lead}`)], lengthMs, ['ana', 'READY', { afterGap: isEndLate }], afterMs);
}

const callTimes = (scene: Scene, times: number, lengthMs = 5_000): void => {
  for (let time = 0; time < times; time += 1) call(scene, lengthMs);
};

const lines = (scene: Scene) => scene.inbox().map(({ topic, count }) => [topic, count]);

describe('short calls in a row', () => {
  it('fold into one line that takes the place of the two told before, and grows', () => {
    const scene = begin();
    call(scene, 5_000);
    call(scene, 15_000);
    expect(lines(scene)).toEqual([
      ['call-connected', 0],
      ['call-connected', 0],
    ]);
    call(scene, 10_000);
    expect(lines(scene)).toEqual([['short-calls', 3]]);
    callTimes(scene, 2, 10_000);
    expect(lines(scene)).toEqual([['short-calls', 5]]);
    expect(scene.notifications()).toHaveLength(3);
    expect(scene.reasons().filter((reason) => reason === 'short-calls')).toHaveLength(2);
  });

  it('hold the next one back until it has lasted, and then it is told like any other', () => {
    const scene = begin();
    callTimes(scene, 2);
    scene.play(['ana', aCall('7')], 19_999);
    expect(scene.told()).toHaveLength(2);
    scene.pass(1);
    expect(lines(scene)).toEqual([
      ['call-connected', 0],
      ['call-connected', 0],
      ['call-connected', 0],
    ]);
    scene.play(['ana', 'READY'], 5_000);
    // The row is over: the next ones are told at once.
    callTimes(scene, 2);
    expect(scene.told()).toHaveLength(5);
  });

  it('end with a call that ends just before its time to be told', () => {
    const scene = begin();
    callTimes(scene, 2);
    scene.play(['ana', aCall('7')], 19_000, ['ana', aCall('7', { status: 'PARK' })], 1_000, ['ana', 'READY']);
    expect(lines(scene).at(-1)).toEqual(['call-connected', 0]);
    expect(scene.told()).toHaveLength(3);
  });

  it('end with a gap, and a call the gap ended is told late', () => {
    const scene = begin();
    callTimes(scene, 2);
    call(scene, 5_000, { isEndLate: true });
    expect(scene.told().at(-1)).toMatchObject({ topic: 'call-connected', isLate: true });
    callTimes(scene, 2);
    expect(scene.told()).toHaveLength(5);
  });

  it('end with a gap in which nothing seems to have happened', () => {
    const scene = begin();
    callTimes(scene, 2);
    scene.play(['ana', null], 60_000, ['ana', 'READY', { afterGap: true }], 5_000);
    lead += 1;
    scene.says('ana', aCall(`${lead}`));
    expect(scene.told()).toHaveLength(3);
  });

  it('have no line for an agent who is muted', () => {
    const scene = begin({ mutedAgents: ['ana'] });
    callTimes(scene, 4);
    expect(scene.inbox()).toEqual([]);
    expect(new Set(scene.reasons())).toEqual(new Set(['agent-muted', 'switched-off', 'waits-for-length']));
  });

  it('make no line for a rule that wants calls to last longer anyway', () => {
    const rule = aRule({ kind: 'change', change: 'call-connected' }, { holdMs: 30_000 });
    const scene = begin({ ...quietSettings, rules: [rule] });
    callTimes(scene, 4, 10_000);
    call(scene, 25_000);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons().filter((reason) => reason === 'passing')).toHaveLength(5);
  });
});

describe('a call that was told of', () => {
  const connect = (leadId: string, lengthMs: number) => {
    const scene = begin();
    scene.play(['ana', aCall(leadId)], lengthMs, ['ana', ''], 5_000);
    return scene;
  };

  it.each([5_000, 60_000, 20 * 60_000])(
    'is not told again when one answer after %i ms knew nothing of it',
    (lengthMs) => {
      const scene = connect('7', lengthMs);
      scene.says('ana', aCall('7'));
      expect(scene.told()).toHaveLength(1);
      expect(scene.reasons()).toContain('told-already');
      scene.play(5_000, ['ana', ''], 5_000, ['ana', aCall('7')]);
      expect(scene.told()).toHaveLength(1);
    },
  );

  it.each([
    ['another lead', aCall('8')],
    ['another number', aCall('7', { inCallWith: '15550100999' })],
  ])('is followed by one of %s, which is told', (_name, next) => {
    const scene = connect('7', 60_000);
    scene.says('ana', next);
    expect(scene.told()).toHaveLength(2);
  });

  it('is told again when the same customer is called much later, or without having been logged out', () => {
    const later = connect('7', 60_000);
    later.play(10 * 60_000, ['ana', aCall('7')]);
    expect(later.told()).toHaveLength(2);
    const redialled = begin();
    for (const said of [aCall('7'), aReading('READY'), aCall('7')]) {
      redialled.play(['ana', said], 60_000);
    }
    expect(redialled.told()).toHaveLength(2);
  });
});
