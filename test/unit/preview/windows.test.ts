import { beforeEach, describe, expect, test, vi } from 'vitest';
import { encode } from '../../../src/preview/wire/ipc.ts';
import { makeStandIn } from './make-stand-in.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('a window', () => {
  let standIn: ReturnType<typeof makeStandIn>;
  beforeEach(() => {
    standIn = makeStandIn();
    standIn.app.becomeReady();
    standIn.protocol.handle('app', () => new Response('page'));
  });

  test('that prevents its closing keeps the app from quitting', async () => {
    const window = new standIn.BrowserWindow({ show: false });
    const prevent = (event: { preventDefault: () => void }) => event.preventDefault();
    window.on('close', (event) => prevent(event as never));
    standIn.app.quit();
    await nextTurn();
    expect([standIn.events, standIn.exits, window.isDestroyed()]).toEqual([['before-quit'], [], false]);
  });

  test('closes after before-quit', async () => {
    const window = new standIn.BrowserWindow({ show: false });
    window.on('close', () => standIn.events.push('close'));
    standIn.app.quit();
    await nextTurn();
    expect([standIn.events, standIn.exits]).toEqual([['before-quit', 'close'], [0]]);
  });

  test('tells that somebody uses its page', async () => {
    let nowMs = 0;
    const touched = makeStandIn('linux', () => nowMs);
    touched.app.becomeReady();
    const { webContents } = new touched.BrowserWindow({ show: false });
    nowMs = 60_000;
    expect(touched.powerMonitor.getSystemIdleTime()).toBe(60);
    await webContents.receive(encode({ kind: 'touch' }), () => {});
    expect(touched.powerMonitor.getSystemIdleTime()).toBe(0);
  });

  test('is loaded through the handler', async () => {
    const window = new standIn.BrowserWindow({ show: false });
    await window.loadURL('app://bundle/index.html#a');
    await window.loadURL('app://bundle/index.html');
    expect(window.webContents.mainFrame.origin).toBe('app://bundle');
    expect(standIn.desktop.state().window).toMatchObject({ visible: false, generation: 2 });
  });

  test('cannot load a scheme that nobody handles', async () => {
    const window = new standIn.BrowserWindow({ show: false });
    await expect(window.loadURL('other://x/')).rejects.toThrow(
      "ERR_UNKNOWN_URL_SCHEME (-302) loading 'other://x/'",
    );
  });

  test('tells show and focus, then blur and hide, once each', () => {
    const window = new standIn.BrowserWindow({ show: false });
    const heard: string[] = [];
    for (const name of ['show', 'focus', 'blur', 'hide'] as const) window.on(name, () => heard.push(name));
    window.show();
    window.show();
    window.hide();
    window.hide();
    expect(heard).toEqual(['show', 'focus', 'blur', 'hide']);
  });

  test('throws once it is gone', () => {
    const window = new standIn.BrowserWindow({ show: false });
    window.close();
    expect(() => window.show()).toThrow('Object has been destroyed');
    expect(() => window.webContents.send('x')).toThrow('Object has been destroyed');
  });

  test('without sandbox or isolation is refused', () => {
    for (const webPreferences of [
      { sandbox: false },
      { contextIsolation: false },
      { nodeIntegration: true },
    ]) {
      expect(() => new standIn.BrowserWindow({ webPreferences })).toThrow('sandboxed');
    }
  });

  test('that was the last one ends an app that does not listen', async () => {
    standIn.app.removeAllListeners('window-all-closed');
    new standIn.BrowserWindow({ show: false }).close();
    await nextTurn();
    expect(standIn.exits).toEqual([0]);
  });

  test('that was the last one leaves an app that listens', async () => {
    new standIn.BrowserWindow({ show: false }).close();
    await nextTurn();
    expect([standIn.events, standIn.exits]).toEqual([['window-all-closed'], []]);
  });
});

describe('quitting', () => {
  test('can be put off once, to clean up first', async () => {
    const { app, events, exits } = makeStandIn();
    app.becomeReady();
    app.once('before-quit', (event) => {
      (event as { preventDefault: () => void }).preventDefault();
      setImmediate(app.quit);
    });
    app.quit();
    await vi.waitFor(() => expect(exits).toEqual([0]));
    expect(events).toEqual(['before-quit', 'before-quit']);
  });

  test('by exit asks nobody', () => {
    const { app, events, exits } = makeStandIn();
    app.exit(3);
    expect([events, exits]).toEqual([[], [3]]);
  });
});

test('a second start is told after ready, not before', () => {
  const { app } = makeStandIn();
  const heard = vi.fn();
  app.on('second-instance', heard);
  app.secondInstanceStarted();
  expect(heard).not.toHaveBeenCalled();
  app.becomeReady();
  expect(heard).toHaveBeenCalledOnce();
});
