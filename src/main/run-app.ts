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
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import { systemClock as clock } from '../watch/clock.ts';
import { createDiallerClient } from '../watch/dialler/client.ts';
import { followFloorTotals } from './account/floor-totals.ts';
import { createRoster } from './account/roster.ts';
import { createAlerts } from './alerts/alerts.ts';
import { createCallActions } from './alerts/call-actions.ts';
import { type AlertContent, testContent } from './alerts/content.ts';
import { createCrm } from './alerts/crm.ts';
import { followMute } from './alerts/mute.ts';
import { createNotifier } from './alerts/show.ts';
import { followAppearance } from './app/appearance.ts';
import type { Flags } from './app/flags.ts';
import { addNotice, removeNotice } from './app/notices.ts';
import { followPower } from './app/power.ts';
import { cleanUpBeforeQuit } from './app/quit.ts';
import { runProgram } from './app/run-program.ts';
import { createWords, languageOf } from './app/words.ts';
import { createDiagnostics } from './diagnostics/copy.ts';
import { createInboxFile } from './inbox/inbox-file.ts';
import { inboxViewOf } from './inbox/inbox-view.ts';
import { joinWatching } from './join-watching.ts';
import { createLog } from './log/log.ts';
import { answersOf } from './page/handlers.ts';
import { answerRequests, sendPush } from './page/ipc.ts';
import { createPopover } from './page/popover.ts';
import { appScheme, appUrl, createAppProtocol } from './page/protocol.ts';
import { createPush } from './page/push.ts';
import { confinePages, cutOff, denyPermissions, isOurPageIn } from './page/security.ts';
import { followSettings } from './settings/persistence.ts';
import { createSettingsFile } from './settings/settings-file.ts';
import { type AppState, createAppStore } from './state/store.ts';
import { findTrayHost, startEarlyTray } from './tray/host.ts';
import { createIconRenderer } from './tray/icon.ts';
import { followTray } from './tray/tray.ts';
import { createTrayActions } from './tray/tray-actions.ts';

const outFolder = join(import.meta.dirname, '..');

