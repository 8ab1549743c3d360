import { expect, it } from 'vitest';
import { readTaskbarTheme, type TaskbarTheme } from '../../../../src/main/tray/taskbar.ts';

const key = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize';
const printed = (line: string) => `\r\n${key}\r\n    ${line}\r\n\r\n`;

it.each<[string, string | null, TaskbarTheme]>([
  ['a light one', printed('SystemUsesLightTheme    REG_DWORD    0x1'), 'light'],
  ['a dark one', printed('SystemUsesLightTheme    REG_DWORD    0x0'), 'dark'],
  ['the theme of apps only', printed('AppsUseLightTheme    REG_DWORD    0x1'), 'unknown'],
  ['a value of another type', printed('SystemUsesLightTheme    REG_SZ    light'), 'unknown'],
  ['no such value, or no program', null, 'unknown'],
  ['nothing', '', 'unknown'],
])('the taskbar with %s', async (_name, answer, expected) => {
  const asked: unknown[] = [];
  const run = async (program: string, words: readonly string[]) => {
    asked.push([program, ...words]);
    return answer;
  };
  expect(await readTaskbarTheme(run, 'C:\\Windows\\System32\\reg.exe')).toBe(expected);
  expect(asked).toEqual([
    [
      'C:\\Windows\\System32\\reg.exe',
      'query',
      'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize',
      '/v',
      'SystemUsesLightTheme',
    ],
  ]);
});
