import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { backgrounds, createPopover } from '../../../../src/main/page/popover.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';
import { createFakeTheme, createFakeWindows } from '../../../fakes/fake-windows.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

stopTime();

const display = {
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
};
const icon = { x: 1500, y: 1044, width: 24, height: 24 };

const second = {
  bounds: { x: 1920, y: 0, width: 1920, height: 1080 },
  workArea: { x: 1920, y: 0, width: 1920, height: 1040 },
};

interface Wishes {
  readonly isWayland?: boolean;
  readonly cannotLoad?: () => boolean;
  readonly iconBounds?: () => typeof icon | null;
}

function setUp(platform: NodeJS.Platform, more: Wishes = {}) {
  const calls: string[] = [];
  const { BrowserWindow, windows } = createFakeWindows(calls, more.cannotLoad);
  const nativeTheme = createFakeTheme();
  const popover = createPopover({
    BrowserWindow,
    screen: {
      getDisplayMatching: ({ x }) => (x < 1920 ? display : second) as Electron.Display,
      getPrimaryDisplay: () => display as Electron.Display,
    },
    platform,
    isWayland: more.isWayland ?? false,
    isPackaged: true,
    preloadFile: '/preload/index.cjs',
    url: 'app://bundle/index.html',
    nativeTheme,
    iconBounds: more.iconBounds ?? (() => null),
    clock: stoppedClock,
    log: createQuietLog(),
  });
  // What it did when it was made is the same each time.
  calls.length = 0;
  const [window] = windows;
  if (window === undefined) throw new Error('No window was made.');
  const wait = (ms: number) => void vi.advanceTimersByTime(ms);
  const crash = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  return { popover, window, calls, wait, crash, nativeTheme };
}

describe('the popover', () => {
  it('opens at the icon, and stays there when it is asked to open again', () => {
    const { popover, calls } = setUp('darwin');
    popover.toggle(icon);
    popover.open();
    expect(calls).toEqual(['at 1322 432', 'show', 'show']);
  });

  it('is put in its place twice on Windows, which forgets the first time between displays', () => {
    const { popover, calls } = setUp('win32');
    popover.toggle(icon);
    expect(calls).toEqual(['at 1322 432', 'show', 'at 1322 432']);
  });

  it('is placed by the desktop on Wayland, in a frame to hold it by', () => {
    const { popover, window, calls } = setUp('linux', { isWayland: true });
    popover.open();
    expect(calls).toEqual(['show']);
    expect(window.options).toMatchObject({ frame: true, skipTaskbar: false });
  });

  it('closes by the click on its icon that blurs it first', () => {
    const { popover, window, wait } = setUp('win32');
    popover.toggle(icon);
    for (const heldMs of [0, 800]) {
      wait(1_000);
      window.emit('blur');
      wait(heldMs);
      popover.toggle(icon);
      expect(popover.isOpen(), `held for ${heldMs} ms`).toBe(false);
      wait(1_000);
      popover.toggle(icon);
      expect(popover.isOpen()).toBe(true);
    }
  });

  it('opens beside the icon also for who did not click there, and in the corner where it is nowhere', () => {
    const nowhere = { x: 0, y: 0, width: 0, height: 0 };
    const placeOf = (bounds: typeof icon | null, clicked?: typeof icon) => {
      const { popover, calls } = setUp('win32', { iconBounds: () => bounds });
      popover.open(clicked);
      return calls[0];
    };
    const onSecond = { ...icon, x: 3_700 };
    expect(placeOf(onSecond)).toBe('at 3452 432');
    expect(placeOf(onSecond, nowhere)).toBe('at 3452 432');
    expect(placeOf(onSecond, icon)).toBe('at 1322 432');
    expect(placeOf(nowhere)).toBe('at 1532 432');
    expect(placeOf(null)).toBe('at 1532 432');
  });

  it('is kept out of Alt+Tab on Windows, and floats over full screens on macOS', () => {
    const typeOn = (platform: NodeJS.Platform) => setUp(platform).window.options.type;
    expect([typeOn('win32'), typeOn('darwin'), typeOn('linux')]).toEqual(['toolbar', 'panel', undefined]);
  });

  it('is filled with the canvas of its page, in the theme of the moment', async () => {
    const { window, calls, nativeTheme } = setUp('linux');
    expect(window.options.backgroundColor).toBe(backgrounds.light);
    nativeTheme.shouldUseDarkColors = true;
    nativeTheme.emit('updated');
    expect(calls).toEqual([`background ${backgrounds.dark}`]);
    const styles = await readFile(join(import.meta.dirname, '../../../../src/renderer/styles.css'), 'utf8');
    expect(styles).toContain(`--canvas: light-dark(${backgrounds.light}, ${backgrounds.dark});`);
  });

  it('outlives the blur Windows sends right after showing, and any on Linux', () => {
    const windows = setUp('win32');
    windows.popover.open();
    windows.window.emit('blur');
    expect(windows.popover.isOpen()).toBe(true);
    const linux = setUp('linux');
    linux.popover.open();
    linux.wait(1_000);
    linux.window.emit('blur');
    expect(linux.popover.isOpen()).toBe(true);
  });

  it('is hidden, not closed, until the app quits', () => {
    const { popover, window, calls } = setUp('linux');
    popover.open();
    const close = () => {
      let isPrevented = false;
      window.emit('close', {
        preventDefault: () => {
          isPrevented = true;
        },
      });
      return isPrevented;
    };
    expect(close()).toBe(true);
    expect(calls.at(-1)).toBe('hide');
    popover.letClose();
    expect(close()).toBe(false);
  });

  it('loads a crashed page again, later each time it crashes, until one has lived for a minute', () => {
    const { calls, wait, crash } = setUp('linux');
    for (const waitMs of [1_000, 2_000, 4_000, 8_000]) {
      calls.length = 0;
      crash();
      wait(waitMs - 1);
      expect(calls).toEqual([]);
      wait(1);
      expect(calls).toEqual(['load']);
    }
    wait(60_000);
    crash();
    wait(1_000);
    expect(calls).toEqual(['load', 'load']);
  });

  it('is loaded at once, and once, for whoever opens it while it waits', () => {
    const { popover, calls, wait, crash } = setUp('linux');
    crash();
    crash();
    popover.open();
    wait(120_000);
    expect(calls.filter((call) => call === 'load')).toHaveLength(1);
  });

  it('is tried again when it did not load, and left alone once the app quits', async () => {
    let isBroken = true;
    const { popover, calls, crash } = setUp('linux', { cannotLoad: () => isBroken });
    await vi.advanceTimersByTimeAsync(1_000);
    isBroken = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls).toEqual(['load', 'load']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toHaveLength(2);
    popover.letClose();
    crash();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toHaveLength(2);
  });

  it('keeps the page in its sandbox, and no other preference from its safe default', () => {
    expect(setUp('linux').window.options.webPreferences).toEqual({
      preload: '/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
  });
});
