import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { cleanUpBeforeQuit } from '../../../../src/main/app/quit.ts';
import { stopTime } from '../../../fakes/fake-timers.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

stopTime();

/** Asks before it quits, as Electron does; `quits` counts the times nobody objected. */
class FakeApp extends EventEmitter {
  quits = 0;
  quit = () => {
    const preventDefault = vi.fn();
    this.emit('before-quit', { preventDefault });
    if (preventDefault.mock.calls.length === 0) this.quits += 1;
  };
}

function setUp(cleanUp: () => Promise<void>) {
  const flush = vi.fn(async () => undefined);
  const app = new FakeApp();
  const log = createQuietLog();
  const asked = app as unknown as Pick<Electron.App, 'on' | 'quit'>;
  return { app, log, flush, ...cleanUpBeforeQuit({ app: asked, log, cleanUp, flush }) };
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

  it('holds no quit when the session of the user ends, and has written before', () => {
    const cleanUp = vi.fn(async () => undefined);
    const { app, flush, sessionEnds } = setUp(cleanUp);
    sessionEnds();
    expect(flush).toHaveBeenCalledOnce();
    app.quit();
    expect(app.quits).toBe(1);
    expect(flush).toHaveBeenCalledTimes(2);
    expect(cleanUp).not.toHaveBeenCalled();
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
