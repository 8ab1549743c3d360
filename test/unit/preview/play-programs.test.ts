import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/main/app/run-program.ts';
import { findTrayHost } from '../../../src/main/tray/host.ts';
import { readTaskbarTheme } from '../../../src/main/tray/taskbar.ts';
import { Desktop } from '../../../src/preview/desktop.ts';
import { playPrograms } from '../../../src/preview/play-programs.ts';
import { plainDesktop, withChanges } from '../../../src/preview/wire/switches.ts';

const before = { ...process.env };
afterEach(() => {
  process.env['PATH'] = before['PATH'];
  delete process.env['SystemRoot'];
});

describe.skipIf(process.platform === 'win32')('the programs of the desktop', () => {
  it('tell of the tray host as it is now, and are gone afterwards', async () => {
    const desktop = new Desktop('Test', withChanges(plainDesktop, { trayHost: 'none' }));
    const stop = playPrograms({ desktop, platform: 'linux', env: process.env });
    const [folder = ''] = (process.env['PATH'] ?? '').split(':');
    expect(await findTrayHost(runProgram)).toBe('absent');
    desktop.act({ do: 'switch', switches: { trayHost: 'there' } });
    expect(await findTrayHost(runProgram)).toBe('there');
    stop();
    expect(existsSync(folder)).toBe(false);
  });

  it('tell of the taskbar, which has a theme of its own or that of the desktop', async () => {
    const desktop = new Desktop('Test', withChanges(plainDesktop, { taskbar: 'light' }));
    const stop = playPrograms({ desktop, platform: 'win32', env: process.env });
    const ask = () =>
      readTaskbarTheme(runProgram, join(process.env['SystemRoot'] ?? '', 'System32', 'reg.exe'));
    expect(await ask()).toBe('light');
    desktop.act({ do: 'switch', switches: { taskbar: null } });
    desktop.act({ do: 'theme', theme: 'dark' });
    expect(await ask()).toBe('dark');
    stop();
    expect(await ask()).toBe('unknown');
  });
});
