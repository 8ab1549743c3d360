import type { Clock } from '../../watch/clock.ts';

/** Says of each time whether it may be: so many within a span, and no more. */
export type Throttle = () => boolean;

export function createThrottle(clock: Pick<Clock, 'nowMs'>, most: number, spanMs: number): Throttle {
  let times: readonly number[] = [];
  return () => {
    const nowMs = clock.nowMs();
    times = times.filter((time) => nowMs - time < spanMs);
    if (times.length >= most) return false;
    times = [...times, nowMs];
    return true;
  };
}
