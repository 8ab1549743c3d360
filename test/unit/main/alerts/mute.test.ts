import { describe, expect, it, vi } from 'vitest';
import { followMute } from '../../../../src/main/alerts/mute.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { noonMs } from '../../../fakes/alert-world.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';

const minuteMs = 60_000;

stopTime(noonMs);

function setUp(mutedUntilMs: number | null = null) {
  const store = createAppStore({ settings: { ...defaultSettings, mutedUntilMs } });
  const mute = followMute(store, stoppedClock);
  return { store, mute, until: () => store.getState().settings.mutedUntilMs };
}

describe('a mute', () => {
  it('ends by itself, to the millisecond, and no sooner', () => {
    const { mute, until } = setUp();
    mute.set('15-min');
    expect(until()).toBe(noonMs + 15 * minuteMs);
    vi.advanceTimersByTime(15 * minuteMs - 1);
    expect(until()).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(until()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('can be ended, prolonged and shortened', () => {
    const { mute, until } = setUp();
    mute.set('1-hour');
    mute.set('15-min');
    vi.advanceTimersByTime(15 * minuteMs);
    expect(until()).toBeNull();
    mute.set('15-min');
    mute.set('tomorrow');
    vi.advanceTimersByTime(60 * minuteMs);
    expect(until()).toBe(Date.UTC(2026, 10, 25, 6));
    mute.set(null);
    expect(until()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on after a restart, until its end', () => {
    const { until } = setUp(noonMs + 5 * minuteMs);
    vi.advanceTimersByTime(5 * minuteMs - 1);
    expect(until()).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(until()).toBeNull();
  });

  it.each([
    ['over', noonMs - 1],
    ['over this very moment', noonMs],
    ['further off than a mute can be', noonMs + 26 * 60 * minuteMs],
    ['past all dates', Number.MAX_VALUE],
  ])('that is %s at the start ends at once', (_what, endMs) => {
    expect(setUp(endMs).until()).toBeNull();
  });

  it.each([
    ['jumps past its end', 'tomorrow', 1],
    ['is set back by days', '15-min', -3],
  ] as const)('ends within a minute when the clock %s', (_what, span, days) => {
    const { mute, until } = setUp();
    mute.set(span);
    vi.setSystemTime(noonMs + days * 24 * 60 * minuteMs);
    vi.advanceTimersByTime(minuteMs);
    expect(until()).toBeNull();
  });

  it('is left to itself after the stop', () => {
    const { mute } = setUp();
    mute.set('1-hour');
    mute.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
