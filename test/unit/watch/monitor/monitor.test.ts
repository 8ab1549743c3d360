import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../../src/shared/change.ts';
import type { Problem, ProblemKind } from '../../../../src/shared/problem.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import { createMonitor, type MonitorParts } from '../../../../src/watch/monitor/monitor.ts';
import { createWatchStore, type WatchUpdate } from '../../../../src/watch/watch-state.ts';
import { aCall, anOutcome, aReading } from '../../../fakes/builders.ts';
import { manualDialler } from '../../../fakes/manual-dialler.ts';

const pace = { intervalMs: 5_000, requestsPerSecond: 20 };
const ready = aReading('READY');

beforeEach(() => {
  vi.useFakeTimers();
});

function setUp(users: readonly string[], more: Partial<MonitorParts> = {}, watchedPace = pace) {
  const store = createWatchStore();
  const changes: Change[] = [];
  const onUpdate = vi.fn((update: WatchUpdate) => void changes.push(...update.changes));
  let asleepMs = 0;
  const clock = { nowMs: () => performance.now() - asleepMs, wallMs: () => performance.now() };
  const dialler = manualDialler(clock.nowMs);
  const monitor = createMonitor({ store, ask: dialler.ask, clock, onUpdate, random: () => 0.5, ...more });
  monitor.watch(users, watchedPace);
  return {
    store,
    monitor,
    dialler,
    changes,
    kinds: () => changes.map(({ kind, agentUser, late }) => `${agentUser} ${kind}${late ? ' late' : ''}`),
    agent: (user: string) => store.getState().agents.get(user),
    health: () => store.getState().health,
    /** The machine sleeps: wall clock and timers go on, the monotonic clock stood still. */
    standStill: (ms: number) => {
      asleepMs += ms;
    },
  };
}

const everyone = (reading: Reading) => () => anOutcome(reading);
const nobody = (kind: ProblemKind) => () => ({ kind: 'problem', problem: { kind } }) as const;

