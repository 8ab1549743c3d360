import { expect, test } from 'vitest';
import {
  isAmberHidden,
  isAsAtFirst,
  withPreset,
} from '../../../../../src/renderer/screens/rules/with-preset.ts';
import { presetThresholds } from '../../../../../src/shared/thresholds.ts';

const { ours, vicidial } = presetThresholds;

test('a preset brings its numbers, and keeps what notifies', () => {
  const own = {
    ...ours,
    paused: { warningMs: 120_000, alarmMs: 240_000, notifies: false },
    'in-call': { ...ours['in-call'], notifies: true },
  };
  const now = withPreset(own, 'vicidial');
  expect(now).toEqual({
    ...vicidial,
    paused: { ...vicidial.paused, notifies: false },
    'in-call': { ...vicidial['in-call'], notifies: true },
  });
  expect(isAsAtFirst(withPreset(now, 'ours'))).toBe(false);
  expect(isAsAtFirst(ours)).toBe(true);
});

test.each([
  [60_000, 120_000, false],
  [60_000, 60_000, true],
  [120_000, 60_000, true],
  [null, 60_000, false],
  [60_000, null, false],
])('amber after %o and red after %o: amber never shows is %o', (warningMs, alarmMs, isHidden) => {
  expect(isAmberHidden({ warningMs, alarmMs, notifies: true })).toBe(isHidden);
});
