import { mkdirSync } from 'node:fs';
import { app, dialog, protocol } from 'electron';
import { failStart } from './app/failed-start.ts';
import { parseFlags } from './app/flags.ts';
import { startSmokeTest } from './app/smoke.ts';
import { failedLine, tellStarter } from './app/tell-starter.ts';
import { languageOf } from './app/words.ts';
import { appScheme } from './page/protocol.ts';
import { runApp } from './run-app.ts';

const appId = 'io.github.croco-tray.CrocoTray';
/** Windows finds us by this when a notification is clicked; it must never change. */
const toastActivatorId = '{6F2C1D0E-5B8A-4E0B-9C53-2D7C51A8F4B6}';
/** A run from source would register itself as the installed app. */
const developmentToastActivatorId = '{B0C7A3F2-94D1-4B6E-8E5A-1F3D60C2A9E7}';

const flags = parseFlags(process.argv);
const smoke =
  flags.smokeWithinS === null
    ? null
    : startSmokeTest({
        withinS: flags.smokeWithinS,
        say: (line, done) => void process.stdout.write(`${line}\n`, done),
        quit: () => app.quit(),
        exit: (code) => app.exit(code),
      });

// All of this has to happen before `ready`, and therefore before anything is awaited.
// It would take the switch away, and an AppImage gives that where the system allows no sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
if (process.platform === 'win32') {
  app.setAppUserModelId(app.isPackaged ? appId : process.execPath);
  app.setToastActivatorCLSID(app.isPackaged ? toastActivatorId : developmentToastActivatorId);
}

function start(): void {
  if (!app.isPackaged && !flags.hasOwnUserData) {
    // A developer's build must not share lock and settings with the installed app.
    const folder = `${app.getPath('userData')} (development)`;
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  }
  if (app.requestSingleInstanceLock())
    void app
      .whenReady()
      .then(() => runApp(flags, smoke))
      .catch(fail);
  else if (smoke !== null) smoke.fail('the app already runs with this data folder');
  else app.quit();
}

function fail(error: unknown): void {
  tellStarter(failedLine);
  const language = languageOf(app.getPreferredSystemLanguages());
  // Nobody is there to close a box.
  if (smoke !== null) smoke.fail(String(error));
  else failStart(error, { app, dialog, language, userData: app.getPath('userData') });
}

try {
  start();
} catch (error) {
  fail(error);
}
