import { execFile } from 'node:child_process';
import type { RunProgram } from '../tray/host.ts';

const mostMs = 2_000;

/** Runs a system tool without a shell; whatever goes wrong with it is "no answer". */
export const runProgram: RunProgram = (program, words) =>
  new Promise((resolve) => {
    // An AppImage's own libraries must not be forced on the system's tools.
    const { LD_LIBRARY_PATH: _ours, ...env } = process.env;
    execFile(program, [...words], { env, timeout: mostMs }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    );
  });
