import type Electron from 'electron';
import { type IconSize, iconSizes, inkFor } from './icon.ts';
import type { Ink } from './icon-svg.ts';
import type { TaskbarTheme } from './taskbar.ts';

export interface SurfaceParts {
  readonly nativeTheme: Pick<Electron.NativeTheme, 'on' | 'off'>;
  readonly screen: Pick<Electron.Screen, 'getPrimaryDisplay' | 'on' | 'off'>;
  readonly platform: NodeJS.Platform;
  readonly readTaskbarTheme: () => Promise<TaskbarTheme>;
}

/** What an icon has to be drawn for: the colour below it and the pixels it gets. */
export interface Surface {
  readonly now: () => { readonly ink: Ink; readonly sizes: readonly [IconSize, ...IconSize[]] };
  readonly stop: () => void;
}

/** The panel that the icon lies on. Only on Windows does it change what has to be drawn. */
export function createSurface(parts: SurfaceParts, onChange: () => void): Surface {
  const { nativeTheme, screen, platform } = parts;
  let taskbar: TaskbarTheme = 'unknown';
  let isStopped = false;

  async function ask(): Promise<void> {
    const answer = await parts.readTaskbarTheme();
    if (isStopped || answer === taskbar) return;
    taskbar = answer;
    onChange();
  }
  const askAgain = () => void ask();

  if (platform === 'win32') {
    askAgain();
    nativeTheme.on('updated', askAgain);
    // Another display may be the primary one after any of these.
    screen.on('display-metrics-changed', onChange);
    screen.on('display-added', onChange);
    screen.on('display-removed', onChange);
  }

  return {
    now: () => ({
      ink: inkFor(platform, taskbar),
      sizes: iconSizes(platform, platform === 'win32' ? screen.getPrimaryDisplay().scaleFactor : 1),
    }),
    stop: () => {
      isStopped = true;
      nativeTheme.off('updated', askAgain);
      screen.off('display-metrics-changed', onChange);
      screen.off('display-added', onChange);
      screen.off('display-removed', onChange);
    },
  };
}
