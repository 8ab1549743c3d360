import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from '../../../src/renderer/clock.ts';

/** A page whose visibility the test decides. */
function createFakeDocument() {
  const target = new EventTarget();
  let visibilityState: DocumentVisibilityState = 'visible';
  return {
    get visibilityState() {
      return visibilityState;
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    turn: (state: DocumentVisibilityState) => {
      visibilityState = state;
      target.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('carries on from the time main told, once a second', () => {
  const clock = createClock({ document: createFakeDocument(), performance });
  clock.sync(60_000);
  const listener = vi.fn();
  const stop = clock.subscribe(listener);
  listener.mockClear();
  vi.advanceTimersByTime(3_000);
  expect(listener).toHaveBeenCalledTimes(3);
  expect(clock.nowMs()).toBeCloseTo(63_000);
  stop();
});

test('between ticks the time stands still, so that nothing is drawn for it', () => {
  const clock = createClock({ document: createFakeDocument(), performance });
  clock.sync(60_000);
  const stop = clock.subscribe(() => undefined);
  vi.advanceTimersByTime(900);
  expect(clock.nowMs()).toBeCloseTo(60_000);
  stop();
});

test('rests while nobody looks and is right again at once', () => {
  const document = createFakeDocument();
  const clock = createClock({ document, performance });
  clock.sync(0);
  const listener = vi.fn();
  const stop = clock.subscribe(listener);
  document.turn('hidden');
  listener.mockClear();
  vi.advanceTimersByTime(60_000);
  expect(listener).not.toHaveBeenCalled();
  document.turn('visible');
  expect(clock.nowMs()).toBeCloseTo(60_000);
  stop();
});

test('leaves no timer behind', () => {
  const clock = createClock({ document: createFakeDocument(), performance });
  const stops = [clock.subscribe(() => undefined), clock.subscribe(() => undefined)];
  expect(vi.getTimerCount()).toBe(1);
  for (const stop of stops) stop();
  expect(vi.getTimerCount()).toBe(0);
});
