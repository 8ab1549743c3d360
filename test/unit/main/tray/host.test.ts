import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findTrayHost, startEarlyTray, type TrayHost } from '../../../../src/main/tray/host.ts';

describe('the tray host', () => {
  // What gdbus prints on a KDE session, one without a watcher, and one without a bus.
  it.each<[string, string | null, string | null, TrayHost]>([
    ['a watcher with a host', '(<true>,)\n', '(true,)\n', 'there'],
    ['a watcher without a host', '(<false>,)\n', '(true,)\n', 'absent'],
    ['no watcher', null, '(false,)\n', 'absent'],
    ['no session bus, or no gdbus', null, null, 'unknown'],
    ['a watcher that does not answer', null, '(true,)\n', 'unknown'],
  ])('with %s is found out', async (_name, property, owner, expected) => {
    const run = async (_program: string, words: readonly string[]) =>
      words.includes('org.freedesktop.DBus.NameHasOwner') ? owner : property;
    expect(await findTrayHost(run)).toBe(expected);
  });
});

describe('a tray started before the panel', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function setUp(...answers: TrayHost[]) {
    const calls: string[] = [];
    const stop = startEarlyTray({
      start: () => {
        calls.push('start');
        return () => void calls.push('stop');
      },
      find: async () => answers.shift() ?? 'absent',
      clock: { nowMs: () => performance.now(), wallMs: () => Date.now() },
      onGivenUp: () => calls.push('given up'),
      onThere: () => calls.push('there after all'),
    });
    return { calls, stop };
  }

  it('is made once when the panel is there', async () => {
    const { calls } = setUp('there');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toEqual(['start']);
  });

  it('is made again when the panel appears', async () => {
    const { calls } = setUp('absent', 'absent', 'there');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toEqual(['start', 'stop', 'start']);
  });

  it('is given up after a minute without one', async () => {
    const { calls } = setUp();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(calls).toEqual(['start']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual(['start', 'given up']);
  });

  it('is made after all when somebody switches a panel on long after that', async () => {
    const absent = Array.from({ length: 40 }, (): TrayHost => 'absent');
    const { calls } = setUp(...absent, 'there');
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(calls).toEqual(['start', 'given up', 'stop', 'start', 'there after all']);
  });

  it('waits on for a panel that is on its way up and does not answer yet', async () => {
    const { calls } = setUp('absent', 'unknown', 'there');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toEqual(['start', 'stop', 'start']);
  });

  it('is left to Electron where nobody can be asked', async () => {
    const { calls } = setUp('unknown');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toEqual(['start']);
  });

  it('asks no more once stopped', async () => {
    const { calls, stop } = setUp();
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toEqual(['start', 'stop']);
  });
});
