import { join } from 'node:path';
import { findAppManifest } from './app-manifest.ts';
import { Desktop } from './desktop.ts';
import { createElectron } from './electron/create-electron.ts';
import { createInstanceLock } from './electron/instance-lock.ts';
import { createPaths } from './electron/paths.ts';
import { playPrograms } from './play-programs.ts';
import { createDesktopFiles } from './server/desktop-files.ts';
import { startServer } from './server/server.ts';
import { createSockets } from './server/sockets.ts';
import { createWindowFiles } from './server/window-files.ts';
import type { Switches } from './wire/switches.ts';

export interface HostParts {
  /** Holds `main/`, `preload/` and `renderer/`. */
  readonly out: string;
  /** Holds the built desktop page. */
  readonly pageFolder: string;
  readonly userDataDir: string | null;
  readonly port: number;
  readonly token: string | null;
  readonly platform: NodeJS.Platform;
  readonly switches: Switches;
  readonly env: NodeJS.ProcessEnv;
  readonly exit: (code: number) => void;
}

/** Everything around the app: its `electron`, its desktop, and the server that shows both. */
export async function createHost(parts: HostParts) {
  const manifest = findAppManifest(join(parts.out, 'main'));
  const desktop = new Desktop(manifest.name, parts.switches);
  const stopPrograms = playPrograms({ desktop, platform: parts.platform, env: parts.env });
  const sockets = createSockets({
    desktop,
    screen: () => electron.screen,
    contentsOf: (id) => electron.contentsOf.get(id),
  });
  const server = await startServer({
    port: parts.port,
    token: parts.token,
    desktop,
    serveDesktop: createDesktopFiles({ folder: parts.pageFolder, port: () => server.port }),
    serveWindow: createWindowFiles({
      contents: () => electron.contentsOf.values(),
      port: () => server.port,
      shimFile: join(parts.pageFolder, 'preload-shim.js'),
      platform: parts.platform,
    }),
    onSocket: sockets.add,
    onSecondInstance: () => electron.app.secondInstanceStarted(),
  });
  const electron = createElectron({
    ...parts,
    ...manifest,
    paths: createPaths({ ...parts, appName: manifest.name }),
    lock: createInstanceLock(server.secondInstanceUrl),
    desktop,
    sendToFrames: sockets.push,
    exit: (code) => {
      server.close();
      stopPrograms();
      parts.exit(code);
    },
  });
  return { ...electron, desktop, url: server.url, onceUrl: server.onceUrl };
}
