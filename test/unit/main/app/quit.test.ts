import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanUpBeforeQuit } from '../../../../src/main/app/quit.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks before it quits, as Electron does; `quits` counts the times nobody objected. */
class FakeApp extends EventEmitter {
  quits = 0;
  quit = () => {
    let isPrevented = false;
    this.emit('before-quit', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    if (!isPrevented) this.quits += 1;
  };
}

function setUp(cleanUp: () => Promise<void>) {
  const app = new FakeApp();
  const log = createQuietLog();
  cleanUpBeforeQuit(app as unknown as Pick<Electron.App, 'on' | 'quit'>, log, cleanUp);
  return { app, log };
}

describe('quitting', () => {
  it('waits for the last writes, cleans up once however often it is asked, and then quits', async () => {
    const written = Promise.withResolvers<void>();
    const cleanUp = vi.fn(() => written.promise);
    const { app } = setUp(cleanUp);
    app.quit();
    app.quit();
    await vi.advanceTimersByTimeAsync(100);
    expect(app.quits).toBe(0);
    written.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(app.quits).toBe(1);
    expect(cleanUp).toHaveBeenCalledOnce();
  });

  it('waits no longer than three seconds', async () => {
    const { app } = setUp(() => new Promise(() => undefined));
    app.quit();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(app.quits).toBe(1);
  });

  it('quits when cleaning up fails, and says so', async () => {
    const { app, log } = setUp(async () => {
      throw new Error('no room');
    });
    app.quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(app.quits).toBe(1);
    expect(log.lines.join()).toContain('no room');
  });
});
