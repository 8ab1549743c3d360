import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface PathsParts {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly appName: string;
  readonly userDataDir: string | null;
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

/** Of Electron's paths the one that the app asks for. */
export function createPaths({ platform, env, appName, userDataDir }: PathsParts): Paths {
  // Never the folder of the installed app: a preview must not touch its settings.
  let userData = userDataDir ?? join(appDataOf(platform, env, homedir()), `${appName} Preview`);
  mkdirSync(userData, { recursive: true });

  function get(name: string): string {
    if (name !== 'userData') throw new Error(`Failed to get '${name}' path`);
    return userData;
  }

  function set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (name !== 'userData') throw new Error(`Failed to set path '${name}'`);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new Error('Failed to set path');
    userData = path;
  }

  return { get, set };
}
