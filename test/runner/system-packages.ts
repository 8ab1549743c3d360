import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Need {
  /** Debian's name. */
  readonly name: string;
  /** Any of these on the PATH will do, however it came there. */
  readonly programs: readonly string[];
}

const needs: readonly Need[] = [
  { name: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
  { name: 'dbus-daemon', programs: ['dbus-daemon'] },
  { name: 'dbus-bin', programs: ['dbus-send'] },
  { name: 'gnome-keyring', programs: ['gnome-keyring-daemon'] },
  { name: 'libsecret-tools', programs: ['secret-tool'] },
  { name: 'libsecret-1-0', programs: [] },
  { name: 'fonts-dejavu-core', programs: [] },
];

/** Says what to do, and returns false, when something is missing that it may not install itself. */
export function ensureSystemPackages(): boolean {
  if (process.platform !== 'linux') return true;
  const isDebian = hasProgram('dpkg-query') && hasProgram('apt-get');
  const missing = isDebian ? missingOnDebian() : needs.filter(({ programs }) => isMissingByProgram(programs));
  if (missing.length === 0) return true;
  const names = missing.map(({ name }) => name);
  if (isDebian && process.getuid?.() === 0) return install(names) || (update() && install(names));
  const command = isDebian ? `sudo apt-get install --yes --no-install-recommends ${names.join(' ')}` : null;
  console.error(
    command === null
      ? `These programs are missing: ${names.join(', ')} (Debian's package names).`
      : `Some system packages are missing. Install them with:\n\n  ${command}\n`,
  );
  return false;
}

function missingOnDebian(): Need[] {
  const names = needs.map(({ name }) => name);
  const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat', query, ...names], {
    encoding: 'utf8',
  });
  const installed = new Set(stdout.split('\n').flatMap((line) => line.match(/^(\S+) installed$/)?.[1] ?? []));
  return needs.filter(
    ({ name, programs }) => !installed.has(name) && (programs.length === 0 || isMissingByProgram(programs)),
  );
}

const query = `\${Package} \${db:Status-Status}\n`;

const isMissingByProgram = (programs: readonly string[]): boolean =>
  programs.length > 0 && !programs.some(hasProgram);

const install = (names: readonly string[]): boolean =>
  aptGet('install', '--yes', '--no-install-recommends', ...names);

const update = (): boolean => aptGet('update');

function aptGet(...words: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['--quiet=2', ...words], { env, stdio: 'inherit' }).status === 0;
}

function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
