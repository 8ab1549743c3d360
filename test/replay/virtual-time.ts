import FakeTimers from '@sinonjs/fake-timers';
import type { Clock } from '../../src/watch/clock.ts';

/**
 * Hours in seconds: timers fire one after the other, each once all that the one before brought has settled.
 * Where that takes more than one turn of the event loop, whoever knows says when.
 */
export function createVirtualTime(startWallMs: number, settle: () => Promise<void> = oneTurn) {
  const fake = FakeTimers.install({ now: 0, toFake: ['setTimeout', 'clearTimeout'] });
  let offMs = 0;
  const clock: Clock = { nowMs: () => fake.now, wallMs: () => startWallMs + fake.now + offMs };
  const moveWall = (ms: number): void => {
    offMs += ms;
  };

  return {
    clock,
    /** The machine sleeps: no timer fires, the monotonic clock stands still and the wall clock goes on. */
    sleep: moveWall,
    /** Somebody sets the wall clock, which looks the same. */
    jump: moveWall,
    /** Fires what is due by now. */
    runDue: (): void => void fake.tick(0),
    /** Until the wall clock says so. */
    runUntil: async (wallMs: number): Promise<void> => {
      let isThere = false;
      setTimeout(() => {
        isThere = true;
      }, wallMs - clock.wallMs());
      for (;;) {
        await settle();
        if (isThere) return;
        fake.next();
      }
    },
    /** How many timers are waiting for their time. */
    pendingTimers: (): number => fake.countTimers(),
    [Symbol.dispose]: () => fake.uninstall(),
  };
}

export const oneTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
