import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Desktop, PowerEvent } from '../desktop.ts';
import type { Emits } from './drift.ts';

/** Links are shown on the desktop page instead of opened. */
export function createShell(desktop: Desktop) {
  return {
    openExternal: async (url: string, _options?: Electron.OpenExternalOptions): Promise<void> => {
      desktop.say('would-open', new URL(url).href);
    },
  };
}

/** Asynchronous since Electron 44. */
export function createClipboard(desktop: Desktop) {
  return {
    writeText: async (text: string): Promise<void> => desktop.say('copied', text),
  };
}

/** A box of the system's. The app may end right after it, so a terminal shows it, too. */
export function createDialog(desktop: Desktop) {
  return {
    showErrorBox: (title: string, content: string): void => {
      desktop.say('dialog', `${title}: ${content}`);
      process.stderr.write(`${title}: ${content}\n`);
    },
  };
}

/** How many ask the system not to suspend the app. */
export function createPowerSaveBlocker(desktop: Desktop) {
  const blockers = new Set<number>();
  let lastId = 0;
  const tell = () => {
    desktop.suspensionBlockers = blockers.size;
    desktop.changed();
  };
  return {
    start: (_type: 'prevent-app-suspension' | 'prevent-display-sleep'): number => {
      lastId += 1;
      blockers.add(lastId);
      tell();
      return lastId;
    },
    stop: (id: number): boolean => {
      const wasThere = blockers.delete(id);
      tell();
      return wasThere;
    },
  };
}

type ThemeSource = 'system' | 'light' | 'dark';

export class StandInNativeTheme extends EventEmitter<Emits<Electron.NativeTheme, 'updated'>> {
  readonly #desktop: Desktop;
  readonly #platform: NodeJS.Platform;
  #source: ThemeSource = 'system';
  #panelTheme: Desktop['panelTheme'];
  #hasUpdated = false;

  constructor(desktop: Desktop, platform: NodeJS.Platform) {
    super();
    this.#desktop = desktop;
    this.#platform = platform;
    this.#panelTheme = desktop.panelTheme;
    desktop.on('theme', () => this.#update());
    desktop.on('switched', () => {
      if (desktop.panelTheme !== this.#panelTheme) this.#update();
    });
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }
  set themeSource(source: ThemeSource) {
    if (source === this.#source) return;
    this.#source = source;
    this.#desktop.pageTheme = source === 'system' ? null : source;
    this.#desktop.changed();
    this.#update();
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#desktop.theme === 'dark' : this.#source === 'dark';
  }
  /** The panel follows the system whatever the app chose for itself. Windows is told of it late, and wrongly. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    const isDark = this.#desktop.panelTheme === 'dark';
    return this.#platform === 'win32' ? this.#hasUpdated && !isDark : isDark;
  }

  #update(): void {
    this.#panelTheme = this.#desktop.panelTheme;
    this.#hasUpdated = true;
    this.emit('updated');
  }
}

export class StandInPowerMonitor extends EventEmitter<
  Emits<Electron.PowerMonitor, Exclude<PowerEvent, 'session-end'> | 'shutdown'>
> {
  readonly #desktop: Desktop;
  readonly #isLinux: boolean;

  constructor(desktop: Desktop, platform: NodeJS.Platform) {
    super();
    this.#desktop = desktop;
    this.#isLinux = platform === 'linux';
    desktop.on('power', (event) => {
      if (event === 'session-end') {
        // Windows tells its windows of it instead.
        if (platform !== 'win32') this.emit('shutdown');
      } else if (!this.#isLinux || event === 'suspend' || event === 'resume') this.emit(event);
    });
  }

  getSystemIdleTime = (): number => this.#desktop.idleSeconds();
  isOnBatteryPower = (): boolean => !this.#isLinux && this.#desktop.isOnBattery;
}
