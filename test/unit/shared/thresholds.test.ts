import { describe, expect, it } from 'vitest';
import {
  presetOf,
  presets,
  presetThresholds,
  type ThresholdFamily,
  thresholdFamilies,
} from '../../../src/shared/thresholds.ts';

const secondsOf = (preset: (typeof presets)[number], family: ThresholdFamily) => {
  const { warningMs, alarmMs } = presetThresholds[preset][family];
  return [warningMs, alarmMs].map((ms) => (ms === null ? null : ms / 1_000));
};

describe('the presets', () => {
  it.each([
    ['ours', 'paused', 300, 900],
    ['ours', 'wrap-up', 60, 180],
    ['ours', 'dead', 10, 60],
    ['ours', 'in-call', 600, 1_200],
    ['ours', 'ready', 300, null],
    ['vicidial', 'paused', 60, 300],
    ['vicidial', 'wrap-up', 60, 300],
    ['vicidial', 'dead', null, 10],
    ['vicidial', 'in-call', 60, 300],
    ['vicidial', 'ready', 60, 300],
    ['goautodial', 'paused', 0, 300],
    ['goautodial', 'wrap-up', 0, 180],
    ['goautodial', 'dead', null, 0],
    ['goautodial', 'in-call', null, null],
    ['goautodial', 'ready', 180, 300],
  ] as const)('%s: %s is amber after %s s and red after %s s', (preset, family, warningS, alarmS) => {
    expect(secondsOf(preset, family)).toEqual([warningS, alarmS]);
  });

  it.each(presets)('%s turns amber before red', (preset) => {
    for (const { warningMs, alarmMs } of thresholdFamilies.map(
      (family) => presetThresholds[preset][family],
    )) {
      if (warningMs !== null && alarmMs !== null) expect(warningMs).toBeLessThan(alarmMs);
    }
  });
});

describe('the preset that numbers belong to', () => {
  it.each(presets)('%s is known by its own numbers', (preset) => {
    expect(presetOf(presetThresholds[preset])).toBe(preset);
  });

  it.each(thresholdFamilies)('does not depend on whether %s notifies', (family) => {
    const own = presetThresholds.vicidial;
    const switched = { ...own, [family]: { ...own[family], notifies: !own[family].notifies } };
    expect(presetOf(switched)).toBe('vicidial');
  });

  it.each(
    thresholdFamilies.flatMap((family) => [[family, 'warningMs'] as const, [family, 'alarmMs'] as const]),
  )('is none once %s has another %s', (family, field) => {
    const own = presetThresholds.ours;
    expect(presetOf({ ...own, [family]: { ...own[family], [field]: 7_000 } })).toBeNull();
  });
});
