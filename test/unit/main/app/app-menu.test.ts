import type Electron from 'electron';
import { expect, it } from 'vitest';
import { followAppMenu } from '../../../../src/main/app/app-menu.ts';
import { createWords } from '../../../../src/main/app/words.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';

type Template = Electron.MenuItemConstructorOptions[] | null;

function menusOn(platform: NodeJS.Platform) {
  const menus: Template[] = [];
  const store = createAppStore();
  followAppMenu({ setAppMenu: (menu) => menus.push(menu), platform, store, words: createWords() });
  return { menus, store };
}

const rolesOf = (menu: Template | undefined) =>
  menu?.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu.flatMap(({ role }) => role ?? []) : []));

it('macOS can copy, paste and quit by its keys, and neither reload nor zoom, in the language of the app', () => {
  const { menus, store } = menusOn('darwin');
  expect(rolesOf(menus.at(-1))).toEqual([
    ...['about', 'close', 'quit'],
    ...['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'],
  ]);
  store.setState({ language: 'es' });
  expect(menus.at(-1)?.map(({ label }) => label)).toEqual(['Croco Tray', 'Edición']);
});

it.each(['win32', 'linux'] as const)('%s gets no menu at all, not even that of Electron', (platform) => {
  expect(menusOn(platform).menus).toEqual([null]);
});
