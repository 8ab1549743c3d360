import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../../../src/main/alerts/rules-of.ts';
import { changeKinds } from '../../../../src/shared/change.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { tableOf } from '../../../../src/shared/tables.ts';
import { presets, presetThresholds } from '../../../../src/shared/thresholds.ts';
import { createBegunScene } from '../../../fakes/alert-scene.ts';
import { aRule, quietSettings } from '../../../fakes/alert-world.ts';

const minuteMs = 60_000;
const of = (more: Partial<Settings> = {}) => rulesOf({ ...defaultSettings, ...more });
const idsOf = (more?: Partial<Settings>) => of(more).map(({ id }) => id);

describe('the rules in force', () => {
  it('each have a name of their own, in every preset', () => {
    for (const preset of presets) {
      const notify = tableOf(changeKinds, () => true);
      const ids = idsOf({ thresholds: presetThresholds[preset], notify });
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('leave out what is switched off', () => {
    expect(idsOf({ ...quietSettings })).toEqual(['limit-warning', 'limit-warning-me', 'limit-over']);
    expect(idsOf({ ...quietSettings, limitWarningMs: 0 })).toEqual(['limit-over']);
  });

  it('end with the user’s own that are on', () => {
    const what = { kind: 'several', family: 'paused', count: 3 } as const;
    const rules = [aRule(what, { id: 'a' }), aRule(what, { id: 'b', isOn: false })];
    expect(of({ rules }).at(-1)).toBe(rules[0]);
    expect(idsOf({ rules })).not.toContain('b');
  });
});

describe.each([true, false])('a threshold that notifies: %s', (notifies) => {
  it.each([
    ['paused', 'PAUSE'],
    ['wrap-up', 'DISPOSITION'],
    ['dead', 'DEAD'],
    ['in-call', 'IN CALL'],
    ['ready', 'READY'],
  ] as const)('colours the row of who is %s from each on', (family, status) => {
    const own = { [family]: { warningMs: minuteMs, alarmMs: 2 * minuteMs, notifies } };
    const thresholds = { ...quietSettings.thresholds, ...own };
    const scene = createBegunScene({ ...quietSettings, thresholds }, ['ana'], '');
    const row = () => scene.openConditions().rows.get('ana') ?? null;
    scene.play(['ana', status], minuteMs - 1);
    expect(row()).toBeNull();
    scene.pass(1);
    expect(row()).toBe('warning');
    scene.pass(minuteMs - 1);
    expect(row()).toBe('warning');
    scene.pass(1);
    expect(row()).toBe('alarm');
    expect(scene.openConditions().icon).toMatchObject([{ topic: 'overstay', severity: 'alarm', family }]);
    scene.pass(60 * minuteMs);
    expect(scene.topics()).toEqual(notifies ? ['overstay'] : []);
  });
});
