import { describe, expect, it } from 'vitest';
import type { Health } from '../../../../src/shared/health.ts';
import type { ProblemKind } from '../../../../src/shared/problem.ts';
import { createScene } from '../../../fakes/alert-scene.ts';

const minuteMs = 60_000;
const ok: Health = { kind: 'ok', sinceMs: 0 };
const failing = (sinceMs: number, kind: ProblemKind = 'timeout'): Health => ({
  kind: 'failing',
  problem: { kind },
  sinceMs,
  retryAtMs: sinceMs,
});
const stopped = (kind: ProblemKind): Health => ({ kind: 'stopped', problem: { kind } });

describe('problem with the connection', () => {
  it('is told once it has lasted, once, and again only after it was over', () => {
    const scene = createScene();
    scene.pass(minuteMs);
    scene.become(failing(minuteMs));
    scene.pass(3 * minuteMs - 1);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.told()).toMatchObject([
      { topic: 'connection-problem', problem: 'timeout', durationMs: 3 * minuteMs },
    ]);
    scene.become(failing(minuteMs, 'refused'));
    scene.pass(60 * minuteMs);
    expect(scene.told()).toHaveLength(1);
    scene.become(ok);
    scene.become(failing(scene.nowMs()));
    scene.pass(3 * minuteMs);
    expect(scene.told()).toHaveLength(2);
  });

  it.each([0, minuteMs])('is told as late as the user wants: after %i ms', (problemAfterMs) => {
    const scene = createScene({ problemAfterMs });
    scene.become(failing(0));
    scene.pass(problemAfterMs);
    expect(scene.topics()).toEqual(['connection-problem']);
    expect(scene.timedDecisions()[0]?.atMs).toBe(problemAfterMs);
  });

  it('that ends in time is never told', () => {
    const scene = createScene();
    for (let round = 0; round < 10; round += 1) {
      scene.become(failing(scene.nowMs()));
      scene.pass(3 * minuteMs - 1);
      scene.become(ok);
      scene.pass(1_000);
    }
    expect(scene.told()).toEqual([]);
  });

  it('is never told within a minute of waking', () => {
    const scene = createScene({ problemAfterMs: 10_000 });
    scene.pass(minuteMs);
    scene.wake();
    scene.become({ kind: 'connecting' });
    scene.become(failing(minuteMs));
    scene.pass(minuteMs - 1);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.topics()).toEqual(['connection-problem']);
  });

  it('from before a sleep has to last anew, and is not told a second time', () => {
    const scene = createScene();
    scene.become(failing(0));
    scene.pass(2 * minuteMs);
    scene.become({ kind: 'connecting' });
    scene.wake();
    scene.become(failing(scene.nowMs()));
    scene.pass(3 * minuteMs - 1);
    expect(scene.told()).toEqual([]);
    scene.pass(1);
    expect(scene.told()).toHaveLength(1);
    scene.become({ kind: 'connecting' });
    scene.become(failing(scene.nowMs()));
    scene.pass(60 * minuteMs);
    expect(scene.told()).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it.each(['wrong-credentials', 'no-permission'] as const)('%s is told at once and once', (kind) => {
    const scene = createScene();
    scene.become(stopped(kind));
    expect(scene.told()).toMatchObject([{ topic: 'refused', problem: kind }]);
    scene.become({ kind: 'connecting' });
    scene.become(stopped(kind));
    scene.pass(60 * minuteMs);
    expect(scene.told()).toHaveLength(1);
    scene.become(ok);
    scene.become(stopped(kind));
    expect(scene.told()).toHaveLength(2);
  });

  it('of nothing but a missing password is never told: the popover asks for it', () => {
    const scene = createScene();
    scene.become(stopped('no-password'));
    scene.pass(60 * minuteMs);
    expect(scene.decisions()).toEqual([]);
  });
});
