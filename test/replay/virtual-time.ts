import FakeTimers from '@sinonjs/fake-timers';
import type { Clock } from '../../src/main/clock.ts';

/** Hours in seconds: timers fire one after the other, each once all that the one before brought has settled. */
export function createVirtualTime(startWallMs: number) {
  const fake = FakeTimers.install({ now: 0, toFake: ['setTimeout', 'clearTimeout'] });
  let sleptMs = 0;
  const clock: Clock = { nowMs: () => fake.now, wallMs: () => startWallMs + fake.now + sleptMs };

  return {
    clock,
    /** The machine sleeps: no timer fires, the monotonic clock stands still and the wall clock goes on. */
    sleep: (ms: number): void => {
      sleptMs += ms;
    },
    /** Until the wall clock says so. */
    runUntil: async (wallMs: number): Promise<void> => {
      let isThere = false;
      setTimeout(() => {
        isThere = true;
      }, wallMs - clock.wallMs());
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isThere) return;
        fake.next();
      }
    },
    [Symbol.dispose]: () => fake.uninstall(),
  };
}
