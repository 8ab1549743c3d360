import { mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface PathsParts {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly appName: string;
  readonly userDataDir: string | null;
  readonly appPath: string;
}

export interface Paths {
  readonly get: (name: string) => string;
  readonly set: (name: string, path: string) => void;
}

/** Where the per-user settings of all applications live. */
export function appDataOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  const { APPDATA, XDG_CONFIG_HOME } = env;
  if (platform === 'win32') return APPDATA || join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return XDG_CONFIG_HOME || join(home, '.config');
}

export function createPaths({ platform, env, appName, userDataDir, appPath }: PathsParts): Paths {
  const home = homedir();
  const appData = appDataOf(platform, env, home);
  // Never the folder of the installed app: a preview must not touch its settings.
  const userData = userDataDir ?? join(appData, `${appName} Preview`);
  mkdirSync(userData, { recursive: true });
  const known = new Map([
    ['home', home],
    ['appData', appData],
    ['userData', userData],
    ['sessionData', userData],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ['desktop', join(home, 'Desktop')],
    ['documents', join(home, 'Documents')],
    ['downloads', join(home, 'Downloads')],
    ['appPath', appPath],
  ]);

  function get(name: string): string {
    const path = name === 'logs' ? (known.get('logs') ?? logsFolder()) : known.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  function logsFolder(): string {
    const logs = join(get('userData'), 'logs');
    mkdirSync(logs, { recursive: true });
    return logs;
  }

  function set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (!known.has(name) && name !== 'logs') throw new Error(`Failed to set path '${name}'`);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new Error('Failed to set path');
    known.set(name, path);
  }

  return { get, set };
}
