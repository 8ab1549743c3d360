import { describe, expect, it } from 'vitest';
import { forgetLines } from '../../../../src/main/alerts/memory.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { createScene } from '../../../fakes/alert-scene.ts';
import { aRule, noonMs, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall, aReading } from '../../../fakes/builders.ts';

type Scene = ReturnType<typeof createScene>;

const begin = (settings = {}): Scene => {
  const scene = createScene({ ...defaultSettings, ...settings });
  scene.says('ana', 'READY');
  scene.pass(5_000);
  return scene;
};

let lead = 100;
function call(scene: Scene, lengthMs: number, { afterMs = 5_000, isEndLate = false } = {}): void {
  lead += 1;
  scene.says('ana', aCall(`${lead}`));
  scene.pass(lengthMs);
  scene.says('ana', 'READY', { afterGap: isEndLate });
  scene.pass(afterMs);
}

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
    call(scene, 10_000);
    call(scene, 10_000);
    expect(lines(scene)).toEqual([['short-calls', 5]]);
    expect(scene.notifications()).toHaveLength(3);
    expect(scene.reasons().filter((reason) => reason === 'short-calls')).toHaveLength(2);
  });

  it('are unread again when they grow', () => {
    const scene = begin();
    for (let round = 0; round < 3; round += 1) call(scene, 5_000);
    expect(scene.decisions().at(-2)).toMatchObject({ kind: 'tell', replaces: expect.any(Array) });
    call(scene, 5_000);
    expect(scene.inbox()).toMatchObject([{ count: 4, isRead: false }]);
  });

  it('hold the next one back until it has lasted, and then it is told like any other', () => {
    const scene = begin();
    call(scene, 5_000);
    call(scene, 5_000);
    scene.says('ana', aCall('7'));
    scene.pass(19_999);
    expect(scene.told()).toHaveLength(2);
    scene.pass(1);
    expect(lines(scene)).toEqual([
      ['call-connected', 0],
      ['call-connected', 0],
      ['call-connected', 0],
    ]);
    scene.says('ana', 'READY');
    scene.pass(5_000);
    // The row is over: the next ones are told at once.
    call(scene, 5_000);
    call(scene, 5_000);
    expect(scene.told()).toHaveLength(5);
  });

  it('end with a call that ends just before its time to be told', () => {
    const scene = begin();
    call(scene, 5_000);
    call(scene, 5_000);
    scene.says('ana', aCall('7'));
    scene.pass(19_000);
    scene.says('ana', aCall('7', { status: 'PARK' }));
    scene.pass(1_000);
    scene.says('ana', 'READY');
    expect(lines(scene).at(-1)).toEqual(['call-connected', 0]);
    expect(scene.told()).toHaveLength(3);
  });

  it('end with a gap, and a call the gap ended is told late', () => {
    const scene = begin();
    call(scene, 5_000);
    call(scene, 5_000);
    call(scene, 5_000, { isEndLate: true });
    expect(scene.told().at(-1)).toMatchObject({ topic: 'call-connected', isLate: true });
    call(scene, 5_000);
    call(scene, 5_000);
    expect(scene.told()).toHaveLength(5);
  });

  it('end with a gap in which nothing seems to have happened', () => {
    const scene = begin();
    call(scene, 5_000);
    call(scene, 5_000);
    scene.lose('ana');
    scene.pass(60_000);
    scene.says('ana', 'READY', { afterGap: true });
    scene.pass(5_000);
    lead += 1;
    scene.says('ana', aCall(`${lead}`));
    expect(scene.told()).toHaveLength(3);
  });

  it('have a line that is quiet while muted, and none for an agent who is', () => {
    const muted = begin({ mutedUntilMs: noonMs + 60 * 60_000 });
    for (let round = 0; round < 4; round += 1) call(muted, 5_000);
    expect(muted.inbox()).toMatchObject([{ topic: 'short-calls', count: 4, quiet: 'muted' }]);
    const agentMuted = begin({ mutedAgents: ['ana'] });
    for (let round = 0; round < 4; round += 1) call(agentMuted, 5_000);
    expect(agentMuted.inbox()).toEqual([]);
    expect(new Set(agentMuted.reasons())).toEqual(new Set(['agent-muted', 'switched-off']));
  });

  it('make no line for a rule that wants calls to last longer anyway', () => {
    const rule = aRule({ kind: 'change', change: 'call-connected' }, { holdMs: 30_000 });
    const scene = begin({ ...quietSettings, rules: [rule] });
    for (let round = 0; round < 4; round += 1) call(scene, 10_000);
    call(scene, 25_000);
    expect(scene.told()).toEqual([]);
    expect(scene.reasons().filter((reason) => reason === 'passing')).toHaveLength(5);
  });

  it('begin a row anew once the inbox was emptied', () => {
    const scene = begin();
    for (let round = 0; round < 3; round += 1) call(scene, 5_000);
    const { calls } = forgetLines(scene.memory()).agents.get('ana') ?? {};
    expect(calls).toMatchObject({ shortCalls: 0, alertIds: [], line: null });
  });
});

describe('a call that was told of', () => {
  const connect = (leadId: string, lengthMs: number) => {
    const scene = begin();
    scene.says('ana', aCall(leadId));
    scene.pass(lengthMs);
    scene.says('ana', '');
    scene.pass(5_000);
    return scene;
  };

  it.each([5_000, 60_000, 20 * 60_000])(
    'is not told again when one answer after %i ms knew nothing of it',
    (lengthMs) => {
      const scene = connect('7', lengthMs);
      scene.says('ana', aCall('7'));
      expect(scene.told()).toHaveLength(1);
      expect(scene.reasons()).toContain('told-already');
      scene.pass(5_000);
      scene.says('ana', '');
      scene.pass(5_000);
      scene.says('ana', aCall('7'));
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
    later.pass(10 * 60_000);
    later.says('ana', aCall('7'));
    expect(later.told()).toHaveLength(2);
    const redialled = begin();
    for (const said of [aCall('7'), aReading('READY'), aCall('7')]) {
      redialled.says('ana', said);
      redialled.pass(60_000);
    }
    expect(redialled.told()).toHaveLength(2);
  });

  it('does not count as short when it is back', () => {
    const scene = connect('7', 60_000);
    scene.says('ana', aCall('7'));
    scene.pass(5_000);
    scene.says('ana', 'READY');
    const { calls } = scene.memory().agents.get('ana') ?? {};
    expect(calls?.shortCalls).toBe(0);
  });
});
