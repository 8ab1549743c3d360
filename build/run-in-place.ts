import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** From here on this process is nothing but the way to the program: signals go to it, its exit code is ours. */
export function runInPlace(program: string, args: readonly string[]): void {
  // Editors built on Electron set it in their terminals, and Electron would then be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(program, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Could not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(exitCodeOf(code, signal)));
}

/** As a shell tells it. */
export const exitCodeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? (signal === null ? 1 : 128 + constants.signals[signal]);
