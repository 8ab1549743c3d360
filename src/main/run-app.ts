import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import wasmFile from '@resvg/resvg-wasm/index_bg.wasm?asset';
import {
  app,
  BrowserWindow,
  clipboard,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import bundledPicture from '../../build/icons/32x32.png?asset';
import { systemClock as clock } from '../watch/clock.ts';
import { createDiallerClient } from '../watch/dialler/client.ts';
import { createNotifier } from './alerts/show.ts';
import { drawsOnWayland } from './app/display-server.ts';
import type { Flags } from './app/flags.ts';
import { createNetHttp, noProxyLogins, type ProxyLogins } from './app/net-http.ts';
import { cleanUpBeforeQuit } from './app/quit.ts';
import { runProgram } from './app/run-program.ts';
import type { SmokeTest } from './app/smoke.ts';
import { createSystemTimeZone } from './app/system-time-zone.ts';
import { readyLine, tellStarter } from './app/tell-starter.ts';
import { languageOf } from './app/words.ts';
import { assemble } from './assemble.ts';
import { createInboxFile } from './inbox/inbox-file.ts';
import { createLog } from './log/log.ts';
import { answerRequests, sendPush } from './page/ipc.ts';
import type { Rectangle } from './page/placement.ts';
import { createPopover } from './page/popover.ts';
import { appScheme, appUrl, createAppProtocol } from './page/protocol.ts';
import { confinePages, cutOff, denyPermissions, isOurPageIn } from './page/security.ts';
import { createSettingsFile } from './settings/settings-file.ts';
import { createAppStore } from './state/store.ts';
import { findTrayHost } from './tray/host.ts';
import { createIconRenderer } from './tray/icon.ts';
import { readTaskbarTheme } from './tray/taskbar.ts';
import { followTray } from './tray/tray.ts';

const outFolder = join(import.meta.dirname, '..');

/** Makes of Electron what the app needs, and runs the app on it. */
export async function runApp(flags: Flags, smoke: SmokeTest | null): Promise<void> {
  const { platform } = process;
  const devUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  const userData = app.getPath('userData');
  const log = createLog({ directory: join(userData, 'logs'), isDev: devUrl !== null });
  process.on('uncaughtException', (error) => log.error('uncaught', { error: String(error.stack) }));
  process.on('unhandledRejection', (reason) => log.error('unhandled', { error: String(reason) }));

  // Whoever starts the app again while it is still starting wants to see it, too.
  let isWanted = !flags.isHidden;
  let show = (): void => {
    isWanted = true;
  };
  app.on('second-instance', () => show());

  const settingsFile = createSettingsFile({ path: join(userData, 'settings.json'), log });
  const inboxFile = createInboxFile({ path: join(userData, 'inbox.json'), log });
  const store = createAppStore({
    settings: await settingsFile.load(),
    inbox: await inboxFile.load(),
  });

  const diallerSession = session.fromPartition('dialer', { cache: false });
  for (const each of [session.defaultSession, diallerSession]) denyPermissions(each);
  confinePages(app, log);
  if (devUrl === null) await cutOff(session.defaultSession);
  protocol.handle(appScheme, createAppProtocol(join(outFolder, 'renderer')));

  // What the page will prefer is also what its window is filled with before it has drawn anything.
  nativeTheme.themeSource = store.getState().settings.theme;
  let iconBounds: (() => Rectangle) | null = null;
  const popover = createPopover({
    BrowserWindow,
    screen,
    platform,
    isWayland: platform === 'linux' && isOnWayland(),
    isPackaged: app.isPackaged,
    preloadFile: join(outFolder, 'preload', 'index.cjs'),
    url: devUrl ?? appUrl,
    nativeTheme,
    iconBounds: () => iconBounds?.() ?? null,
    clock,
    log,
  });
  const isOurPage = isOurPageIn(devUrl === null ? null : new URL(devUrl).origin);
  const renderer = createIconRenderer(() => readFile(wasmFile));
  const registryTool = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');

  let logins: ProxyLogins = noProxyLogins;
  const http = createNetHttp({ net, session: diallerSession, logins: () => logins });

  const running = assemble({
    store,
    clock,
    random: Math.random,
    log,
    hideSecret: log.hideSecret,
    app,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    systemLanguage: languageOf(app.getPreferredSystemLanguages()),
    client: createDiallerClient({ http }),
    closeConnections: () => diallerSession.closeAllConnections(),
    answerProxies: (found) => {
      logins = found;
    },
    forgetSentLogins: () => diallerSession.clearAuthCache(),
    // An unpackaged build is another program to the keychain, and would prompt for the installed one's entries.
    keychain: { service: app.isPackaged ? app.name : `${app.name} (development)` },
    settingsFile,
    inboxFile,
    createNotifier: (wishes) => createNotifier({ ...wishes, Notification, platform, log }),
    followTray: (wishes) =>
      followTray({
        ...wishes,
        electron: { Tray: smoke?.watchTray(Tray) ?? Tray, Menu, nativeImage, nativeTheme, screen },
        renderer,
        bundledPng: () => readFileSync(bundledPicture),
        readTaskbarTheme: () => readTaskbarTheme(runProgram, registryTool),
        onIcon: (bounds) => {
          iconBounds = bounds;
        },
        platform,
        log,
      }),
    // Elsewhere there is always a place for the icon.
    findTrayHost: platform === 'linux' ? () => findTrayHost(runProgram) : null,
    window: popover,
    send: (delta) => sendPush(popover.webContents(), 'onStateChanged', delta),
    answerRequests: (answers) =>
      answerRequests(smoke?.watchPage(answers) ?? answers, { ipcMain, isOurPage, log }),
    nativeTheme,
    isOnline: () => net.isOnline(),
    timeZone: createSystemTimeZone(platform),
    powerMonitor,
    powerSaveBlocker: platform === 'darwin' ? powerSaveBlocker : null,
    setAppMenu: (template) =>
      Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate(template)),
    idleMs: () => powerMonitor.getSystemIdleTime() * 1_000,
    copyText: (text) => clipboard.writeText(text),
    openExternal: (url) => shell.openExternal(url),
  });

  app.on('activate', () => popover.open());
  // Having a listener is what keeps the app alive without a window.
  app.on('window-all-closed', () => undefined);
  const { sessionEnds } = cleanUpBeforeQuit({ app, log, cleanUp: running.stop, flush: running.flush });
  // Windows tells a window and then ends us without a word; Linux simply tells us to quit.
  popover.onSessionEnd(() => void running.flush());
  if (platform === 'darwin') powerMonitor.on('shutdown', sessionEnds);

  tellStarter(readyLine);
  const begun = running
    .begin(flags.isDemo)
    .catch((error: unknown) => log.error('nothing to watch', { error: String(error) }));
  // The demo is there in a moment; a locked keychain waits for the user, who should see the app meanwhile.
  if (flags.isDemo) await begun;
  show = () => popover.open();
  if (isWanted) popover.open();
}

/** Chromium writes its choice into the command line; where it does not, it is found out as Chromium does. */
function isOnWayland(): boolean {
  return drawsOnWayland({
    ozonePlatform: app.commandLine.getSwitchValue('ozone-platform'),
    hasDisplayFlag: app.commandLine.hasSwitch('display'),
    env: process.env,
    hasDefaultSocket: existsSync(join(process.env['XDG_RUNTIME_DIR'] ?? '', 'wayland-0')),
  });
}
