import { expect, test } from 'vitest';
import { createLoadMeter } from '../../../../src/watch/monitor/load-meter.ts';

test('the figures are those of the last minute', () => {
  const meter = createLoadMeter();
  expect(meter.figures(0)).toEqual({ requestsPerMinute: 0, errorsPerMinute: 0, p50Ms: null, p95Ms: null });
  for (let second = 0; second < 100; second += 1) meter.note(second * 1_000, second, second % 10 === 0);
  expect(meter.figures(99_000)).toEqual({ requestsPerMinute: 60, errorsPerMinute: 6, p50Ms: 70, p95Ms: 97 });
  expect(meter.figures(500_000)).toEqual({
    requestsPerMinute: 0,
    errorsPerMinute: 0,
    p50Ms: null,
    p95Ms: null,
  });
});

test('what is typical moves slowly, so that one slow answer slows nothing', () => {
  const meter = createLoadMeter();
  expect(meter.typicalMs()).toBeNull();
  for (let index = 0; index < 50; index += 1) meter.note(index, 100, false);
  meter.note(51, 2_000, false);
  expect(meter.typicalMs()).toBeCloseTo(290);
  for (let index = 0; index < 50; index += 1) meter.note(100 + index, 2_000, false);
  expect(meter.typicalMs()).toBeGreaterThan(1_900);
});

test('a request that failed says nothing of what an answer takes', () => {
  const meter = createLoadMeter();
  meter.note(0, 100, false);
  for (let index = 0; index < 20; index += 1) meter.note(index, 12_000, true);
  expect(meter.typicalMs()).toBe(100);
});
