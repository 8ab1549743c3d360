import type Electron from 'electron';
import type { Desktop } from '../desktop.ts';
import { StandInApp } from './app.ts';
import { createBrowserWindowClass } from './browser-window.ts';
import type { Like, Makes } from './drift.ts';
import type { InstanceLock } from './instance-lock.ts';
import { StandInIpcMain } from './ipc-main.ts';
import { createMenuModule, StandInMenuItem } from './menu.ts';
import { nativeImageModule } from './native-image.ts';
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
  createNet,
  createShell,
  StandInNativeTheme,
  StandInPowerMonitor,
} from './small-modules.ts';
import { createTrayClass } from './tray.ts';
import type { StandInWebContents } from './web-contents.ts';

export interface ElectronParts {
  readonly name: string;
  readonly version: string;
  readonly appPath: string;
  readonly platform: NodeJS.Platform;
  readonly argv: readonly string[];
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
  | 'setName'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'isPackaged'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setToastActivatorCLSID'
  | 'setDesktopName'
  | 'setActivationPolicy'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages',
  'commandLine' | 'dock'
>;

type WindowMaker = Makes<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isVisible'
  | 'isFocused'
  | 'setBounds'
  | 'getBounds'
  | 'setTitle'
  | 'setAlwaysOnTop'
  | 'setVisibleOnAllWorkspaces'
  | 'setBackgroundColor',
  'webContents' | 'setMenu'
>;

type TrayMaker = Makes<
  Electron.Tray,
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'getBounds'
  | 'destroy'
  | 'isDestroyed'
  | 'setIgnoreDoubleClickEvents'
  | 'closeContextMenu',
  'setImage' | 'setPressedImage' | 'setContextMenu' | 'popUpContextMenu'
>;

/** Everything the app imports from `electron`, and what the host itself needs of it. */
export function createElectron(parts: ElectronParts) {
  const { desktop, platform } = parts;
  const readiness = createReadiness();
  const ipcMain = new StandInIpcMain();
  const session = createSessionModule(readiness);
  const screen = new StandInScreen(readiness);
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
    ipcMain,
    sessionOf: (partition) => session.fromPartition(partition),
    sendToFrames: parts.sendToFrames,
    onContents: (made) => {
      contents.set(made.id, made);
      made.on('render-process-gone', (event, details) =>
        app.emit('render-process-gone', event, made, details),
      );
      app.emit('web-contents-created', createPreventable(), made);
    },
    onAllClosed: () => app.allWindowsClosed(),
  });
  desktop.on('quit', app.quit);

  const module = {
    app: app satisfies AppLike,
    BrowserWindow: BrowserWindow satisfies WindowMaker,
    Menu: createMenuModule({ quit: app.quit }) satisfies Like<
      typeof Electron.Menu,
      never,
      'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu'
    >,
    MenuItem: StandInMenuItem,
    Notification: createNotificationClass({ readiness, desktop, platform, nowMs: Date.now }) satisfies Makes<
      Electron.Notification,
      'show' | 'close' | 'id' | 'title' | 'body' | 'silent' | 'actions'
    > &
      Like<typeof Electron.Notification, 'isSupported'>,
    Tray: createTrayClass({
      readiness,
      desktop,
      platform,
      iconBounds: () => screen.iconBounds(),
    }) satisfies TrayMaker,
    clipboard: createClipboard(desktop) satisfies Like<
      typeof Electron.clipboard,
      'writeText' | 'readText' | 'clear'
    >,
    dialog: createDialog(desktop) satisfies Like<typeof Electron.dialog, 'showErrorBox', 'showMessageBox'>,
    ipcMain: ipcMain satisfies Like<typeof Electron.ipcMain, 'removeHandler', 'handle' | 'handleOnce'>,
    nativeImage: nativeImageModule satisfies Like<
      typeof Electron.nativeImage,
      'createEmpty' | 'createFromBuffer' | 'createFromDataURL' | 'createFromPath'
    >,
    nativeTheme: new StandInNativeTheme(desktop) satisfies Like<
      typeof Electron.nativeTheme,
      'themeSource' | 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI'
    >,
    net: createNet(() => session.defaultSession) satisfies Like<
      typeof Electron.net,
      'isOnline' | 'online' | 'fetch'
    >,
    powerMonitor: new StandInPowerMonitor(desktop) satisfies Like<
      typeof Electron.powerMonitor,
      'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower'
    >,
    protocol: createProtocolModule(readiness, () => session.defaultSession.protocol) satisfies Like<
      typeof Electron.protocol,
      'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
    >,
    screen: screen satisfies Like<
      typeof Electron.screen,
      | 'getDisplayMatching'
      | 'getDisplayNearestPoint'
      | 'getCursorScreenPoint'
      | 'getPrimaryDisplay'
      | 'getAllDisplays'
    >,
    session: session satisfies Like<typeof Electron.session, 'fromPartition', 'defaultSession'>,
    shell: createShell(desktop) satisfies Like<
      typeof Electron.shell,
      'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'
    >,
  };
  return { module, app, screen, contentsOf: contents };
}
