import { describe, expect, it } from 'vitest';
import {
  type Preset,
  presetOf,
  presets,
  presetThresholds,
  thresholdFamilies,
} from '../../../src/shared/thresholds.ts';

it.each<[Preset, string]>([
  ['ours', 'paused 300/900, wrap-up 60/180, dead 10/60, in-call 600/1200, ready 300/-'],
  ['vicidial', 'paused 60/300, wrap-up 60/300, dead -/10, in-call 60/300, ready 60/300'],
  ['goautodial', 'paused 0/300, wrap-up 0/180, dead -/0, in-call -/-, ready 180/300'],
])('%s turns amber and red after so many seconds: %s', (preset, expected) => {
  const seconds = (ms: number | null) => (ms === null ? '-' : ms / 1_000);
  const lines = thresholdFamilies.map((family) => {
    const { warningMs, alarmMs } = presetThresholds[preset][family];
    return `${family} ${seconds(warningMs)}/${seconds(alarmMs)}`;
  });
  expect(lines.join(', ')).toBe(expected);
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

  it.each(thresholdFamilies)('is none once %s has others', (family) => {
    const own = presetThresholds.ours;
    for (const field of ['warningMs', 'alarmMs']) {
      expect(presetOf({ ...own, [family]: { ...own[family], [field]: 7_000 } })).toBeNull();
    }
  });
});
