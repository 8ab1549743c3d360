import type { RequestError } from '../../shared/bridge.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Clock } from '../../watch/clock.ts';
import { createThrottle } from '../app/throttle.ts';

/** Runs a try of an account, or refuses it. */
export type Attempt = <T>(task: () => Promise<Result<T, RequestError>>) => Promise<Result<T, RequestError>>;

/** More than anybody types. */
const mostInAMinute = 8;
const minuteMs = 60_000;

/**
 * One try at a time, and few a minute, whatever it is that tries: a page that was taken over could else guess
 * passwords, look for open ports, or send data out in the names of servers.
 */
export function createAttempts(clock: Pick<Clock, 'nowMs'>): Attempt {
  const mayBegin = createThrottle(clock, mostInAMinute, minuteMs);
  let isUnderWay = false;
  return async (task) => {
    if (isUnderWay || !mayBegin()) return fail({ kind: 'too-many-attempts' });
    isUnderWay = true;
    try {
      return await task();
    } finally {
      isUnderWay = false;
    }
  };
}