describe('starting', () => {
  it('asks nobody before, then sends one probe and waits for its answer before it asks the others', async () => {
    const { monitor, dialler, health } = setUp(['ana', 'ben', 'cai']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(dialler.asked).toEqual([]);
    monitor.start();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(dialler.asked.map(({ agentUser }) => agentUser)).toEqual(['ana']);
    expect(health().kind).toBe('connecting');
    await dialler.last().answer(ready);
    await vi.advanceTimersByTimeAsync(200);
    expect(dialler.asked.map(({ agentUser }) => agentUser)).toEqual(['ana', 'ben', 'cai']);
    expect(health().kind).toBe('ok');
  });

  it.each(['wrong-credentials', 'no-password'] as const)('stops at once and for good on %s', async (kind) => {
    const { monitor, dialler, health } = setUp(['ana', 'ben']);
    dialler.answerBy(nobody(kind));
    monitor.start();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(dialler.asked).toHaveLength(1);
    expect(health()).toEqual({ kind: 'stopped', problem: { kind } });
  });
});

describe('polling', () => {
  it('asks each agent once an interval, one request at a time, spread over it', async () => {
    const { monitor, dialler } = setUp(['ana', 'ben', 'cai', 'dev']);
    dialler.answerBy(everyone(ready));
    monitor.start();
    await vi.advanceTimersByTimeAsync(60_000);
    const settled = dialler.asked.filter(({ atMs }) => atMs - (dialler.asked[0]?.atMs ?? 0) > 10_000);
    const gapsMs = settled.slice(1).map(({ atMs }, index) => atMs - (settled[index]?.atMs ?? 0));
    for (const gapMs of gapsMs) expect(Math.abs(gapMs - 1_250)).toBeLessThan(20);
    expect(new Set(settled.slice(0, 4).map(({ agentUser }) => agentUser)).size).toBe(4);
  });

  it('says how often it asks when there are more agents than the budget allows, and asks all of them', async () => {
    const users = Array.from({ length: 194 }, (_, index) => `agent${index}`);
    const { monitor, dialler, store } = setUp(users);
    dialler.answerBy(everyone(ready));
    monitor.start();
    await vi.advanceTimersByTimeAsync(30_000);
    // Whoever turns quiet is asked a quarter as often, and may wait twice that.
    expect(store.getState()).toMatchObject({ effectiveIntervalMs: 10_000, boundMs: 80_000 });
    expect(new Set(dialler.asked.map(({ agentUser }) => agentUser)).size).toBe(194);
  });

  it('asks an agent added while running at once, and never again one removed', async () => {
    const { monitor, dialler, agent } = setUp(['ana', 'ben']);
    dialler.answerBy(everyone(ready));
    monitor.start();
    await vi.advanceTimersByTimeAsync(10_000);
    monitor.watch(['ana', 'cai'], pace);
    await vi.advanceTimersByTimeAsync(200);
    expect(dialler.last().agentUser).toBe('cai');
    const asked = dialler.asked.length;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(dialler.asked.slice(asked).some(({ agentUser }) => agentUser === 'ben')).toBe(false);
    expect(agent('ben')).toBeUndefined();
    expect(agent('ana')?.reading.status).toBe('READY');
  });
});

it('asks soon again whom a reading has brought near an event', async () => {
  const users = Array.from({ length: 30 }, (_, index) => `u${index}`);
  const urgencyOf: MonitorParts['urgencyOf'] = ({ reading }) =>
    reading.family === 'in-call' ? 'high' : 'low';
  const { dialler, monitor, store } = setUp(
    users,
    { urgencyOf },
    { intervalMs: 3_000, requestsPerSecond: 1 },
  );
  let said = ready;
  dialler.answerBy((user) => anOutcome(user === 'u3' ? said : ready));
  monitor.start();
  await vi.advanceTimersByTimeAsync(120_000);
  said = aCall('7');
  const momentsOf = () => dialler.asked.filter(({ agentUser }) => agentUser === 'u3').map(({ atMs }) => atMs);
  const before = momentsOf().length;
  await vi.advanceTimersByTimeAsync(120_000);
  const [answeredMs = 0, nextMs = Number.POSITIVE_INFINITY] = momentsOf().slice(before);
  // Whoever goes on at their pace of before is asked again after half of it at the earliest.
  expect(nextMs - answeredMs).toBeLessThan(store.getState().slowestIntervalMs / 2);
});

describe('changes', () => {
  it('tells none on the first readings, then each once', async () => {
    const { monitor, dialler, kinds } = setUp(['ana', 'ben']);
    dialler.answerBy(everyone(aCall('1')));
    monitor.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kinds()).toEqual([]);
    dialler.answerBy(everyone(aCall('2')));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(kinds().toSorted()).toEqual([
      'ana call-connected',
      'ana call-ended',
      'ben call-connected',
      'ben call-ended',
    ]);
  });

  it('drops an answer that a fresh start overtook', async () => {
    const { monitor, dialler, agent, kinds } = setUp(['ana']);
    monitor.start();
    await dialler.last().answer(ready);
    await vi.advanceTimersByTimeAsync(6_000);
    const overtaken = dialler.last();
    monitor.start();
    await dialler.last().answer(ready);
    await overtaken.answer(aCall());
    expect(overtaken.signal.aborted).toBe(true);
    expect(agent('ana')?.reading.status).toBe('READY');
    expect(kinds()).toEqual([]);
  });
});

