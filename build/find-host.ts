import { chooseHost, hasDisplay } from './choose-host.ts';
import { obstacleBefore, rootObstacle } from './electron/before-start.ts';
import { type Machine, readMachine } from './electron/machine.ts';
import { sentenceOf } from './electron/obstacle.ts';
import { createElectronBinary } from './electron-binary.ts';

/** The machine is told where Electron is to run. */
export type FoundHost =
  | { readonly host: 'preview'; readonly why: string }
  | { readonly host: 'electron'; readonly why: string; readonly machine: Machine };

/** Where the app can run here, found out without starting anything. */
export async function findHost(root: string, flags: readonly string[]): Promise<FoundHost> {
  const { platform, arch, env } = process;
  const isSandboxed = !flags.includes('--no-sandbox') && env['ELECTRON_DISABLE_SANDBOX'] === undefined;
  const binary = createElectronBinary(root);
  const { host, why } = await chooseHost(
    {
      isPreviewWanted: flags.includes('--preview'),
      hasDisplay: hasDisplay(platform, env),
      obstacle:
        platform === 'linux' && process.getuid?.() === 0 && isSandboxed
          ? rootObstacle(env['SUDO_USER'])
          : null,
    },
    binary.ensure,
  );
  const executable = host === 'electron' ? binary.find() : null;
  if (executable === null) return { host: 'preview', why };
  const machine = await readMachine({ executable, platform, arch, path: env['PATH'] ?? '', system: '/' });
  const obstacle = obstacleBefore(machine, isSandboxed);
  return obstacle === null
    ? { host: 'electron', why, machine }
    : { host: 'preview', why: sentenceOf(obstacle) };
}
