import { isMorning, muteEndMs } from '../../shared/mute.ts';
import type { Clock } from '../../watch/clock.ts';
import type { AppStore } from '../state/store.ts';
import type { SystemTimeZone } from './system-time-zone.ts';

export interface TimeZoneParts {
  readonly store: AppStore;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly timeZone: SystemTimeZone;
}

const lookEveryMs = 30_000;

/**
 * Follows the system into another time zone: working hours are by the clock on the wall, and so is the morning
 * that a mute lasts until. Returns the way to stop.
 */
export function followTimeZone({ store, clock, timeZone }: TimeZoneParts): () => void {
  let known = timeZone.sign();
  let timer = setTimeout(look, lookEveryMs);

  function look(): void {
    timer = setTimeout(look, lookEveryMs);
    const sign = timeZone.sign();
    if (sign === known) return;
    known = sign;
    const { mutedUntilMs } = store.getState().settings;
    const isUntilMorning = mutedUntilMs !== null && isMorning(new Date(mutedUntilMs));
    timeZone.readAgain();
    if (!isUntilMorning) return;
    const untilMs = muteEndMs('tomorrow', new Date(clock.wallMs()));
    store.setState(({ settings }) => ({ settings: { ...settings, mutedUntilMs: untilMs } }));
  }

  return () => clearTimeout(timer);
}