describe('problem', () => {
  async function running(users: readonly string[]) {
    const parts = setUp(users);
    parts.dialler.answerBy(everyone(ready));
    parts.monitor.start();
    await vi.advanceTimersByTimeAsync(10_000);
    return parts;
  }

  it('keeps every state through an outage, marks it stale, and sends single probes with back-off', async () => {
    const { dialler, agent, health } = await running(['ana', 'ben', 'cai']);
    dialler.answerBy(nobody('refused'));
    const before = dialler.asked.length;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(health()).toMatchObject({ kind: 'failing', problem: { kind: 'refused' } });
    expect(agent('ana')?.reading.status).toBe('READY');
    expect(agent('ana')?.staleSinceMs).not.toBeNull();
    expect(dialler.asked.length - before).toBeLessThan(20);
  });

  it('recovers with the first answered probe, tells a call that connected meanwhile once, as late', async () => {
    const { dialler, agent, health, kinds } = await running(['ana', 'ben']);
    dialler.answerBy(nobody('timeout'));
    await vi.advanceTimersByTimeAsync(60_000);
    dialler.answerBy((user) => anOutcome(user === 'ana' ? aCall() : ready));
    await vi.advanceTimersByTimeAsync(65_000);
    expect(health().kind).toBe('ok');
    expect(kinds()).toEqual(['ana call-connected late']);
    expect(agent('ana')?.since?.atLeast).toBe(true);
    expect(agent('ben')).toMatchObject({ staleSinceMs: null, since: { atLeast: true } });
  });

  it('takes two requests that waited in vain for an outage, without waiting for a third', async () => {
    const { dialler, health } = await running(['ana', 'ben', 'cai', 'dan']);
    dialler.answerBy(null);
    const before = dialler.asked.length;
    await vi.advanceTimersByTimeAsync(5_000);
    const [first, second, third] = dialler.asked.slice(before);
    await first?.fail({ kind: 'timeout' });
    expect(health().kind).toBe('ok');
    await second?.fail({ kind: 'timeout' });
    expect(health()).toMatchObject({ kind: 'failing', problem: { kind: 'timeout' } });
    const told = health();
    await third?.fail({ kind: 'timeout' });
    expect(health()).toBe(told);
  });

  it('does not take one agent with a broken answer for an outage', async () => {
    const { dialler, agent, health } = await running(['ana', 'ben', 'cai']);
    const seen = new Set<string>();
    dialler.answerBy((user) =>
      user === 'ben' ? { kind: 'problem', problem: { kind: 'empty-answer' } } : anOutcome(ready),
    );
    const before = dialler.asked.length;
    for (let second = 0; second < 120; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      seen.add(health().kind);
    }
    expect([...seen]).toEqual(['ok']);
    expect(agent('ben')).toMatchObject({ problem: 'empty-answer', reading: { status: 'READY' } });
    expect(agent('ana')?.problem).toBeNull();
    const asked = dialler.asked.slice(before).map(({ agentUser }) => agentUser);
    expect(asked.filter((user) => user === 'ben').length).toBeLessThan(8);
    expect(asked.filter((user) => user === 'ana').length).toBeGreaterThan(20);
  });

  it('says an unknown agent is unknown, and asks about it rarely', async () => {
    const { monitor, dialler, agent, health } = setUp(['ghost', 'ana']);
    dialler.answerBy((user) =>
      user === 'ghost' ? { kind: 'problem', problem: { kind: 'unknown-agent' } } : anOutcome(ready),
    );
    monitor.start();
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(agent('ghost')).toMatchObject({ phase: 'unknown', problem: 'unknown-agent' });
    expect(health().kind).toBe('ok');
    expect(dialler.asked.filter(({ agentUser }) => agentUser === 'ghost')).toHaveLength(1);
  });

  it('looks for an agent it knew and the dialler no longer does: soon at first, then ever more rarely', async () => {
    const { dialler, agent } = await running(['ana', 'ben']);
    let isThere = false;
    dialler.answerBy((user) =>
      user === 'ana' || isThere ? anOutcome(ready) : { kind: 'problem', problem: { kind: 'unknown-agent' } },
    );
    const asked = dialler.asked.length;
    const times = () => dialler.asked.slice(asked).filter(({ agentUser }) => agentUser === 'ben').length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(agent('ben')).toMatchObject({ phase: 'unknown', problem: 'unknown-agent' });
    expect(times()).toBe(3);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(times()).toBeLessThan(20);
    isThere = true;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(agent('ben')).toMatchObject({ phase: 'known', problem: null });
  });

  it.each<Problem>([
    { kind: 'rate-limited', retryAfterMs: 120_000 },
    { kind: 'http-error', detail: '503', retryAfterMs: 120_000 },
  ])('after %o stays away as long as the server asks, also from a refresh', async (problem) => {
    const { monitor, dialler, health } = await running(['ana', 'ben', 'cai']);
    dialler.answerBy(() => ({ kind: 'problem', problem }));
    const asked = dialler.asked.length;
    await vi.advanceTimersByTimeAsync(6_000);
    monitor.refresh();
    await vi.advanceTimersByTimeAsync(110_000);
    expect(dialler.asked.length - asked).toBe(1);
    expect(health()).toMatchObject({ kind: 'failing', problem });
  });

  it('stops everything when the password is refused twice in mid-shift', async () => {
    const { dialler, health } = await running(['ana', 'ben', 'cai']);
    dialler.answerBy(null);
    await vi.advanceTimersByTimeAsync(6_000);
    const underWay = dialler.asked.filter(({ signal }) => !signal.aborted).slice(-3);
    await dialler.last().fail({ kind: 'wrong-credentials' });
    await vi.advanceTimersByTimeAsync(5_100);
    await dialler.last().fail({ kind: 'wrong-credentials' });
    const asked = dialler.asked.length;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(dialler.asked).toHaveLength(asked);
    expect(health().kind).toBe('stopped');
    expect(underWay.slice(0, -1).every(({ signal }) => signal.aborted)).toBe(true);
  });

  it('knows a second outage as one, though each agent failed in the first', async () => {
    const { dialler, agent, health } = await running(['ana', 'ben', 'cai']);
    for (let outage = 0; outage < 2; outage += 1) {
      dialler.answerBy(everyone(ready));
      await vi.advanceTimersByTimeAsync(100_000);
      expect(health().kind).toBe('ok');
      dialler.answerBy(nobody('timeout'));
      // One interval and a bit: whoever is asked first fails, and the probe after it.
      await vi.advanceTimersByTimeAsync(6_000);
      expect(health().kind).toBe('failing');
      await vi.advanceTimersByTimeAsync(5 * 60_000);
    }
    expect(['ana', 'ben', 'cai'].map((user) => agent(user)?.problem)).toEqual([null, null, null]);
  });

  it('makes a refresh during an outage one probe more, never two at once', async () => {
    const { monitor, dialler } = await running(['ana', 'ben']);
    dialler.answerBy(nobody('refused'));
    await vi.advanceTimersByTimeAsync(20_000);
    dialler.answerBy(null);
    const asked = dialler.asked.length;
    monitor.refresh();
    monitor.refresh();
    await vi.advanceTimersByTimeAsync(100);
    expect(dialler.asked.length - asked).toBe(1);
  });
});

describe('gaps', () => {
  it('takes what changed in a sleep as late, even where the monotonic clock stood still', async () => {
    const { monitor, dialler, standStill, kinds } = setUp(['ana']);
    dialler.answerBy(everyone(ready));
    monitor.start();
    await vi.advanceTimersByTimeAsync(6_000);
    dialler.answerBy(null);
    await vi.advanceTimersByTimeAsync(600_000);
    standStill(600_000);
    await dialler.last().answer(aCall());
    expect(kinds()).toEqual(['ana call-connected late']);
  });

  it('marks everybody stale when stopped, and what comes after a restart as late', async () => {
    const { monitor, dialler, agent, kinds } = setUp(['ana', 'ben']);
    dialler.answerBy(everyone(ready));
    monitor.start();
    await vi.advanceTimersByTimeAsync(6_000);
    monitor.stop({ kind: 'paused' });
    expect(agent('ana')?.staleSinceMs).not.toBeNull();
    dialler.answerBy(everyone(aReading('PAUSE - BREAK')));
    monitor.start();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(kinds().toSorted()).toEqual(['ana status-changed late', 'ben status-changed late']);
  });
});
