import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Circumstances } from './choose-host.ts';

const reachableWithinMs = 8_000;
const fetchedWithinMs = 10 * 60_000;
const rememberedForMs = 24 * 60 * 60_000;

/** Electron's npm package brings no binary; asking it by `require('electron')` would start a download. */
export function createElectronBinary(root: string) {
  const folder = join(root, 'node_modules/electron');
  /** Written when all of it is unpacked. */
  const pathFile = join(folder, 'path.txt');
  const failureFile = join(root, 'node_modules/.cache/croco-tray/electron-out-of-reach');

  /** The executable, or null unless it is there in the version that is installed. */
  function find(): string | null {
    try {
      const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
      const have = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
      return have === wantedVersion() && isWhole(executable) ? executable : null;
    } catch {
      return null;
    }
  }

  const wantedVersion = (): string => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return version;
  };

  async function ensure(): Promise<Circumstances['electron']> {
    if (find() !== null) return 'there';
    if (hasFailedLately()) return 'recently-out-of-reach';
    if (await fetchIt()) return 'fetched';
    mkdirSync(dirname(failureFile), { recursive: true });
    writeFileSync(failureFile, '');
    return 'out-of-reach';
  }

  function hasFailedLately(): boolean {
    const failedAtMs = statSync(failureFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - failedAtMs < rememberedForMs;
  }

  async function fetchIt(): Promise<boolean> {
    console.log('Looking for the Electron binary on its release host …');
    if (
      !(await isReachable(process.env['ELECTRON_MIRROR'] || 'https://github.com/electron/electron/releases/'))
    ) {
      return false;
    }
    console.log('Fetching it (about 120 MB, once) …');
    // Or the installer takes a half of an earlier attempt for the whole.
    rmSync(pathFile, { force: true });
    const installer = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: fetchedWithinMs,
    });
    await once(installer, 'exit');
    return find() !== null;
  }

  return { find, ensure };
}

/** Unpacking that was cut off leaves the program without what it cannot start without. */
function isWhole(executable: string): boolean {
  const frameworks = join(
    dirname(executable),
    '../Frameworks/Electron Framework.framework/Electron Framework',
  );
  const needed = executable.endsWith('/MacOS/Electron')
    ? frameworks
    : join(dirname(executable), 'icudtl.dat');
  return existsSync(executable) && existsSync(needed);
}

/** A network that swallows packets must not cost more than a few seconds. */
async function isReachable(url: string): Promise<boolean> {
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(reachableWithinMs) }).then(
    () => true,
    () => false,
  );
}
