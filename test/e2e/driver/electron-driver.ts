import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import type { AppDriver, LaunchOptions, MessageNow, NotificationNow, TrayNow } from './app-driver.ts';

const root = join(import.meta.dirname, '../../..');

interface Recorded {
  readonly tooltip: string;
  readonly tray: Electron.Tray | null;
  /** A digest of the picture in the panel. */
  readonly icon: string;
  /** Everything in the menu and its submenus, depth first. */
  readonly menuItems: () => readonly Electron.MenuItem[];
  readonly messages: readonly MessageNow[];
  idleSeconds: number | null;
  readonly notifications: NotificationNow[];
  readonly shown: Map<string, Electron.Notification>;
}

declare global {
  var crocoRecord: Recorded;
}

export interface ElectronDriver extends AppDriver {
  /** Runs in the main process. */
  readonly inMain: ElectronApplication['evaluate'];
  /** From the desktop into the middle of the popover. */
  readonly dropFile: (file: string) => Promise<void>;
}

/** Real Electron, where its binary is. What the OS draws itself is read from what the app handed it. */
export async function launchElectron({ userData, env, flags = [] }: LaunchOptions): Promise<ElectronDriver> {
  const recorder = join(import.meta.dirname, 'electron-recorder.cjs');
  const app = await _electron.launch({
    // The app's own choice is to show, not Playwright's.
    colorScheme: null,
    args: ['-r', recorder, root, `--user-data-dir=${userData}`, ...flags],
    cwd: root,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });

  return {
    host: 'electron',
    inMain: app.evaluate.bind(app),
    dropFile: async (file) => {
      const session = await page.context().newCDPSession(page);
      const data = { items: [], files: [file], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 190, y: 100, data });
      }
      await session.detach();
    },
    popover: page,
    evaluate: <R>(script: string) => page.evaluate(script) as Promise<R>,
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    setColourScheme: (scheme) =>
      app.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
      }, scheme),
    keyboard: page.keyboard,
    tray: () =>
      app.evaluate((): TrayNow => {
        const { tooltip, icon, menuItems, tray } = globalThis.crocoRecord;
        const items = menuItems().filter(({ type }) => type !== 'separator');
        return { tooltip, icon, hasIcon: tray !== null, menu: items.map(({ label }) => label) };
      }),
    notifications: () => app.evaluate(() => globalThis.crocoRecord.notifications),
    isPopoverVisible: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible())),
    clickTray: () =>
      app.evaluate(() => {
        globalThis.crocoRecord.tray?.emit('click', {}, { x: 0, y: 0, width: 0, height: 0 });
      }),
    chooseFromMenu: (label) =>
      app.evaluate((_electron, wanted) => {
        const items = globalThis.crocoRecord.menuItems();
        items.find(({ label, submenu }) => label === wanted && !submenu)?.click();
      }, label),
    clickNotification: (id) =>
      app.evaluate((_electron, wanted) => {
        globalThis.crocoRecord.shown.get(wanted)?.emit('click');
      }, id),
    idle: (seconds) =>
      app.evaluate((_electron, wanted) => {
        globalThis.crocoRecord.idleSeconds = wanted;
      }, seconds),
    messages: () => app.evaluate(() => globalThis.crocoRecord.messages),
    power: (event) =>
      app.evaluate(({ powerMonitor }, name) => {
        powerMonitor.emit(name);
      }, event),
    closeWindow: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    crashRenderer: () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      ),
    output: () => output,
    startAgain: async () => {
      const { spawnfile } = app.process();
      // Playwright gives the flag to the first one by itself (docs/electron.md §12).
      const noSandbox = process.platform === 'linux' ? ['--no-sandbox'] : [];
      const second = spawn(spawnfile, [root, `--user-data-dir=${userData}`, ...noSandbox, ...flags], {
        env,
        stdio: 'ignore',
      });
      await once(second, 'exit');
      return second.exitCode;
    },
    pid: app.process().pid ?? 0,
    quit: async () => {
      const exited = once(app.process(), 'exit');
      // The answer may not find its way back any more.
      await app
        .evaluate(() =>
          globalThis.crocoRecord
            .menuItems()
            .find(({ id }) => id === 'quit')
            ?.click(),
        )
        .catch(() => undefined);
      await exited;
      return app.process().exitCode;
    },
  };
}
