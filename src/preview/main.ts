import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provideElectron } from './electron-module.ts';
import { parsePreviewFlags } from './flags.ts';
import { createHost } from './host.ts';
import { openBrowser } from './open-browser.ts';
import { playPlatform } from './play-platform.ts';

const quitWithinMs = 10_000;
const root = join(import.meta.dirname, '../..');

/** `node src/preview/main.ts`: the app's own bundles on a stand-in desktop in the browser. */
async function main(): Promise<void> {
  const flags = parsePreviewFlags(process.argv.slice(2));
  if ('problem' in flags) return fail(flags.problem);
  const built = join(root, 'out');
  const out = flags.out === null ? built : resolve(flags.out);
  const entry = join(out, 'main/index.js');
  // The apps that tests make have no desktop beside them.
  const pageFolder = join(existsSync(join(out, 'preview')) ? out : built, 'preview');
  const missing = [entry, join(pageFolder, 'index.html')].find((file) => !existsSync(file));
  if (missing !== undefined) return fail(`${missing} is missing: run "npm run build" first.`);

  const host = await createHost({
    out,
    pageFolder,
    userDataDir: flags.userDataDir === null ? null : resolve(flags.userDataDir),
    port: flags.port,
    // `npm run dev` starts us again and again, and the page that is open has to find us.
    token: process.env['CROCO_PREVIEW_TOKEN'] ?? null,
    platform: flags.switches.platform ?? process.platform,
    switches: flags.switches,
    env: process.env,
    exit: (code) => process.exit(code),
  });
  provideElectron(host.module);
  const { platform } = process;
  if (flags.switches.platform !== null) playPlatform(flags.switches.platform);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      host.app.quit();
      setTimeout(() => host.app.exit(1), quitWithinMs).unref();
    });
  }
  process.on('exit', () => host.app.releaseSingleInstanceLock());

  try {
    await import(pathToFileURL(entry).href);
  } catch (error) {
    console.error('The app could not start:', error);
    host.app.exit(1);
    return;
  }
  if (host.app.isQuitting) {
    if (!host.app.hasSingleInstanceLock()) {
      console.log('Croco Tray already runs with this data folder; it was asked to show itself.');
    }
    return;
  }
  host.app.becomeReady();
  console.log(`Preview ready: ${host.url}`);
  if (flags.mayOpenBrowser) openBrowser(host.onceUrl, platform);
}

function fail(problem: string): void {
  console.error(problem);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(
    error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      ? `That port is taken: ${error.message}`
      : `The preview could not start: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
});
