import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createNotifier } from '../../src/main/alerts/show.ts';
import type { Edges } from '../../src/main/app/edges.ts';
import { assemble } from '../../src/main/assemble.ts';
import { createInboxFile } from '../../src/main/inbox/inbox-file.ts';
import type { Log } from '../../src/main/log/log.ts';
import { createRedactor } from '../../src/main/log/redact.ts';
import { createSettingsFile } from '../../src/main/settings/settings-file.ts';
import { type AppStore, createAppStore } from '../../src/main/state/store.ts';
import { createIconRenderer } from '../../src/main/tray/icon.ts';
import { followTray } from '../../src/main/tray/tray.ts';
import type { Clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import type { Http } from '../../src/watch/http.ts';
import { createFakeNotifications } from './fake-notifications.ts';
import { createFakePanel } from './panel.ts';
import { createFakePower, createPlainWindow, plainEdges } from './plain-edges.ts';

export interface MainProcessParts extends Partial<Edges> {
  readonly clock: Clock;
  readonly random: () => number;
  readonly http: Http;
  /** With what the last run left in it. */
  readonly folder: string;
}

/** Drawn once for the whole process, as the library wants it. */
const wasmFile = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
const renderer = createIconRenderer(() => readFile(wasmFile));

/** The whole app on real files, with a panel and notifications that are counted, and the network behind `http`. */
export async function startMainProcess({ http, folder, ...edges }: MainProcessParts) {
  const { clock, random } = edges;
  const { log, hideSecret, errors } = createCountingLog();
  const settingsFile = createSettingsFile({ path: join(folder, 'settings.json'), log });
  const inboxFile = createInboxFile({ path: join(folder, 'inbox.json'), log });
  const { store, listenerCount } = countListeners(
    createAppStore({ settings: await settingsFile.load(), inbox: await inboxFile.load() }),
  );
  const panel = createFakePanel();
  const nativeTheme = Object.assign(panel.nativeTheme, { themeSource: 'system' as const });
  const powerMonitor = createFakePower();
  const notifications = createFakeNotifications();
  const { Notification } = notifications;
  const { window = createPlainWindow() } = edges;
  let pushes = 0;

  const app = assemble({
    ...plainEdges({
      client: createDiallerClient({ http, wallMs: clock.wallMs }),
      log,
      hideSecret,
      settingsFile,
      inboxFile,
      createNotifier: (wishes) => createNotifier({ ...wishes, Notification, platform: 'linux', log }),
      followTray: (wishes) =>
        followTray({
          ...wishes,
          electron: panel.electron,
          renderer,
          bundledPng: () => Buffer.alloc(0),
          readTaskbarTheme: async () => 'unknown',
          onIcon: () => undefined,
          platform: 'linux',
          log,
        }),
      window,
      send: (delta) => {
        structuredClone(delta);
        pushes += 1;
      },
      nativeTheme,
      powerMonitor,
      idleMs: () => 60_000,
      ...edges,
    }),
    store,
  });

  return {
    store,
    answers: app.answers,
    /** The account of the settings is taken up, if the keychain has its password. */
    begun: app.begin(false),
    powerMonitor,
    panel,
    folder,
    window,
    flush: async () => void (await Promise.all([settingsFile.flush(), inboxFile.flush()])),
    /** What a panel and a notification centre do by themselves, so that the fakes hold on to nothing. */
    sweep: () => {
      for (const name of ['image', 'tooltip', 'title', 'menu']) panel.taken(name);
      notifications.sweep(random);
    },
    figures: () => ({ pushes, notifications: notifications.count(), errors: errors() }),
    listeners: () => ({
      store: listenerCount(),
      nativeTheme: countOf(nativeTheme),
      powerMonitor: countOf(powerMonitor),
      trays: panel.trays.reduce((sum, tray) => sum + countOf(tray), 0),
      process: countOf(process),
    }),
    stop: app.stop,
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
