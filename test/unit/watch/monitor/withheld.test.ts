import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMonitor } from '../../../../src/watch/monitor/monitor.ts';
import { createWatchStore } from '../../../../src/watch/watch-state.ts';
import { anOutcome, aReading } from '../../../fakes/builders.ts';
import { manualDialler } from '../../../fakes/manual-dialler.ts';

const clock = { nowMs: () => performance.now(), wallMs: () => performance.now() };
const problem = { kind: 'no-permission' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});

/** The dialler says 10001 about these agents, and shows the others. */
function watched(users: readonly string[], withheld: readonly string[]) {
  const store = createWatchStore();
  const dialler = manualDialler(clock.nowMs);
  const hide = (hidden: readonly string[]) =>
    dialler.answerBy((user) =>
      hidden.includes(user) ? { kind: 'problem', problem } : anOutcome(aReading('READY')),
    );
  hide(withheld);
  const monitor = createMonitor({ store, ask: dialler.ask, clock, onUpdate: () => undefined });
  monitor.watch(users, { intervalMs: 5_000, requestsPerSecond: 20 });
  monitor.start();
  const agents = () => [...store.getState().agents.values()];
  return {
    hide,
    asked: () => dialler.asked.map(({ agentUser }) => agentUser),
    health: () => store.getState().health,
    known: () =>
      agents().flatMap(({ user, staleSinceMs, phase }) =>
        phase === 'known' && staleSinceMs === null ? user : [],
      ),
    refused: () => agents().flatMap(({ user, problem: own }) => (own === 'no-permission' ? user : [])),
  };
}

const floor = ['ana', 'ben', 'cai', 'dan', 'eve', 'fay', 'gil'];

describe('an agent whom the dialler does not show', () => {
  it.each([
    ['first on the list', ['ana']],
    ['in the middle', ['cai']],
    ['one of four', ['ana', 'ben', 'cai', 'gil']],
  ])('%s: its row says so, and the others are watched on', async (_where, withheld) => {
    const { health, known, refused } = watched(floor, withheld);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(health().kind).toBe('ok');
    expect(refused()).toEqual(withheld);
    expect(known()).toEqual(floor.filter((user) => !withheld.includes(user)));
  });

  it('is known again once it is shown', async () => {
    const { hide, refused, known } = watched(floor, ['ben']);
    await vi.advanceTimersByTimeAsync(60_000);
    hide([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refused()).toEqual([]);
    expect(known()).toEqual(floor);
  });

  it('loses what is shown of it in the middle of a shift, and nobody else does', async () => {
    const { hide, health, known, refused } = watched(floor, []);
    await vi.advanceTimersByTimeAsync(20_000);
    hide(['cai']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(health().kind).toBe('ok');
    expect(refused()).toEqual(['cai']);
    expect(known()).toHaveLength(floor.length - 1);
  });
});

describe('an account to which the dialler shows nobody', () => {
  it.each([
    ['one agent', ['ana'], 1],
    ['two agents', ['ana', 'ben'], 2],
    ['a floor', floor, 5],
  ])('is told after %s, each asked once, and asked no more', async (_who, users, questions) => {
    const { asked, health } = watched(users, users);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(health()).toEqual({ kind: 'stopped', problem });
    expect(asked()).toEqual(users.slice(0, questions));
  });

  it('is told in the middle of a shift, though one agent was never shown', async () => {
    const { hide, health } = watched(['ana', 'ben'], ['ana']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(health().kind).toBe('ok');
    hide(['ana', 'ben']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(health()).toEqual({ kind: 'stopped', problem });
  });
});