/** Builds every part and joins them. What the parts do is theirs; the order of joining is all there is here. */
export async function runApp(flags: Flags): Promise<void> {
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
  const { settings, broken } = await settingsFile.load();
  const notices: AppState['notices'] =
    broken === null
      ? []
      : [{ kind: broken.isNewer ? 'settings-newer' : 'settings-broken', keptAs: broken.keptAs }];
  const inboxFile = createInboxFile({ path: join(userData, 'inbox.json'), log });
  const store = createAppStore({ settings, notices, inbox: await inboxFile.load() });
  const words = createWords();
  const systemLanguage = languageOf(app.getPreferredSystemLanguages());

  const diallerSession = session.fromPartition('dialer', { cache: false });
  for (const each of [session.defaultSession, diallerSession]) denyPermissions(each);
  confinePages(app, log);
  if (devUrl === null) await cutOff(session.defaultSession);
  // Electron's own menu would stand in a framed window, and its keys reload and zoom. macOS copies and pastes by it.
  if (platform !== 'darwin') Menu.setApplicationMenu(null);
  protocol.handle(appScheme, createAppProtocol(join(outFolder, 'renderer')));

  const { inTurn, dialler, monitor, watching, demo, accounts, ...watched } = joinWatching({
    store,
    clock,
    client: createDiallerClient({ fetch: (url, init) => diallerSession.fetch(url, init) }),
    closeConnections: () => diallerSession.closeAllConnections(),
    // An unpackaged build is another program to the keychain, and would prompt for the installed one's entries.
    service: app.isPackaged ? app.name : `${app.name} (development)`,
    log,
    hideSecret: log.hideSecret,
    onUpdate: (update) => alerts.take(update),
  });

  const popover = createPopover({
    BrowserWindow,
    screen,
    platform,
    isWayland: platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland',
    isPackaged: app.isPackaged,
    preloadFile: join(outFolder, 'preload', 'index.cjs'),
    url: devUrl ?? appUrl,
    backgroundColour: () => (nativeTheme.shouldUseDarkColors ? '#1b1d21' : '#ffffff'),
    clock,
    log,
  });
  const goTo = (screenName: AppState['route']['screen'], agentUser: string | null) => {
    store.setState(({ route }) => ({ route: { seq: route.seq + 1, screen: screenName, agentUser } }));
    popover.open();
  };

  const push = createPush({
    store,
    clock,
    appVersion: app.getVersion(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    isPopoverOpen: popover.isOpen,
    send: (delta) => sendPush(popover.webContents(), 'state:changed', delta),
  });
  const roster = createRoster({ store, ask: dialler.askRoster, clock });
  const floorTotals = followFloorTotals({
    store,
    ask: dialler.askFloorTotals,
    isPopoverOpen: popover.isOpen,
    clock,
  });
  popover.onOpened(floorTotals.look);
  popover.onOpened(push.catchUp);
  popover.onOpened(() => watching.setSituation('hidden', false));
  popover.onHidden(() => watching.setSituation('hidden', true));
  const copyText = (text: string) => clipboard.writeText(text);
  const openCrm = createCrm({ store, openExternal: (url) => shell.openExternal(url) });
  const openAgent = (agentUser: string) => goTo('agents', agentUser);
  const doCallAction = createCallActions({ store, copyText, openCrm, openAgent, log });
  const acknowledgeAll = ({ alertIds }: AlertContent) => {
    for (const id of alertIds) alerts.acknowledge(id);
  };
  const notifier = createNotifier({
    Notification,
    platform,
    onClick: (content) => {
      acknowledgeAll(content);
      const { agentUser, alertIds } = content;
      goTo(agentUser === null && alertIds.length > 0 ? 'inbox' : 'agents', agentUser);
    },
    onAction: (content, action) => {
      acknowledgeAll(content);
      void doCallAction(action);
    },
    isSilent: () => !store.getState().settings.hasSound,
    log,
  });
  const idleMs = () => powerMonitor.getSystemIdleTime() * 1_000;
  const alerts = createAlerts({ store, words, clock, log, show: notifier.show, idleMs });
  const mute = followMute(store, clock);
  // Only Electron on Linux depends on a tray host on the session bus.
  const hasOwnTray = platform !== 'linux' || process.versions['electron'] === undefined;
  const find = () => findTrayHost(runProgram);
  const copyDiagnostics = createDiagnostics({
    app,
    store,
    history: watched.history,
    load: monitor.load,
    findTrayHost: async () => (hasOwnTray ? 'own' : find()),
    clock,
    copyText,
  });
  const answers = answersOf({
    store,
    inTurn,
    accounts,
    demo,
    watching,
    refresh: monitor.refresh,
    load: monitor.load,
    fetchView: push.fetchView,
    hidePopover: popover.hide,
    copyText,
    copyDiagnostics,
    alerts,
    roster,
    inboxView: () => inboxViewOf(store.getState(), words),
    mute: mute.set,
    testNotification: () => notifier.show(testContent(words.in(store.getState().language))),
    openCrm,
  });
  const isOurPage = isOurPageIn(devUrl === null ? null : new URL(devUrl).origin);

  const onAction = createTrayActions({
    open: () => popover.open(),
    goTo,
    refresh: monitor.refresh,
    togglePause: () => watching.setPaused(!store.getState().isWatchPaused),
    mute: mute.set,
    togglePresenting: () =>
      store.setState(({ settings: now }) => ({ settings: { ...now, isPresenting: !now.isPresenting } })),
    quit: () => app.quit(),
  });
  const renderer = createIconRenderer(() => readFile(wasmFile));
  const startTrayIcon = () =>
    followTray({
      electron: { Tray, Menu, nativeImage, nativeTheme },
      store,
      clock,
      words,
      renderer,
      platform,
      onAction,
      onClick: popover.toggle,
    });
  const onGivenUp = () => {
    log.warn('no tray host');
    addNotice(store, { kind: 'no-tray' });
    popover.open();
  };
  const onThere = () => removeNotice(store, 'no-tray');

  const stops = [
    push.stop,
    roster.stop,
    floorTotals.stop,
    followSettings(store, settingsFile),
    followAppearance({ store, nativeTheme, systemLanguage }),
    followPower({
      powerMonitor,
      watching,
      onWaking: () => store.setState({ wokeMs: clock.nowMs() }),
    }),
    answerRequests(answers, { ipcMain, isOurPage, log }),
    alerts.stop,
    mute.stop,
    inboxFile.follow(store),
    hasOwnTray ? startTrayIcon() : startEarlyTray({ start: startTrayIcon, find, clock, onGivenUp, onThere }),
  ];

  app.on('activate', () => popover.open());
  // Having a listener is what keeps the app alive without a window.
  app.on('window-all-closed', () => undefined);
  cleanUpBeforeQuit(app, log, async () => {
    popover.letClose();
    const watchingEnds = watched.stop();
    for (const stop of stops) stop();
    await Promise.all([watchingEnds, settingsFile.flush(), inboxFile.flush()]);
  });

  const begun = inTurn(flags.isDemo ? demo.start : accounts.resume).catch((error: unknown) =>
    log.error('nothing to watch', { error: String(error) }),
  );
  // The demo is there in a moment; a locked keychain waits for the user, who should see the app meanwhile.
  if (flags.isDemo) await begun;
  show = () => popover.open();
  if (isWanted) popover.open();
}
