import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { createBegunScene } from '../../../fakes/alert-scene.ts';

const minuteMs = 60_000;
const limits = [
  { status: 'PAUSE - BREAK', family: null, label: '', limitMs: 15 * minuteMs },
  { status: 'PAUSE - BATHROOM', family: null, label: '', limitMs: 2 * minuteMs },
  { status: 'COACHING', family: 'other' as const, label: '', limitMs: 5 * minuteMs },
];

const paused = (status: string, more = {}) => {
  const scene = createBegunScene({ ...defaultSettings, dictionary: limits, ...more });
  scene.says('ana', status);
  return scene;
};

describe('a pause with a limit', () => {
  it('is left out of the thresholds of pauses without one', () => {
    const scene = paused('PAUSE - BREAK', { limitWarningMs: 0 });
    scene.pass(15 * minuteMs - 1);
    expect(scene.openConditions().rows.size).toBe(0);
    expect(scene.told()).toEqual([]);
    scene.play(1, 60 * minuteMs);
    expect(scene.topics()).toEqual(['allowance-over']);
  });

  it('taken within one without leaves that one told, and quiet meanwhile', () => {
    const scene = paused('PAUSE - MEETING');
    scene.play(15 * minuteMs, ['ana', 'PAUSE - BREAK']);
    expect(scene.openConditions()).toMatchObject({ rows: new Map(), icon: [] });
    scene.play(minuteMs, ['ana', 'PAUSE - MEETING']);
    expect(scene.openConditions().rows.get('ana')).toBe('alarm');
    scene.pass(minuteMs);
    expect(scene.topics()).toEqual(['overstay']);
  });

  it('warns on the row before it, tells when it is over', () => {
    const scene = paused('PAUSE - BREAK');
    scene.pass(13 * minuteMs - 1);
    expect(scene.openConditions().rows.size).toBe(0);
    scene.pass(1);
    expect(scene.openConditions()).toMatchObject({ rows: new Map([['ana', 'warning']]), icon: [] });
    expect(scene.told()).toEqual([]);
    scene.pass(2 * minuteMs);
    expect(scene.openConditions().rows.get('ana')).toBe('alarm');
    expect(scene.openConditions().icon).toMatchObject([{ topic: 'allowance-over', severity: 'alarm' }]);
    expect(scene.told()).toMatchObject([{ topic: 'allowance-over', durationMs: 15 * minuteMs }]);
  });

  it('of mine also tells me before, with how much is left', () => {
    const scene = paused('PAUSE - BREAK', { me: 'ana' });
    scene.pass(13 * minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'allowance-warning', durationMs: 2 * minuteMs }]);
    scene.pass(60 * minuteMs);
    expect(scene.topics()).toEqual(['allowance-warning', 'allowance-over']);
  });

  it('that is no longer than the warning has none', () => {
    const scene = paused('PAUSE - BATHROOM', { me: 'ana' });
    scene.pass(2 * minuteMs - 1);
    expect(scene.openConditions().rows.size).toBe(0);
    scene.pass(1);
    expect(scene.topics()).toEqual(['allowance-over']);
  });

  it('counts from when this reason began, not the pause', () => {
    const scene = paused('PAUSE - MEETING');
    scene.play(4 * minuteMs, ['ana', 'PAUSE - BREAK'], 13 * minuteMs - 1);
    expect(scene.told()).toEqual([]);
    expect(scene.openConditions().rows.size).toBe(0);
  });

  it('is for pauses alone', () => {
    const scene = paused('COACHING');
    scene.pass(60 * minuteMs);
    expect(scene.told()).toEqual([]);
  });

  it('follows a limit that is edited meanwhile', () => {
    const scene = paused('PAUSE - BREAK');
    scene.pass(14 * minuteMs);
    const longer = limits.map((one) => ({ ...one, limitMs: 30 * minuteMs }));
    scene.want({ dictionary: longer });
    expect(scene.openConditions().rows.size).toBe(0);
    scene.pass(16 * minuteMs);
    expect(scene.told()).toMatchObject([{ topic: 'allowance-over', durationMs: 30 * minuteMs }]);
  });
});
