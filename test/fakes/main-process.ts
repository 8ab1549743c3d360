import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type Electron from 'electron';
import { followFloorTotals } from '../../src/main/account/floor-totals.ts';
import { createRoster } from '../../src/main/account/roster.ts';
import { createAlerts } from '../../src/main/alerts/alerts.ts';
import { testContent } from '../../src/main/alerts/content.ts';
import { followMute } from '../../src/main/alerts/mute.ts';
import { followAppearance } from '../../src/main/app/appearance.ts';
import { followPower } from '../../src/main/app/power.ts';
import { createWords } from '../../src/main/app/words.ts';
import { createInboxFile } from '../../src/main/inbox/inbox-file.ts';
import { inboxViewOf } from '../../src/main/inbox/inbox-view.ts';
import { joinWatching } from '../../src/main/join-watching.ts';
import type { Log } from '../../src/main/log/log.ts';
import { createRedactor } from '../../src/main/log/redact.ts';
import { answersOf } from '../../src/main/page/handlers.ts';
import { createPush } from '../../src/main/page/push.ts';
import { followSettings } from '../../src/main/settings/persistence.ts';
import { createSettingsFile } from '../../src/main/settings/settings-file.ts';
import { type AppStore, createAppStore } from '../../src/main/state/store.ts';
import { createIconRenderer } from '../../src/main/tray/icon.ts';
import { followTray } from '../../src/main/tray/tray.ts';
import type { Notice } from '../../src/shared/app-view.ts';
import type { Clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { createFakeKeychain, type FakeKeychain } from './fake-keychain.ts';
import { createFakeNotifier } from './fake-notifier.ts';
import { createFakePanel } from './panel.ts';

export interface MainProcessParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** With what the last run left in it. */
  readonly folder: string;
  readonly keychain?: FakeKeychain;
  /** The library of the keychain does not load. */
  readonly hasNoKeychain?: boolean;
}

/** What the keychain knows us by. */
export const keychainService = 'Croco Tray test';

/** Drawn once for the whole process, as the library wants it. */
const wasmFile = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
const renderer = createIconRenderer(() => readFile(wasmFile));

