import { expect, it } from 'vitest';
import { followPower } from '../../../../src/main/app/power.ts';
import { stoppedClock } from '../../../fakes/fake-timers.ts';
import { createFakePower } from '../../../fakes/plain-edges.ts';

it.each([
  ['darwin', ['battery true']],
  ['win32', ['battery true']],
  // Nothing would ever tell that it is so no more.
  ['linux', []],
] as const)('on %s a start on battery makes of the watch %j', (platform, expected) => {
  const heard: string[] = [];
  const powerMonitor = Object.assign(createFakePower(), { isOnBatteryPower: () => true });
  const power = followPower({
    powerMonitor,
    platform,
    clock: stoppedClock,
    idleMs: () => 0,
    onWaking: () => undefined,
    watching: {
      sleep: () => undefined,
      wake: async () => undefined,
      setSituation: (situation, isSo) => void heard.push(`${situation} ${isSo}`),
    },
  });
  power.stop();
  expect(heard).toEqual(expected);
});
