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
  'ready-to-show' | 'show' | 'hide' | 'focus' | 'blur' | 'close' | 'closed' | 'move' | 'resize'
>;
type Bounds = WindowState['bounds'];

export interface BrowserWindowParts {
  readonly readiness: Readiness;
  readonly desktop: Desktop;
  readonly ipcMain: StandInIpcMain;
  readonly sessionOf: (partition: string) => StandInSession;
  readonly sendToFrames: (windowId: number, data: string) => void;
  readonly onContents: (contents: StandInWebContents) => void;
  readonly onAllClosed: () => void;
}

/** The one or more windows of the app. The desktop shows the one made last. */
export function createBrowserWindowClass(parts: BrowserWindowParts) {
  const { desktop, readiness } = parts;
  const open = new Set<BrowserWindow>();
  let lastId = 0;

  class BrowserWindow extends EventEmitter<WindowEvents> {
    static getAllWindows = (): BrowserWindow[] => [...open];
    static getFocusedWindow = (): BrowserWindow | null =>
      [...open].find((window) => window.isFocused()) ?? null;
    static fromId = (id: number): BrowserWindow | null =>
      [...open].find((window) => window.id === id) ?? null;
    static fromWebContents = (contents: StandInWebContents): BrowserWindow | null =>
      [...open].find((window) => window.webContents === contents) ?? null;

    readonly id: number;
    readonly webContents: StandInWebContents;
    readonly #hasFrame: boolean;
    #bounds: Bounds;
    #isPlaced: boolean;
    #title: string;
    #isVisible = false;
    #isFocused = false;
    #isDestroyed = false;
    #wasReady = false;
    #isOnTop = false;

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
        webPreferences,
      } = options;
      refuseUnsafe(webPreferences);
      lastId += 1;
      this.id = lastId;
      this.#hasFrame = frame;
      this.#title = title;
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
      this.webContents.on('did-finish-load', () => this.#becomeReady());
      open.add(this);
      desktop.window = {
        state: () => this.#state(),
        focus: () => this.focus(),
        blur: () => this.blur(),
        close: () => this.close(),
        crash: () => this.webContents.crash(),
      };
      parts.onContents(this.webContents);
      if (options.show !== false) this.show();
    }

    loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
    reload = (): void => this.webContents.reload();
    isDestroyed = (): boolean => this.#isDestroyed;
    isVisible = (): boolean => this.#alive(() => this.#isVisible);
    isFocused = (): boolean => !this.#isDestroyed && this.#isFocused;
    isMinimized = (): boolean => this.#alive(() => false);
    isAlwaysOnTop = (): boolean => this.#alive(() => this.#isOnTop);
    getBounds = (): Bounds => this.#alive(() => ({ ...this.#bounds }));
    getSize = (): number[] => [this.getBounds().width, this.getBounds().height];
    getPosition = (): number[] => [this.getBounds().x, this.getBounds().y];
    getTitle = (): string => this.#alive(() => this.#title);

    setBounds = (bounds: Partial<Bounds>): void => {
      const before = this.getBounds();
      this.#bounds = { ...before, ...bounds };
      this.#isPlaced = this.#isPlaced || bounds.x !== undefined;
      desktop.changed();
      if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.emit('move');
      if (before.width !== this.#bounds.width || before.height !== this.#bounds.height) this.emit('resize');
    };
    setPosition = (x: number, y: number): void => this.setBounds({ x, y });
    setSize = (width: number, height: number): void => this.setBounds({ width, height });
    setContentSize = (width: number, height: number): void => this.setBounds({ width, height });
    center = (): void => this.#alive(() => {});
    setTitle = (title: string): void => {
      this.#alive(() => {
        this.#title = title;
      });
      desktop.changed();
    };
    setAlwaysOnTop = (isOnTop: boolean): void =>
      this.#alive(() => {
        this.#isOnTop = isOnTop;
      });
    setVisibleOnAllWorkspaces = (_isVisible: boolean): void => this.#alive(() => {});
    setSkipTaskbar = (_skip: boolean): void => this.#alive(() => {});
    setBackgroundColor = (_colour: string): void => this.#alive(() => {});
    setVibrancy = (_type: string | null): void => this.#alive(() => {});
    setMenu = (_menu: unknown): void => this.#alive(() => {});
    removeMenu = (): void => this.#alive(() => {});
    setMenuBarVisibility = (_isVisible: boolean): void => this.#alive(() => {});
    setIcon = (_icon: unknown): void => this.#alive(() => {});
    moveTop = (): void => this.#alive(() => {});
    restore = (): void => this.#alive(() => {});
    flashFrame = (_flash: boolean): void => this.#alive(() => {});

    show = (): void => {
      this.showInactive();
      this.focus();
    };

    showInactive = (): void => {
      if (this.isVisible()) return;
      this.#isVisible = true;
      desktop.changed();
      this.emit('show');
    };

    hide = (): void => {
      if (!this.isVisible()) return;
      this.#isVisible = false;
      desktop.changed();
      this.blur();
      this.emit('hide');
    };

    focus = (): void => {
      if (!this.isVisible() || this.#isFocused) return;
      this.#isFocused = true;
      desktop.changed();
      this.emit('focus');
    };

    blur = (): void => {
      this.#alive(() => {});
      if (!this.#isFocused) return;
      this.#isFocused = false;
      desktop.changed();
      this.emit('blur');
    };

    close = (): void => {
      if (this.#isDestroyed) return;
      const event = createPreventable();
      this.emit('close', event);
      if (!event.defaultPrevented) this.destroy();
    };

    destroy = (): void => {
      if (this.#isDestroyed) return;
      this.#isVisible = false;
      this.#isFocused = false;
      this.#isDestroyed = true;
      this.webContents.destroy();
      open.delete(this);
      desktop.changed();
      this.emit('closed');
      if (open.size === 0) parts.onAllClosed();
    };

    #becomeReady(): void {
      if (this.#wasReady) return;
      this.#wasReady = true;
      this.emit('ready-to-show');
    }

    #alive<T>(work: () => T): T {
      if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
      return work();
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
        bounds: this.#bounds,
        isPlaced: this.#isPlaced,
        isFocused: this.#isFocused,
        hasCrashed: this.webContents.isCrashed(),
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
