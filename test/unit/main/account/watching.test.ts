import { describe, expect, it, vi } from 'vitest';
import { createWatching } from '../../../../src/main/account/watching.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Health } from '../../../../src/shared/health.ts';
import type { Monitor } from '../../../../src/watch/monitor/monitor.ts';
import { anAccount } from '../../../fakes/builders.ts';
import { createFakeMonitor } from '../../../fakes/fake-monitor.ts';

const account = anAccount();

/** A monitor that does what the real one says of itself, and notes what it was told. */
function setUp() {
  const store = createAppStore();
  const calls: string[] = [];
  const paces: number[] = [];
  const setHealth = (health: Health) => store.setState({ health });
  const monitor: Monitor = {
    ...createFakeMonitor(),
    watch: (users, pace) => {
      calls.push(`watch ${users.join()}`);
      paces.push(pace.intervalMs);
    },
    start: () => {
      calls.push('start');
      setHealth({ kind: 'connecting' });
    },
    stop: (health) => {
      calls.push(`stop ${health.kind}`);
      setHealth(health);
    },
    refresh: () => calls.push('refresh'),
  };
  const closeConnections = vi.fn(async () => void calls.push('close connections'));
  const watching = createWatching({ store, monitor, closeConnections });
  return { store, calls, paces, watching, setHealth, closeConnections };
}

/** Under way, with what came before forgotten. */
function begun() {
  const all = setUp();
  all.watching.switchTo(account, { kind: 'keychain' });
  all.calls.length = 0;
  return all;
}

describe('watching', () => {
  it('stops before another account comes in, so that nobody is asked with the wrong password', () => {
    const { calls, watching } = setUp();
    watching.switchTo(account, { kind: 'keychain' });
    expect(calls).toEqual(['stop idle', 'watch ana', 'start']);
    calls.length = 0;
    watching.switchTo({ ...account, id: 'b', agentUsers: ['ben'] }, { kind: 'keychain' });
    expect(calls).toEqual(['watch ', 'stop idle', 'watch ben', 'start']);
  });

  it('does not start without a password', () => {
    const { store, calls, watching } = setUp();
    watching.switchTo(account, { kind: 'none' });
    expect(calls).not.toContain('start');
    expect(store.getState().health).toEqual({ kind: 'stopped', problem: { kind: 'no-password' } });
  });

  it('rests while paused and begins anew after', () => {
    const { calls, watching } = begun();
    watching.setPaused(true);
    watching.setPaused(true);
    watching.setPaused(false);
    expect(calls).toEqual(['stop paused', 'start']);
  });

  it('never tries a refused password again, neither by pausing nor by waking', async () => {
    const { calls, watching, setHealth } = begun();
    setHealth({ kind: 'stopped', problem: { kind: 'wrong-credentials' } });
    watching.setPaused(true);
    watching.setPaused(false);
    watching.sleep();
    await watching.wake();
    expect(calls).toEqual(['close connections']);
  });

  it('stops for a sleep, and wakes with fresh connections', async () => {
    const { calls, watching } = begun();
    watching.sleep();
    await watching.wake();
    expect(calls).toEqual(['stop connecting', 'close connections', 'start']);
  });

  it('begins on waking what was asked for while the machine went to sleep', async () => {
    const { store, calls, watching } = setUp();
    watching.sleep();
    watching.switchTo(account, { kind: 'keychain' });
    expect(calls).not.toContain('start');
    expect(store.getState().health).toEqual({ kind: 'connecting' });
    await watching.wake();
    expect(calls.at(-1)).toBe('start');
  });

  it('wakes even if the old connections cannot be closed', async () => {
    const { calls, watching, closeConnections } = begun();
    closeConnections.mockRejectedValueOnce(new Error('busy'));
    watching.sleep();
    await watching.wake();
    expect(calls.at(-1)).toBe('start');
  });

  it('stays paused through a sleep', async () => {
    const { calls, watching } = begun();
    watching.setPaused(true);
    calls.length = 0;
    watching.sleep();
    await watching.wake();
    expect(calls).toEqual(['close connections']);
  });

  it('asks less often behind a locked screen, whatever the interval becomes, and at once after', () => {
    const { store, calls, paces, watching } = begun();
    watching.setSituation('locked', true);
    store.setState(({ settings }) => ({ settings: { ...settings, intervalMs: 9_000 } }));
    watching.setSituation('locked', false);
    expect(paces.slice(-3)).toEqual([15_000, 15_000, 9_000]);
    expect(calls).toEqual(['watch ana', 'watch ana', 'watch ana', 'refresh']);
  });

  it('leaves the agents alone where a situation changes nothing', () => {
    const { calls, watching } = begun();
    watching.setSituation('hidden', true);
    watching.setSituation('hidden', false);
    expect(calls).toEqual([]);
  });

  it('follows the interval and the agents while running', () => {
    const { store, calls } = begun();
    store.setState({ account: { ...account, agentUsers: ['ana', 'ben'] } });
    store.setState(({ settings }) => ({ settings: { ...settings, intervalMs: 9_000 } }));
    store.setState(({ settings }) => ({ settings: { ...settings, theme: 'dark' } }));
    expect(calls).toEqual(['watch ana,ben', 'watch ana,ben']);
  });
});
