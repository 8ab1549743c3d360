import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from '../../../src/renderer/clock.ts';

const turn = (visibilityState: DocumentVisibilityState): void => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibilityState);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('carries on from the time main told, once a second', () => {
  const clock = createClock({ document, performance });
  clock.sync(60_000);
  const listener = vi.fn();
  const stop = clock.subscribe(listener);
  listener.mockClear();
  vi.advanceTimersByTime(3_000);
  expect(listener).toHaveBeenCalledTimes(3);
  expect(clock.nowMs()).toBeCloseTo(63_000);
  stop();
});

test('rests while nobody looks and is right again at once', () => {
  const clock = createClock({ document, performance });
  clock.sync(0);
  const listener = vi.fn();
  const stop = clock.subscribe(listener);
  turn('hidden');
  listener.mockClear();
  vi.advanceTimersByTime(60_000);
  expect(listener).not.toHaveBeenCalled();
  turn('visible');
  expect(clock.nowMs()).toBeCloseTo(60_000);
  stop();
});
