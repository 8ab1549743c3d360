import type { RunProgram } from './host.ts';

export type TaskbarTheme = 'light' | 'dark' | 'unknown';

const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize';
const value = 'SystemUsesLightTheme';

/**
 * The theme of the Windows taskbar, of which Electron says the opposite (docs/electron.md §2.2). `reg` is the
 * program of that name, with its folder: Windows looks for a bare name in the working folder first.
 */
export async function readTaskbarTheme(run: RunProgram, reg: string): Promise<TaskbarTheme> {
  const answer = await run(reg, ['query', key, '/v', value]);
  const [, digits] = new RegExp(`${value}\\s+REG_DWORD\\s+0x([0-9a-f]+)`, 'i').exec(answer ?? '') ?? [];
  if (digits === undefined) return 'unknown';
  return Number.parseInt(digits, 16) === 0 ? 'dark' : 'light';
}
