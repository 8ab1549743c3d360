import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Desktop } from './desktop.ts';

export interface ProgramsParts {
  readonly desktop: Desktop;
  readonly platform: NodeJS.Platform;
  /** Where the app looks for programs. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The system's programs that the app asks about its desktop, as scripts that answer for the one it is on here: `gdbus`
 * about the tray host of Linux, `reg` about the taskbar of Windows. Returns the way to take them away.
 */
export function playPrograms({ desktop, platform, env }: ProgramsParts): () => void {
  // Scripts need a shell, and a system of that name has its own programs.
  if (process.platform === 'win32' || platform === 'darwin') return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'croco-tray-programs-'));

  function write(): void {
    if (platform === 'linux') place('gdbus', gdbusFor(desktop.switches.trayHost === 'there'));
    else place('System32/reg.exe', regFor(desktop.panelTheme === 'light'));
  }
  /** Whole or not at all: it may be run at any moment. */
  function place(name: string, script: string): void {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    renameSync(`${file}.new`, file);
  }
  write();
  desktop.on('switched', write);
  desktop.on('theme', write);
  if (platform === 'linux') env['PATH'] = [folder, env['PATH']].filter(Boolean).join(delimiter);
  else env['SystemRoot'] = folder;

  return () => rmSync(folder, { recursive: true, force: true });
}

/** As gdbus prints them: the property of the watcher, and whether its name has an owner. */
const gdbusFor = (isThere: boolean): string =>
  isThere
    ? 'case "$*" in *NameHasOwner*) echo "(true,)";; *) echo "(<true>,)";; esac'
    : 'case "$*" in *NameHasOwner*) echo "(false,)";; *) exit 1;; esac';

const regFor = (isLight: boolean): string =>
  `printf '\\r\\nHKEY_CURRENT_USER\\\\Software\\r\\n    SystemUsesLightTheme    REG_DWORD    0x${isLight ? 1 : 0}\\r\\n\\r\\n'`;
