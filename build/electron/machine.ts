import { execFile } from 'node:child_process';
import {
  accessSync,
  closeSync,
  constants,
  globSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** What this computer says of itself, as far as Electron's start depends on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Of the Electron binary. */
  readonly executable: string;
  readonly isExecutable: boolean;
  /** What an ELF file says it is for: 62 is x64, 183 is arm64. Null for other files. */
  readonly elfMachine: number | null;
  /** The switches of user namespaces by their name for `sysctl`, as far as the kernel has them. */
  readonly namespaceSwitches: ReadonlyMap<string, string>;
  readonly hasAppArmorProfile: boolean;
  /** Whether `chrome-sandbox` belongs to root and has mode 4755. */
  readonly hasSetuidSandbox: boolean;
  /** Of the file system that Electron is on, such as `noexec`. */
  readonly mount: { readonly at: string; readonly options: readonly string[] } | null;
  /** What `ldd` prints of the binary; empty where there is no `ldd`. */
  readonly libraries: string;
  readonly installer: Installer | null;
  /** Whether Debian's names for libraries end in `t64`, as they do since 2024. */
  readonly hasTime64Names: boolean;
}

export const installers = ['apt-get', 'dnf', 'zypper'] as const;
export type Installer = (typeof installers)[number];

const namespaceSwitches = [
  'kernel.apparmor_restrict_unprivileged_userns',
  'kernel.unprivileged_userns_clone',
  'user.max_user_namespaces',
];
const lddWithinMs = 10_000;

export interface MachineParts {
  readonly executable: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly path: string;
  /** The folder that stands for `/`. */
  readonly system: string;
}

/** Reads and decides nothing. What cannot be read is as if it were not there. */
export async function readMachine({
  executable,
  platform,
  arch,
  path,
  system,
}: MachineParts): Promise<Machine> {
  const isLinux = platform === 'linux';
  const read = (file: string): string => readText(join(system, file));
  return {
    platform,
    arch,
    executable,
    isExecutable: platform === 'win32' || mayRun(executable),
    elfMachine: isLinux ? elfMachineOf(executable) : null,
    namespaceSwitches: new Map(
      namespaceSwitches
        .map((name) => [name, read(`proc/sys/${name.replaceAll('.', '/')}`).trim()] as const)
        .filter(([, value]) => value !== ''),
    ),
    hasAppArmorProfile: globSync('etc/apparmor.d/*', { cwd: system }).some((file) =>
      read(file).includes(executable),
    ),
    hasSetuidSandbox: isSetuidRoot(
      statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false }),
    ),
    mount: mountOf(executable, read('proc/self/mountinfo')),
    libraries: isLinux ? await ldd(executable) : '',
    installer:
      installers.find((name) => path.split(delimiter).some((folder) => mayRun(join(folder, name)))) ?? null,
    hasTime64Names: globSync('var/lib/dpkg/info/lib*t64*.list', { cwd: system }).length > 0,
  };
}

/** The last line of `/proc/self/mountinfo` with the longest mount point that the path is under. */
export function mountOf(path: string, mountInfo: string): Machine['mount'] {
  const mounts = mountInfo.split('\n').flatMap((line) => {
    const [, , , , point, options] = line.split(' ');
    if (point === undefined || options === undefined) return [];
    const at = point.replace(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isAbove = at === '/' || path === at || path.startsWith(`${at}/`);
    return isAbove ? [{ at, options: options.split(',') }] : [];
  });
  return mounts.toSorted((one, other) => one.at.length - other.at.length).at(-1) ?? null;
}

function elfMachineOf(file: string): number | null {
  const head = Buffer.alloc(20);
  try {
    const descriptor = openSync(file, 'r');
    readSync(descriptor, head);
    closeSync(descriptor);
  } catch {
    return null;
  }
  return head.toString('latin1', 0, 4) === '\x7fELF' ? head.readUInt16LE(18) : null;
}

/** As Chromium wants its helper. */
export const isSetuidRoot = (file: { readonly uid: number; readonly mode: number } | undefined): boolean =>
  file?.uid === 0 && (file.mode & 0o7777) === 0o4755;

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const ldd = (executable: string): Promise<string> =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C' };
    execFile('ldd', [executable], { env, timeout: lddWithinMs }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
