import type Electron from 'electron';
import { describe, expect } from 'vitest';
import { addNotice, removeNotice } from '../../../src/main/app/notices.ts';
import { createWords } from '../../../src/main/app/words.ts';
import { createPopover } from '../../../src/main/page/popover.ts';
import { startEarlyTray, type TrayHost } from '../../../src/main/tray/host.ts';
import { followTray } from '../../../src/main/tray/tray.ts';
import { createFakeWindows } from '../../fakes/fake-windows.ts';
import { createFakePanel } from '../../fakes/panel.ts';
import { createQuietLog } from '../../fakes/quiet-log.ts';
import { type Machine, startMachine } from './machine.ts';
import { proveEach } from './prove-each.ts';
import { desktopFaults } from './rows.ts';

/** The window of a running app, on a desktop where its page can crash. */
function openPopover({ clock }: Machine) {
  const calls: string[] = [];
  const { BrowserWindow, windows } = createFakeWindows(calls);
  const rectangle = { x: 0, y: 0, width: 1_920, height: 1_080 };
  const display = () => ({ bounds: rectangle, workArea: rectangle }) as Electron.Display;
  const popover = createPopover({
    BrowserWindow,
    screen: { getDisplayMatching: display, getPrimaryDisplay: display },
    platform: 'linux',
    isWayland: false,
    isPackaged: true,
    preloadFile: '',
    url: 'app://bundle/index.html',
    backgroundColour: () => '#ffffff',
    clock,
    log: createQuietLog(),
  });
  return {
    popover,
    loads: () => calls.filter((call) => call === 'load').length,
    crash: () => void windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
  };
}

/** A tray that looks for its host, as `run-app.ts` starts it on Linux. */
function startTrayOn({ app: { store }, clock }: Machine, hostNow: () => TrayHost) {
  const panel = createFakePanel();
  const calls: string[] = [];
  const start = () =>
    followTray({
      electron: panel.electron,
      store,
      clock,
      words: createWords(),
      renderer: { load: async () => () => Buffer.alloc(24) },
      platform: 'linux',
      onAction: () => undefined,
      onClick: () => undefined,
    });
  const stop = startEarlyTray({
    start,
    find: async () => hostNow(),
    clock,
    onGivenUp: () => {
      addNotice(store, { kind: 'no-tray' });
      calls.push('window opened');
    },
    onThere: () => removeNotice(store, 'no-tray'),
  });
  return {
    calls,
    stop,
    made: () => panel.trays.length,
    alive: () => panel.trays.filter((tray) => !tray.isDestroyed()).length,
  };
}

describe('a desktop that fails', () => {
  proveEach(desktopFaults, {
    'page-crash': async () => {
      await using machine = await startMachine();
      const { popover, loads, crash } = openPopover(machine);
      await machine.pass(10);
      crash();
      const before = machine.dialler.requests();
      await machine.pass(2);
      expect(loads()).toBe(2);
      crash();
      popover.open();
      expect(loads()).toBe(3);
      await machine.pass(60);
      expect(machine.isWatching()).toBe(true);
      expect(machine.dialler.requests()).toBeGreaterThan(before + 10);
      expect(loads()).toBe(3);
      expect(machine.told()).toEqual([]);
    },

    'page-crash-again': async () => {
      await using machine = await startMachine();
      const { loads, crash } = openPopover(machine);
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
      await using machine = await startMachine();
      let host: TrayHost = 'absent';
      const { calls, stop, made, alive } = startTrayOn(machine, () => host);
      await machine.pass(55);
      expect(machine.told()).toEqual([]);
      await machine.pass(600);
      expect(machine.told()).toEqual([desktopFaults['no-tray'].sentence]);
      expect(calls).toEqual(['window opened']);
      host = 'there';
      await machine.pass(31);
      expect(machine.told()).toEqual([]);
      expect([made(), alive()]).toEqual([2, 1]);
      await machine.pass(600);
      expect([made(), alive()]).toEqual([2, 1]);
      stop();
      expect(alive()).toBe(0);
    },

    'late-tray': async () => {
      await using machine = await startMachine();
      let host: TrayHost = 'absent';
      const { stop, made, alive } = startTrayOn(machine, () => host);
      await machine.pass(20);
      host = 'there';
      await machine.pass(3);
      expect([made(), alive()]).toEqual([2, 1]);
      expect(machine.told()).toEqual([]);
      stop();
    },

    'tray-restarts': async () => {
      await using machine = await startMachine();
      let host: TrayHost = 'absent';
      const { stop, made, alive } = startTrayOn(machine, () => host);
      await machine.pass(10);
      host = 'unknown';
      await machine.pass(10);
      expect(made()).toBe(1);
      host = 'there';
      await machine.pass(3);
      expect([made(), alive()]).toEqual([2, 1]);
      stop();
    },
  });
});
