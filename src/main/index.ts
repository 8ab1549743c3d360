import { mkdirSync } from 'node:fs';
import { app, protocol } from 'electron';
import { parseFlags } from './app/flags.ts';
import { appScheme } from './page/protocol.ts';
import { runApp } from './run-app.ts';

const appId = 'io.github.croco-tray.CrocoTray';
/** Windows finds us by this when a notification is clicked; it must never change. */
const toastActivatorId = '{6F2C1D0E-5B8A-4E0B-9C53-2D7C51A8F4B6}';

const flags = parseFlags(process.argv);

// All of this has to happen before `ready`, and therefore before anything is awaited.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
if (process.platform === 'win32') {
  app.setAppUserModelId(app.isPackaged ? appId : process.execPath);
  app.setToastActivatorCLSID(toastActivatorId);
}
if (!app.isPackaged && !flags.hasOwnUserData) {
  // A developer's build must not share lock and settings with the installed app.
  const folder = `${app.getPath('userData')} (development)`;
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}

if (app.requestSingleInstanceLock()) void app.whenReady().then(() => runApp(flags));
else app.quit();
