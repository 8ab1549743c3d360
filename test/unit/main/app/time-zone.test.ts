import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followTimeZone } from '../../../../src/main/app/time-zone.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { muteEndMs } from '../../../../src/shared/mute.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { isWorkingTime, officeHours } from '../../../../src/shared/working-hours.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';

/** Tuesday, 12:00 UTC: in Manila 20:00, in Bogotá 7:00. */
stopTime(Date.UTC(2026, 10, 24, 12));

const zoneBefore = process.env['TZ'];
beforeEach(() => {
  process.env['TZ'] = 'Asia/Manila';
});
afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

/** The system moves to Bogotá; the app's own dates do not, until they are read again. */
function fly(mutedUntilMs: number | null) {
  const store = createAppStore({ settings: { ...defaultSettings, mutedUntilMs } });
  let sign = 'Manila';
  const stop = followTimeZone({
    store,
    clock: stoppedClock,
    timeZone: {
      sign: () => sign,
      readAgain: () => {
        process.env['TZ'] = 'America/Bogota';
      },
    },
  });
  sign = 'Bogota';
  vi.advanceTimersByTime(30_000);
  stop();
  return store.getState().settings.mutedUntilMs;
}

it('keeps working hours by the clock of where one is now', () => {
  const days = { ...defaultSettings.workingHours.days, tue: { ...officeHours, fromMin: 7 * 60 } };
  const isWorking = () => isWorkingTime({ isOn: true, days }, new Date(stoppedClock.wallMs()));
  expect(isWorking()).toBe(false);
  fly(null);
  expect(isWorking()).toBe(true);
});

it('lets a mute until tomorrow last until the morning of where one is now', () => {
  const untilMs = fly(muteEndMs('tomorrow', new Date(stoppedClock.wallMs())));
  expect(new Date(untilMs ?? 0).toString()).toMatch(/^Wed Nov 25 2026 06:00:00 GMT-0500/);
});

it('leaves a mute of an hour an hour', () => {
  const untilMs = muteEndMs('1-hour', new Date(stoppedClock.wallMs()));
  expect(fly(untilMs)).toBe(untilMs);
});
