import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Desktop } from '../desktop.ts';
import type { WindowState } from '../wire/desktop-state.ts';
import type { Emits } from './drift.ts';
import type { StandInIpcMain } from './ipc-main.ts';
import { createPreventable } from './preventable.ts';
import type { Readiness } from './readiness.ts';
import type { StandInSession } from './session.ts';
import { StandInWebContents } from './web-contents.ts';

type WindowEvents = Emits<
  Electron.BrowserWindow,
  'show' | 'hide' | 'focus' | 'blur' | 'close' | 'query-session-end' | 'session-end'
>;
type Bounds = WindowState['bounds'];

export interface BrowserWindowParts {
  readonly readiness: Readiness;
  readonly desktop: Desktop;
  readonly platform: NodeJS.Platform;
  readonly ipcMain: StandInIpcMain;
  readonly sessionOf: (partition: string) => StandInSession;
  readonly sendToFrames: (windowId: number, data: string) => void;
  readonly onContents: (contents: StandInWebContents) => void;
  readonly onAllClosed: () => void;
  /** How much larger a window gets that is moved from one place to another. */
  readonly growthBetween: (from: Bounds, to: Bounds) => number;
}

/** The one or more windows of the app. The desktop shows the one made last. */
export function createBrowserWindowClass(parts: BrowserWindowParts) {
  const { desktop, readiness } = parts;
  const open = new Set<BrowserWindow>();
  let lastId = 0;
  desktop.on('power', (event) => {
    if (event !== 'session-end' || parts.platform !== 'win32') return;
    for (const name of ['query-session-end', 'session-end'] as const) {
      for (const window of open) window.emit(name, createPreventable());
    }
  });

  class BrowserWindow extends EventEmitter<WindowEvents> {
    static getAllWindows = (): BrowserWindow[] => [...open];

    readonly id: number;
    readonly webContents: StandInWebContents;
    readonly #title: string;
    readonly #hasFrame: boolean;
    #background: string;
    #bounds: Bounds;
    #isPlaced: boolean;
    #isVisible = false;
    #isFocused = false;
    #isDestroyed = false;

    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super();
      readiness.demand('Cannot create BrowserWindow before app is ready');
      const {
        x,
        y,
        width = 800,
        height = 600,
        title = desktop.appName,
        frame = true,
        backgroundColor = '#fff',
        webPreferences,
      } = options;
      refuseUnsafe(webPreferences);
      lastId += 1;
      this.id = lastId;
      this.#hasFrame = frame;
      this.#title = title;
      this.#background = backgroundColor;
      this.#isPlaced = x !== undefined && y !== undefined;
      this.#bounds = { x: x ?? 0, y: y ?? 0, width, height };
      this.webContents = new StandInWebContents({
        id: this.id,
        session: parts.sessionOf(webPreferences?.partition ?? ''),
        ipcMain: parts.ipcMain,
        preloadFile: webPreferences?.preload ?? null,
        sendToFrames: (data) => parts.sendToFrames(lastId, data),
        changed: () => desktop.changed(),
        touched: () => desktop.touched(),
      });
      open.add(this);
      desktop.window = {
        state: () => this.#state(),
        focus: () => this.focus(),
        blur: () => this.#blur(),
        close: () => this.close(),
        crash: () => this.webContents.crash(),
      };
      parts.onContents(this.webContents);
      if (options.show !== false) this.show();
    }

    loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
    isDestroyed = (): boolean => this.#isDestroyed;
    isFocused = (): boolean => this.#isFocused;
    isVisible = (): boolean => {
      this.#demandAlive();
      return this.#isVisible;
    };

    setBounds = (bounds: Partial<Bounds>): void => {
      this.#demandAlive();
      const wanted = { ...this.#bounds, ...bounds };
      const growth = parts.growthBetween(this.#bounds, wanted);
      const { width, height } = wanted;
      this.#bounds = { ...wanted, width: Math.round(width * growth), height: Math.round(height * growth) };
      this.#isPlaced = this.#isPlaced || bounds.x !== undefined;
      desktop.changed();
    };

    setBackgroundColor = (colour: string): void => {
      this.#demandAlive();
      this.#background = colour;
      desktop.changed();
    };

    show = (): void => {
      if (!this.isVisible()) {
        this.#isVisible = true;
        desktop.changed();
        this.emit('show');
      }
      this.focus();
    };

    hide = (): void => {
      if (!this.isVisible()) return;
      this.#isVisible = false;
      desktop.changed();
      this.#blur();
      this.emit('hide');
    };

    focus = (): void => {
      if (!this.isVisible() || this.#isFocused || desktop.switches.refusesFocus) return;
      this.#isFocused = true;
      desktop.changed();
      this.emit('focus');
    };

    close = (): void => {
      if (this.#isDestroyed) return;
      const event = createPreventable();
      this.emit('close', event);
      if (event.defaultPrevented) return;
      this.#isVisible = false;
      this.#isFocused = false;
      this.#isDestroyed = true;
      this.webContents.destroy();
      open.delete(this);
      desktop.changed();
      if (open.size === 0) parts.onAllClosed();
    };

    #blur(): void {
      if (!this.#isFocused) return;
      this.#isFocused = false;
      desktop.changed();
      this.emit('blur');
    }

    #demandAlive(): void {
      if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    }

    #state(): WindowState {
      const url = this.#isDestroyed ? '' : this.webContents.getURL();
      return {
        visible: this.#isVisible,
        url,
        framePath: url === '' ? null : framePathOf(this.webContents.token, url),
        id: this.id,
        title: this.#title,
        hasFrame: this.#hasFrame,
        background: this.#background,
        bounds: this.#bounds,
        isPlaced: this.#isPlaced,
        isFocused: this.#isFocused,
        hasCrashed: this.webContents.hasCrashed,
        generation: this.webContents.generation,
      };
    }
  }

  return BrowserWindow;
}

function framePathOf(token: string, url: string): string {
  const { pathname, search, hash } = new URL(url);
  return `/w/${token}${pathname}${search}${hash}`;
}

/** The page lives in a browser here: what only works without the sandbox would work nowhere. */
function refuseUnsafe(preferences: Electron.WebPreferences = {}): void {
  const { sandbox = true, contextIsolation = true, nodeIntegration = false } = preferences;
  if (!sandbox || !contextIsolation || nodeIntegration) {
    throw new Error('The preview only runs sandboxed, isolated pages without Node.');
  }
}
