import type Electron from 'electron';
import type { Desktop } from '../desktop.ts';
import { StandInApp } from './app.ts';
import { createBrowserWindowClass } from './browser-window.ts';
import type { Like, Makes } from './drift.ts';
import type { InstanceLock } from './instance-lock.ts';
import { StandInIpcMain } from './ipc-main.ts';
import { menuModule } from './menu.ts';
import { nativeImageModule } from './native-image.ts';
import { createNetModule } from './net/net.ts';
import { createNotificationClass } from './notification.ts';
import type { Paths } from './paths.ts';
import { createPreventable } from './preventable.ts';
import { createProtocolModule } from './protocol.ts';
import { createReadiness } from './readiness.ts';
import { StandInScreen } from './screen.ts';
import { createSessionModule } from './session.ts';
import {
  createClipboard,
  createDialog,
  createPowerSaveBlocker,
  createShell,
  StandInNativeTheme,
  StandInPowerMonitor,
} from './small-modules.ts';
import { createTrayClass } from './tray.ts';
import type { StandInWebContents } from './web-contents.ts';

export interface ElectronParts {
  readonly name: string;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly paths: Paths;
  readonly lock: InstanceLock;
  readonly desktop: Desktop;
  readonly sendToFrames: (windowId: number, data: string) => void;
  readonly exit: (code: number) => void;
}

type AppLike = Like<
  Electron.App,
  | 'name'
  | 'isPackaged'
  | 'getVersion'
  | 'getPath'
  | 'setPath'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setToastActivatorCLSID'
  | 'getPreferredSystemLanguages',
  'commandLine'
>;

type WindowMaker = Makes<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'close'
  | 'isDestroyed'
  | 'isVisible'
  | 'isFocused'
  | 'setBounds'
  | 'setBackgroundColor',
  'webContents'
>;

type TrayMaker = Makes<
  Electron.Tray,
  'setToolTip' | 'setTitle' | 'destroy' | 'setIgnoreDoubleClickEvents' | 'getBounds',
  'setImage' | 'setContextMenu' | 'popUpContextMenu'
>;

/** Everything the app imports from `electron`, and what the host itself needs of it. */
export function createElectron(parts: ElectronParts) {
  const { desktop, platform } = parts;
  const readiness = createReadiness();
  const ipcMain = new StandInIpcMain();
  const session = createSessionModule(readiness, () => URL.parse(desktop.switches.proxy ?? ''));
  const screen = new StandInScreen(readiness, desktop);
  const contents = new Map<number, StandInWebContents>();

  const app = new StandInApp({
    ...parts,
    readiness,
    closeWindows: () => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
      return BrowserWindow.getAllWindows().length === 0;
    },
  });
  const BrowserWindow = createBrowserWindowClass({
    readiness,
    desktop,
    platform,
    ipcMain,
    sessionOf: (partition) => session.fromPartition(partition),
    sendToFrames: parts.sendToFrames,
    onContents: (made) => {
      contents.set(made.id, made);
      app.emit('web-contents-created', createPreventable(), made);
    },
    onAllClosed: () => app.allWindowsClosed(),
    // Only Windows gets the size wrong between displays of different scales (docs/electron.md §3.2).
    growthBetween: (from, to) => (platform === 'win32' ? screen.growthBetween(from, to) : 1),
  });
  desktop.on('quit', app.quit);

  const module = {
    app: app satisfies AppLike,
    BrowserWindow: BrowserWindow satisfies WindowMaker,
    Menu: menuModule satisfies Like<typeof Electron.Menu, never, 'buildFromTemplate' | 'setApplicationMenu'>,
    Notification: createNotificationClass({ readiness, desktop, platform, nowMs: Date.now }) satisfies Makes<
      Electron.Notification,
      'show' | 'close'
    > &
      Like<typeof Electron.Notification, 'isSupported' | 'handleActivation'>,
    Tray: createTrayClass({
      readiness,
      desktop,
      platform,
      iconBounds: () => screen.iconBounds(),
    }) satisfies TrayMaker,
    clipboard: createClipboard(desktop) satisfies Like<typeof Electron.clipboard, 'writeText'>,
    dialog: createDialog(desktop) satisfies Like<typeof Electron.dialog, 'showErrorBox'>,
    ipcMain: ipcMain satisfies Like<typeof Electron.ipcMain, 'removeHandler', 'handle'>,
    nativeImage: nativeImageModule satisfies Like<typeof Electron.nativeImage, 'createFromBuffer'>,
    nativeTheme: new StandInNativeTheme(desktop, platform) satisfies Like<
      typeof Electron.nativeTheme,
      'themeSource' | 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI'
    >,
    net: createNetModule(readiness) satisfies Like<typeof Electron.net, 'isOnline', 'request'>,
    powerMonitor: new StandInPowerMonitor(desktop, platform) satisfies Like<
      typeof Electron.powerMonitor,
      'getSystemIdleTime' | 'isOnBatteryPower'
    >,
    powerSaveBlocker: createPowerSaveBlocker(desktop) satisfies Like<
      typeof Electron.powerSaveBlocker,
      'start' | 'stop'
    >,
    protocol: createProtocolModule(readiness, () => session.defaultSession.protocol) satisfies Like<
      typeof Electron.protocol,
      'registerSchemesAsPrivileged' | 'handle'
    >,
    screen: screen satisfies Like<typeof Electron.screen, 'getDisplayMatching' | 'getPrimaryDisplay'>,
    session: session satisfies Like<typeof Electron.session, 'fromPartition', 'defaultSession'>,
    shell: createShell(desktop) satisfies Like<typeof Electron.shell, 'openExternal'>,
  };
  return { module, app, screen, contentsOf: contents };
}
