import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../../../src/main/alerts/rules-of.ts';
import { changeKinds } from '../../../../src/shared/change.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { presets, presetThresholds } from '../../../../src/shared/thresholds.ts';
import { createScene } from '../../../fakes/alert-scene.ts';
import { aRule, quietSettings } from '../../../fakes/alert-world.ts';

const of = (more: Partial<Settings> = {}) => rulesOf({ ...defaultSettings, ...more });
const idsOf = (more?: Partial<Settings>) => of(more).map(({ id }) => id);

describe('the rules in force', () => {
  it('by default: connected calls, thresholds, limits and nudges', () => {
    expect(idsOf()).toEqual([
      'call-connected',
      'paused-warning',
      'paused-alarm',
      'wrap-up-warning',
      'wrap-up-alarm',
      'dead-warning',
      'dead-alarm',
      'in-call-warning',
      'in-call-alarm',
      'ready-warning',
      'limit-warning',
      'limit-warning-me',
      'limit-over',
      'still-paused',
      'still-in-wrap-up',
    ]);
  });

  it('each have a name of their own, in every preset', () => {
    for (const preset of presets) {
      const notify = Object.fromEntries(changeKinds.map((kind) => [kind, true]));
      const ids = idsOf({
        thresholds: presetThresholds[preset],
        notify: { ...defaultSettings.notify, ...notify },
      });
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

describe.each(presets)('the thresholds of %s', (preset) => {
  const statuses = [
    ['paused', 'PAUSE'],
    ['wrap-up', 'DISPOSITION'],
    ['dead', 'DEAD'],
    ['in-call', 'IN CALL'],
    ['ready', 'READY'],
  ] as const;

  it.each(statuses)(
    '%s colours the row from each on, and notifies only where it says so',
    (family, status) => {
      const { warningMs, alarmMs, notifies } = presetThresholds[preset][family];
      const scene = createScene({ ...quietSettings, thresholds: presetThresholds[preset] });
      scene.says('ana', status === 'READY' ? '' : 'READY');
      scene.pass(1_000);
      scene.says('ana', status);
      const row = () => scene.openConditions().rows.get('ana') ?? null;
      for (const [atMs, colour] of [
        [warningMs, 'warning'],
        [alarmMs, 'alarm'],
      ] as const) {
        if (atMs === null) continue;
        const leftMs = atMs + 1_000 - scene.nowMs();
        if (leftMs > 0) {
          scene.pass(leftMs - 1);
          expect(row()).not.toBe(colour);
          scene.pass(1);
        }
        expect(row()).toBe(colour);
      }
      scene.pass(60 * 60_000);
      expect(scene.topics()).toEqual(alarmMs !== null && notifies ? ['overstay'] : []);
      expect(scene.openConditions().icon).toHaveLength(alarmMs === null ? 0 : 1);
      if (alarmMs === null && warningMs === null) expect(row()).toBeNull();
    },
  );
});
