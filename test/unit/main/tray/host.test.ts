import { describe, expect, it, vi } from 'vitest';
import { findTrayHost, startEarlyTray, type TrayHost } from '../../../../src/main/tray/host.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';

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
  stopTime();

  function setUp(...answers: TrayHost[]) {
    const calls: string[] = [];
    const stop = startEarlyTray({
      start: () => {
        calls.push('start');
        return () => void calls.push('stop');
      },
      find: async () => answers.shift() ?? 'absent',
      clock: stoppedClock,
      onGivenUp: () => calls.push('given up'),
      onThere: () => calls.push('there after all'),
    });
    return { calls, stop };
  }

  const absent = (count: number) => Array.from({ length: count }, (): TrayHost => 'absent');

  it.each<[string, readonly TrayHost[], readonly string[]]>([
    ['is made once when the panel is there', ['there'], ['start']],
    ['is made again when the panel appears', [...absent(2), 'there'], ['start', 'stop', 'start']],
    [
      'is made after all when somebody switches a panel on long after it was given up',
      [...absent(40), 'there'],
      ['start', 'given up', 'stop', 'start', 'there after all'],
    ],
    [
      'waits on for a panel that is on its way up and does not answer yet',
      ['absent', 'unknown', 'there'],
      ['start', 'stop', 'start'],
    ],
    ['is left to Electron where nobody can be asked', ['unknown'], ['start']],
  ])('%s', async (_what, answers, expected) => {
    const { calls } = setUp(...answers);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(calls).toEqual(expected);
  });

  it('is given up after a minute without one', async () => {
    const { calls } = setUp();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(calls).toEqual(['start']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual(['start', 'given up']);
  });

  it('asks no more once stopped', async () => {
    const { calls, stop } = setUp();
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toEqual(['start', 'stop']);
  });
});
