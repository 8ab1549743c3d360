import type Electron from 'electron';
import type { AppStore } from '../state/store.ts';
import type { Words } from './words.ts';

export interface AppMenuParts {
  /** Null is no menu at all. */
  readonly setAppMenu: (template: Electron.MenuItemConstructorOptions[] | null) => void;
  readonly platform: NodeJS.Platform;
  readonly store: AppStore;
  readonly words: Words;
}

type Role = 'about' | 'close' | 'quit' | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll';

/**
 * Electron's own menu would stand in a framed window, and its keys reload and zoom. macOS cuts, copies and pastes
 * by its Edit menu, so it gets one of ours, in the app's language. Returns the way to stop.
 */
export function followAppMenu({ setAppMenu, platform, store, words }: AppMenuParts): () => void {
  if (platform !== 'darwin') {
    setAppMenu(null);
    return () => undefined;
  }
  const set = (): void => {
    const t = words.in(store.getState().language);
    const item = (role: Role): Electron.MenuItemConstructorOptions => ({ role, label: t(`appMenu.${role}`) });
    const line: Electron.MenuItemConstructorOptions = { type: 'separator' };
    setAppMenu([
      { label: 'Croco Tray', submenu: [item('about'), line, item('close'), item('quit')] },
      {
        label: t('appMenu.edit'),
        submenu: [
          item('undo'),
          item('redo'),
          line,
          item('cut'),
          item('copy'),
          item('paste'),
          item('selectAll'),
        ],
      },
    ]);
  };
  set();
  return store.follow(({ language }, before) => {
    if (language !== before.language) set();
  });
}
