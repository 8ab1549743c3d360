import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { createRandom } from '../../../../src/simulator/random.ts';
import type { AgentState } from '../../../../src/watch/agents.ts';
import { urgencies } from '../../../../src/watch/monitor/cadence.ts';
import { createMonitor, type Outcome } from '../../../../src/watch/monitor/monitor.ts';
import { createWatchStore, type WatchStore } from '../../../../src/watch/watch-state.ts';
import { anOutcome, aReading } from '../../../fakes/builders.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

interface Floor {
  readonly agents: number;
  readonly requestsPerSecond: number;
  readonly answerMs: number;
  readonly failing: number;
  readonly seed: number;
}

const numberOf = (user: string): number => Number(user.slice(1));

/** Two minutes and a bound of a floor whose dialler takes its time, and sometimes fails. */
async function watch({ agents, requestsPerSecond, answerMs, failing, seed }: Floor) {
  const random = createRandom(seed);
  const asked: { readonly user: string; readonly atMs: number }[] = [];
  const underWay = new Set<string>();
  let isDoubled = false;
  let mostUnderWay = 0;
  const store = createWatchStore();
  const clock = { nowMs: () => performance.now(), wallMs: () => Date.now() };
  const ask = async (user: string): Promise<Outcome> => {
    asked.push({ user, atMs: clock.nowMs() });
    isDoubled ||= underWay.has(user);
    underWay.add(user);
    mostUnderWay = Math.max(mostUnderWay, underWay.size);
    await new Promise((resolve) => setTimeout(resolve, answerMs * (0.5 + random())));
    underWay.delete(user);
    const isBad = random() < failing && numberOf(user) % 7 === 0;
    return isBad ? { kind: 'problem', problem: { kind: 'unreadable' } } : anOutcome(aReading('READY'));
  };
  const users = Array.from({ length: agents }, (_, index) => `u${index}`);
  const urgencyOf = ({ user }: AgentState) => urgencies[numberOf(user) % urgencies.length] ?? 'high';
  let slowestMs = store.getState().slowestIntervalMs;
  const watched: WatchStore = {
    ...store,
    setState: (change) => {
      store.setState(change);
      slowestMs = Math.max(slowestMs, store.getState().slowestIntervalMs);
    },
  };
  const monitor = createMonitor({ store: watched, onUpdate: () => undefined, ask, clock, random, urgencyOf });
  monitor.watch(users, { intervalMs: 3_000, requestsPerSecond });
  monitor.start();
  const beganMs = clock.nowMs();
  await vi.advanceTimersByTimeAsync(240_000);
  const endedMs = clock.nowMs();
  monitor.stop({ kind: 'idle' });
  return { asked, isDoubled, mostUnderWay, users, beganMs, endedMs, slowestMs };
}

it('keeps to budget and cap, starves nobody, and never asks twice at once', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        agents: fc.integer({ min: 1, max: 150 }),
        requestsPerSecond: fc.integer({ min: 5, max: 100 }),
        answerMs: fc.integer({ min: 1, max: 400 }),
        failing: fc.constantFrom(0, 0.3),
        seed: fc.nat(),
      }),
      async (floor) => {
        const { asked, isDoubled, mostUnderWay, users, beganMs, endedMs, slowestMs } = await watch(floor);
        expect(isDoubled).toBe(false);
        expect(mostUnderWay).toBeLessThanOrEqual(5);
        const times = asked.map(({ atMs }) => atMs);
        let first = 0;
        for (const [index, atMs] of times.entries()) {
          while (atMs - (times[first] ?? 0) >= 1_000) first += 1;
          expect(index - first + 1).toBeLessThanOrEqual(1.025 * floor.requestsPerSecond + 1);
        }
        // As `cadenceOf` states it, and the time of an answer.
        const boundMs = 2 * slowestMs + 1_000;
        for (const user of users.filter((one) => numberOf(one) % 7 !== 0)) {
          const own = [...asked.filter((one) => one.user === user).map(({ atMs }) => atMs), endedMs];
          for (const [index, atMs] of own.entries()) {
            expect(atMs - (own[index - 1] ?? beganMs), `${user} of ${users.length}`).toBeLessThanOrEqual(
              boundMs,
            );
          }
        }
      },
    ),
    { numRuns: 15 },
  );
});