/** The main process as `run-app.ts` joins it, with fakes where Electron would be and the network behind `fetch`. */
export async function startMainProcess(parts: MainProcessParts) {
  const { clock, folder, keychain = createFakeKeychain() } = parts;
  const { log, hideSecret, errors } = createCountingLog();
  const settingsFile = createSettingsFile({ path: join(folder, 'settings.json'), log });
  const inboxFile = createInboxFile({ path: join(folder, 'inbox.json'), log });
  const { settings, broken } = await settingsFile.load();
  const notices: readonly Notice[] =
    broken === null
      ? []
      : [{ kind: broken.isNewer ? 'settings-newer' : 'settings-broken', keptAs: broken.keptAs }];
  const { store, listenerCount } = countListeners(
    createAppStore({ settings, inbox: await inboxFile.load(), notices }),
  );
  const words = createWords();
  const { inTurn, dialler, monitor, watching, demo, accounts, ...watched } = joinWatching({
    store,
    clock,
    client: createDiallerClient({ fetch: parts.fetch, wallMs: clock.wallMs }),
    closeConnections: async () => undefined,
    service: keychainService,
    log,
    hideSecret,
    loadKeychain: async () => {
      if (parts.hasNoKeychain) throw new Error('Failed to load keytar native addon');
      return keychain;
    },
    random: parts.random,
    onUpdate: (update) => alerts.take(update),
  });

  const popover = { isOpen: false, pushes: 0 };
  const push = createPush({
    store,
    clock,
    appVersion: '0.0.0',
    platform: 'linux',
    isPopoverOpen: () => popover.isOpen,
    send: (delta) => {
      structuredClone(delta);
      popover.pushes += 1;
    },
  });
  const roster = createRoster({ store, ask: dialler.askRoster, clock });
  const isPopoverOpen = () => popover.isOpen;
  const floorTotals = followFloorTotals({ store, ask: dialler.askFloorTotals, isPopoverOpen, clock });
  const notifier = createFakeNotifier({
    log,
    isSilent: () => !store.getState().settings.hasSound,
    onClick: ({ alertIds }) => {
      for (const id of alertIds) alerts.acknowledge(id);
    },
  });
  const alerts = createAlerts({ store, words, clock, log, show: notifier.show, idleMs: () => 60_000 });
  const mute = followMute(store, clock);
  const answers = answersOf({
    store,
    inTurn,
    accounts,
    demo,
    watching,
    refresh: monitor.refresh,
    load: monitor.load,
    fetchView: push.fetchView,
    hidePopover: () => setPopover(false),
    copyText: async () => undefined,
    copyDiagnostics: async () => undefined,
    alerts,
    roster,
    inboxView: () => inboxViewOf(store.getState(), words),
    mute: mute.set,
    testNotification: () => notifier.show(testContent(words.in(store.getState().language))),
    openCrm: async () => ({ ok: true, value: null }),
  });

  const panel = createFakePanel();
  const nativeTheme = Object.assign(panel.nativeTheme, { themeSource: 'system' as const });
  const powerMonitor = Object.assign(new EventEmitter(), { isOnBatteryPower: () => false });
  const powerParts = { powerMonitor: powerMonitor as unknown as Electron.PowerMonitor, watching };
  function setPopover(isOpen: boolean): void {
    popover.isOpen = isOpen;
    if (isOpen) floorTotals.look();
    if (isOpen) push.catchUp();
    watching.setSituation('hidden', !isOpen);
  }

  const stops = [
    push.stop,
    roster.stop,
    floorTotals.stop,
    followSettings(store, settingsFile),
    followAppearance({ store, nativeTheme, systemLanguage: 'en' }),
    followPower({ ...powerParts, onWaking: () => store.setState({ wokeMs: clock.nowMs() }) }),
    alerts.stop,
    mute.stop,
    inboxFile.follow(store),
    followTray({
      electron: panel.electron,
      store,
      clock,
      words,
      renderer,
      platform: 'linux',
      onAction: () => undefined,
      onClick: () => undefined,
    }),
  ];
  const begun = inTurn(accounts.resume);

  return {
    store,
    answers,
    /** The account of the settings is taken up, if the keychain has its password. */
    begun,
    keychain,
    powerMonitor,
    folder,
    setPopover,
    flush: async () => void (await Promise.all([settingsFile.flush(), inboxFile.flush()])),
    /** What a panel and a notification centre do by themselves, so that the fakes hold on to nothing. */
    sweep: () => {
      for (const name of ['image', 'tooltip', 'title', 'menu']) panel.taken(name);
      notifier.sweep(parts.random);
    },
    figures: () => ({ pushes: popover.pushes, notifications: notifier.count(), errors: errors() }),
    listeners: () => ({
      store: listenerCount(),
      nativeTheme: countOf(nativeTheme),
      powerMonitor: countOf(powerMonitor),
      trays: panel.trays.reduce((sum, tray) => sum + countOf(tray), 0),
      process: countOf(process),
    }),
    stop: async () => {
      const watchingEnds = watched.stop();
      for (const stop of stops) stop();
      await Promise.all([watchingEnds, settingsFile.flush(), inboxFile.flush()]);
    },
  };
}

export type MainProcess = Awaited<ReturnType<typeof startMainProcess>>;

const countOf = (emitter: NodeJS.EventEmitter): number =>
  emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);

/** A store that knows how many listen to it. */
function countListeners(store: AppStore) {
  let count = 0;
  const follow: AppStore['follow'] = (listener) => {
    const stop = store.follow(listener);
    count += 1;
    return () => {
      count -= 1;
      stop();
    };
  };
  return { store: { ...store, follow }, listenerCount: () => count };
}

/** Redacts every line, as the real log does, and keeps none. */
function createCountingLog() {
  const { redact, hideSecret } = createRedactor();
  let count = 0;
  const write: Log['info'] = (message, facts) => void redact(`${message} ${JSON.stringify(facts ?? {})}`);
  const error: Log['error'] = (message, facts) => {
    count += 1;
    write(message, facts);
  };
  return { log: { debug: write, info: write, warn: write, error }, hideSecret, errors: () => count };
}
