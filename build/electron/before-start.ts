import { dirname, join } from 'node:path';
import type { Machine } from './machine.ts';
import { libraryObstacle, missingLibraries } from './missing-libraries.ts';
import { type Obstacle, quoted, reinstall } from './obstacle.ts';

const elfMachines: Readonly<Record<string, number>> = { x64: 62, arm64: 183 };

/** What would end Electron as soon as it starts on this machine; null if nothing is known to. */
export function obstacleBefore(machine: Machine, isSandboxed: boolean): Obstacle | null {
  const missing = missingLibraries(machine.libraries);
  return (
    fileObstacle(machine) ??
    (missing.length > 0 ? libraryObstacle(missing, machine) : null) ??
    (isSandboxed ? sandboxObstacle(machine) : null)
  );
}

function fileObstacle({ executable, arch, elfMachine, isExecutable, mount }: Machine): Obstacle | null {
  const wanted = elfMachines[arch];
  if (elfMachine !== null && wanted !== undefined && elfMachine !== wanted) {
    return { what: 'The Electron binary here is for another kind of processor', command: reinstall };
  }
  if (mount?.options.includes('noexec')) {
    return {
      what: `Programs may not run from ${mount.at} (it is mounted noexec)`,
      command: `sudo mount -o remount,exec ${quoted(mount.at)}`,
    };
  }
  if (isExecutable) return null;
  return {
    what: 'The Electron binary is not marked as a program',
    command: `chmod +x ${quoted(executable)}`,
  };
}

/** Chromium takes user namespaces if it may, or else the helper `chrome-sandbox`, or else it aborts. */
function sandboxObstacle(machine: Machine): Obstacle | null {
  if (machine.platform !== 'linux') return null;
  const forbidding = forbiddingSwitch(machine);
  if (forbidding === null || (machine.hasSetuidSandbox && !mayNotUseHelper(machine))) return null;
  const [name, value] = forbidding;
  return {
    what: `This system forbids Electron its sandbox (${name} is ${value})`,
    command: permission(machine, name),
  };
}

function forbiddingSwitch({
  namespaceSwitches,
  hasAppArmorProfile,
}: Machine): readonly [string, string] | null {
  for (const [name, value] of namespaceSwitches) {
    const isAppArmor = name === 'kernel.apparmor_restrict_unprivileged_userns';
    if (isAppArmor ? value === '1' && !hasAppArmorProfile : value === '0') return [name, value];
  }
  return null;
}

/** Chromium splits the path of the helper at spaces, and on a nosuid file system the helper is any program. */
const mayNotUseHelper = ({ executable, mount }: Machine): boolean =>
  executable.includes(' ') || (mount?.options.includes('nosuid') ?? false);

function permission(machine: Machine, name: string): string {
  const allowed = {
    'kernel.apparmor_restrict_unprivileged_userns': '0',
    'user.max_user_namespaces': '15000',
  }[name];
  return mayNotUseHelper(machine) ? `sudo sysctl -w ${name}=${allowed ?? '1'}` : helperCommand(machine);
}

export function helperCommand({ executable }: Pick<Machine, 'executable'>): string {
  const helper = quoted(join(dirname(executable), 'chrome-sandbox'));
  return `sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`;
}

/** Electron refuses root on Linux before it runs a line of ours. */
export function rootObstacle(sudoUser: string | undefined): Obstacle {
  return {
    what: 'Electron does not run as root',
    command:
      sudoUser === undefined ? 'runuser -u YOUR-USER -- npm start' : `sudo -u ${quoted(sudoUser)} npm start`,
  };
}
