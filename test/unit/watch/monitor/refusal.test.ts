import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMonitor } from '../../../../src/watch/monitor/monitor.ts';
import { createWatchStore } from '../../../../src/watch/watch-state.ts';
import { aReading } from '../../../fakes/builders.ts';
import { manualDialler } from '../../../fakes/manual-dialler.ts';

const clock = { nowMs: () => performance.now(), wallMs: () => performance.now() };
const refused = { kind: 'wrong-credentials' } as const;
const ready = aReading('READY');

beforeEach(() => {
  vi.useFakeTimers();
});

/** Ana was answered a moment ago, and is asked again. */
async function watched() {
  const store = createWatchStore();
  const dialler = manualDialler(clock.nowMs);
  const monitor = createMonitor({ store, ask: dialler.ask, clock, onUpdate: () => undefined });
  monitor.watch(['ana'], { intervalMs: 5_000, requestsPerSecond: 20 });
  monitor.start();
  await vi.advanceTimersByTimeAsync(0);
  await dialler.last().answer(ready);
  await vi.advanceTimersByTimeAsync(6_000);
  return { monitor, dialler, asked: () => dialler.asked.length, health: () => store.getState().health };
}

describe('a password that is refused although it worked a moment ago', () => {
  it('is asked about once more after some seconds, and the watch goes on when it is taken', async () => {
    const { dialler, asked, health } = await watched();
    await dialler.last().fail(refused);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(asked()).toBe(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked()).toBe(3);
    await dialler.last().answer(ready);
    expect(health().kind).toBe('ok');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(asked()).toBe(4);
  });

  it('stops the watch when it is refused again, and is sent no third time', async () => {
    const { dialler, asked, health, monitor } = await watched();
    await dialler.last().fail(refused);
    monitor.refresh();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(asked()).toBe(2);
    await vi.advanceTimersByTimeAsync(200);
    await dialler.last().fail(refused);
    expect(health()).toEqual({ kind: 'stopped', problem: refused });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked()).toBe(3);
  });

  it('is still in doubt when the second question fails otherwise', async () => {
    const { dialler, health } = await watched();
    await dialler.last().fail(refused);
    await vi.advanceTimersByTimeAsync(5_100);
    await dialler.last().fail({ kind: 'timeout' });
    await vi.advanceTimersByTimeAsync(3_000);
    await dialler.last().fail(refused);
    expect(health()).toEqual({ kind: 'stopped', problem: refused });
  });

  it('is not confirmed by what was asked before', async () => {
    const { dialler, health, monitor } = await watched();
    await dialler.last().answer(ready);
    monitor.watch(['ana', 'ben'], { intervalMs: 5_000, requestsPerSecond: 20 });
    await vi.advanceTimersByTimeAsync(6_000);
    for (const poll of dialler.asked.slice(-2)) await poll.fail(refused);
    expect(health().kind).toBe('ok');
  });

  it('stops the watch at once when it worked long ago, or for another account', async () => {
    const { dialler, health, monitor } = await watched();
    await dialler.last().answer(ready);
    monitor.stop({ kind: 'idle' });
    monitor.start();
    await vi.advanceTimersByTimeAsync(0);
    await dialler.last().fail(refused);
    expect(health()).toEqual({ kind: 'stopped', problem: refused });
  });
});
