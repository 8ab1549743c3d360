import type Electron from 'electron';
import type { Clock } from '../../watch/clock.ts';
import type { Log } from '../log/log.ts';
import { type Display, isKnown, placeAtIcon, placeInCorner, type Rectangle } from './placement.ts';

export interface PopoverParts {
  readonly BrowserWindow: typeof Electron.BrowserWindow;
  readonly screen: Pick<Electron.Screen, 'getDisplayMatching' | 'getPrimaryDisplay'>;
  readonly platform: NodeJS.Platform;
  readonly isWayland: boolean;
  readonly isPackaged: boolean;
  readonly preloadFile: string;
  readonly url: string;
  readonly nativeTheme: Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'on'>;
  /** Where the icon in the panel is; null where there is none, or no telling. */
  readonly iconBounds: () => Rectangle | null;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Popover {
  readonly open: (icon?: Rectangle) => void;
  readonly toggle: (icon?: Rectangle) => void;
  readonly hide: () => void;
  /** Loads the page anew. */
  readonly reload: () => void;
  readonly isOpen: () => boolean;
  /** It has the keyboard. */
  readonly isFocused: () => boolean;
  readonly onOpened: (listener: () => void) => void;
  readonly onHidden: (listener: () => void) => void;
  /** The page crashed, and with it whatever it showed. */
  readonly onPageGone: (listener: () => void) => void;
  /** Windows is about to end the user's session. */
  readonly onSessionEnd: (listener: () => void) => void;
  readonly webContents: () => Electron.WebContents;
  /** From now on closing the window closes it, so that quitting quits. */
  readonly letClose: () => void;
}

const size = { width: 380, height: 600 };
/**
 * A click on the icon blurs the window when the button goes down, and is a click when it goes up, which may be a
 * while later: within this time it means "close", not "open again" (docs/electron.md §2.2).
 */
const blurIsClickMs = 800;
/** Windows blurs a window right after showing it. */
const blurAfterOpenMs = 300;
const firstReloadMs = 1_000;
const longestReloadMs = 60_000;
/** A page that lived this long did not crash because of how it starts. */
const soundAfterMs = 60_000;

/** The page's own canvas, so that a window that has not drawn yet does not flash. */
export const backgrounds = { light: '#f5f6f6', dark: '#17191a' };

/** The one window: made once, hidden and shown, never destroyed while the app runs. */
export function createPopover(parts: PopoverParts): Popover {
  const { clock, screen, platform, log, nativeTheme } = parts;
  const background = () => (nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light);
  const window = new parts.BrowserWindow({
    ...size,
    show: false,
    title: 'Croco Tray',
    // Wayland can neither place nor raise a window: there it is a normal one, with a frame to hold.
    frame: parts.isWayland,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: !parts.isWayland,
    backgroundColor: background(),
    ...(platform === 'darwin' ? { type: 'panel' } : {}),
    // A tool window of Windows is not among those of Alt+Tab.
    ...(platform === 'win32' ? { type: 'toolbar' } : {}),
    webPreferences: {
      preload: parts.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !parts.isPackaged,
    },
  });
  // macOS mixes occlusion into isVisible(), so we remember ourselves.
  let isOpen = false;
  let mayClose = false;
  let openedAtMs = Number.NEGATIVE_INFINITY;
  let blurHidAtMs = Number.NEGATIVE_INFINITY;
  let reloadMs = firstReloadMs;
  let reload: NodeJS.Timeout | undefined;
  let loadedAtMs = clock.nowMs();
  const openedListeners: (() => void)[] = [];
  const hiddenListeners: (() => void)[] = [];

  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(background());
  });
  window.on('show', () => {
    // Also shown by the system, as from a list of windows, it is open.
    if (!isOpen) opened();
  });
  window.on('hide', () => {
    isOpen = false;
    for (const listener of hiddenListeners) listener();
  });
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    hide();
  });
  window.on('blur', () => {
    const nowMs = clock.nowMs();
    // On Linux native popups blur the window too.
    if (platform === 'linux' || nowMs - openedAtMs < blurAfterOpenMs) return;
    if (window.webContents.isDevToolsFocused()) return;
    blurHidAtMs = nowMs;
    hide();
  });
  window.webContents.on('preload-error', (_event, _path, error) =>
    log.error('the bridge to the page failed', { error: String(error) }),
  );
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('popover gone', { reason: details.reason });
    loadLater();
  });

  function load(): void {
    clearTimeout(reload);
    reload = undefined;
    if (window.isDestroyed()) return;
    loadedAtMs = clock.nowMs();
    window.loadURL(parts.url).catch((error: unknown) => {
      log.error('popover did not load', { error: String(error) });
      loadLater();
    });
  }

  function loadLater(): void {
    if (reload !== undefined || mayClose) return;
    if (clock.nowMs() - loadedAtMs >= soundAfterMs) reloadMs = firstReloadMs;
    reload = setTimeout(load, reloadMs);
    reloadMs = Math.min(2 * reloadMs, longestReloadMs);
  }

  /** Asked to open while open, as by the second press of a double click, it stays where it is. */
  function open(icon?: Rectangle): void {
    const bounds = isOpen || parts.isWayland ? null : boundsFor(icon ?? null);
    if (bounds !== null) window.setBounds(bounds);
    // Nobody is shown an empty window for a minute.
    if (reload !== undefined) load();
    isOpen = true;
    openedAtMs = clock.nowMs();
    window.show();
    // Windows keeps a wrong size when the first bounds cross to a display of another scale (electron#10862).
    if (bounds !== null && platform === 'win32') window.setBounds(bounds);
    window.focus();
    opened();
  }

  function opened(): void {
    isOpen = true;
    for (const listener of openedListeners) listener();
  }

  /** Beside the icon, also for whoever did not click on it: a notification or a second start. */
  function boundsFor(clicked: Rectangle | null): Rectangle {
    const icon = clicked !== null && isKnown(clicked) ? clicked : parts.iconBounds();
    if (icon === null || !isKnown(icon)) return placeInCorner(screen.getPrimaryDisplay(), size);
    const display: Display = screen.getDisplayMatching(icon);
    return placeAtIcon(icon, display, size);
  }

  function hide(): void {
    isOpen = false;
    if (!window.isDestroyed()) window.hide();
  }

  function toggle(icon?: Rectangle): void {
    if (isOpen) hide();
    else if (clock.nowMs() - blurHidAtMs > blurIsClickMs) open(icon);
  }

  load();
  return {
    open,
    toggle,
    hide,
    reload: load,
    isOpen: () => isOpen,
    isFocused: () => !window.isDestroyed() && window.isFocused(),
    onOpened: (listener) => openedListeners.push(listener),
    onHidden: (listener) => hiddenListeners.push(listener),
    onPageGone: (listener) => void window.webContents.on('render-process-gone', listener),
    onSessionEnd: (listener) => {
      window.on('query-session-end', listener);
      window.on('session-end', listener);
    },
    webContents: () => window.webContents,
    letClose: () => {
      mayClose = true;
      clearTimeout(reload);
    },
  };
}
