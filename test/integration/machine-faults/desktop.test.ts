import type Electron from 'electron';
import { describe, expect } from 'vitest';
import { createPopover } from '../../../src/main/page/popover.ts';
import type { TrayHost } from '../../../src/main/tray/host.ts';
import { createFakeTheme, createFakeWindows } from '../../fakes/fake-windows.ts';
import { createQuietLog } from '../../fakes/quiet-log.ts';
import { startMachine } from './machine.ts';
import { proveEach } from './prove-each.ts';
import { desktopFaults } from './rows.ts';

const rectangle = { x: 0, y: 0, width: 1_920, height: 1_080 };
const display = () => ({ bounds: rectangle, workArea: rectangle }) as Electron.Display;

/** The app on a desktop where its page can crash. */
async function startWithPage() {
  const calls: string[] = [];
  const { BrowserWindow, windows } = createFakeWindows(calls);
  const machine = await startMachine({
    edges: (clock) => ({
      window: createPopover({
        BrowserWindow,
        screen: { getDisplayMatching: display, getPrimaryDisplay: display },
        platform: 'linux',
        isWayland: false,
        isPackaged: true,
        preloadFile: '',
        url: 'app://bundle/index.html',
        nativeTheme: createFakeTheme(),
        iconBounds: () => null,
        clock,
        log: createQuietLog(),
      }),
    }),
  });
  return {
    ...machine,
    loads: () => calls.filter((call) => call === 'load').length,
    crash: () => void windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
  };
}

/** The app on a desktop that may have no place for its icon. */
async function startWithTray() {
  let host: TrayHost = 'absent';
  const machine = await startMachine({ edges: () => ({ findTrayHost: async () => host }) });
  const { panel, window } = machine.app;
  let opened = 0;
  window.onOpened(() => {
    opened += 1;
  });
  return {
    ...machine,
    setHost: (now: TrayHost) => {
      host = now;
    },
    opened: () => opened,
    made: () => panel.trays.length,
    alive: () => panel.trays.filter((tray) => !tray.isDestroyed()).length,
  };
}

describe('a desktop that fails', () => {
  proveEach(desktopFaults, {
    'page-crash': async () => {
      await using machine = await startWithPage();
      const { loads, crash } = machine;
      await machine.pass(10);
      crash();
      const before = machine.dialler.requests();
      await machine.pass(2);
      expect(loads()).toBe(2);
      crash();
      machine.app.window.open();
      expect(loads()).toBe(3);
      await machine.pass(60);
      expect(machine.isWatching()).toBe(true);
      expect(machine.dialler.requests()).toBeGreaterThan(before + 10);
      expect(loads()).toBe(3);
      expect(machine.told()).toEqual([]);
    },

    'page-crash-again': async () => {
      await using machine = await startWithPage();
      const { loads, crash } = machine;
      let seconds = 0;
      for (let count = 1; count <= 8; count += 1) {
        crash();
        for (const before = loads(); loads() === before; seconds += 1) await machine.pass(1);
      }
      // 1, 2, 4 … 32, 60 and 60.
      expect(seconds).toBeGreaterThan(180);
      expect(seconds).toBeLessThan(200);
      await machine.pass(61);
      crash();
      await machine.pass(2);
      expect(loads()).toBe(10);
    },

    'no-tray': async () => {
      await using machine = await startWithTray();
      const { opened, made, alive } = machine;
      await machine.pass(55);
      expect(machine.told()).toEqual([]);
      await machine.pass(600);
      expect(machine.told()).toEqual([desktopFaults['no-tray'].sentence]);
      expect(opened()).toBe(1);
      machine.setHost('there');
      await machine.pass(31);
      expect(machine.told()).toEqual([]);
      expect([made(), alive()]).toEqual([2, 1]);
      await machine.pass(600);
      expect([made(), alive()]).toEqual([2, 1]);
      await machine[Symbol.asyncDispose]();
      expect(alive()).toBe(0);
    },

    'late-tray': async () => {
      await using machine = await startWithTray();
      const { made, alive } = machine;
      await machine.pass(20);
      machine.setHost('there');
      await machine.pass(3);
      expect([made(), alive()]).toEqual([2, 1]);
      expect(machine.told()).toEqual([]);
    },

    'tray-restarts': async () => {
      await using machine = await startWithTray();
      const { made, alive } = machine;
      await machine.pass(10);
      machine.setHost('unknown');
      await machine.pass(10);
      expect(made()).toBe(1);
      machine.setHost('there');
      await machine.pass(3);
      expect([made(), alive()]).toEqual([2, 1]);
    },
  });
});
