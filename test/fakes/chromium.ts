import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const programs = ['chromium', 'chromium-browser', 'google-chrome'];

/** The system's own Chromium. Its sandbox does not work for root, which is what CI containers run as. */
export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const executablePath = programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find(isExecutable);
  if (executablePath === undefined) throw new Error(`None of these is installed: ${programs.join(', ')}`);
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: [...args] });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
