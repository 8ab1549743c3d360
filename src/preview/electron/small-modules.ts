import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type Electron from 'electron';
import type { Desktop } from '../desktop.ts';
import { contentTypeOf } from '../server/content-type.ts';
import type { Emits } from './drift.ts';
import type { StandInSession } from './session.ts';

/** Links and folders are shown on the desktop page instead of opened. */
export function createShell(desktop: Desktop) {
  return {
    openExternal: async (url: string, _options?: Electron.OpenExternalOptions): Promise<void> => {
      desktop.say('would-open', new URL(url).href);
    },
    openPath: async (path: string): Promise<string> => {
      desktop.say('would-open', path);
      return '';
    },
    showItemInFolder: (path: string): void => desktop.say('would-open', path),
    beep: (): void => {},
  };
}

/** Asynchronous since Electron 44. */
export function createClipboard(desktop: Desktop) {
  let held = '';
  return {
    writeText: async (text: string): Promise<void> => {
      held = text;
      desktop.say('copied', text);
    },
    readText: async (): Promise<string> => held,
    clear: async (): Promise<void> => {
      held = '';
    },
  };
}

/** Nobody can press a button of a dialog here: it is shown, and its default is taken. */
export function createDialog(desktop: Desktop) {
  return {
    showErrorBox: (title: string, content: string): void => desktop.say('dialog', `${title}\n${content}`),
    showMessageBox: async (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
      const options = args.at(-1) as Electron.MessageBoxOptions;
      desktop.say('dialog', [options.message, options.detail].filter(Boolean).join('\n'));
      return { response: options.defaultId ?? 0, checkboxChecked: options.checkboxChecked ?? false };
    },
  };
}

export function createNet(defaultSession: () => StandInSession) {
  return {
    online: true,
    isOnline: (): boolean => true,
    fetch: async (input: string | Request, init?: RequestInit): Promise<Response> => {
      const url = typeof input === 'string' ? input : input.url;
      if (!url.startsWith('file:')) return defaultSession().fetch(input, init);
      const path = fileURLToPath(url);
      const body = await readFile(path).catch(() => {
        throw new Error('net::ERR_FILE_NOT_FOUND');
      });
      return new Response(body, { headers: { 'Content-Type': contentTypeOf(path) } });
    },
  };
}

type ThemeSource = 'system' | 'light' | 'dark';

export class StandInNativeTheme extends EventEmitter<Emits<Electron.NativeTheme, 'updated'>> {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;
  readonly inForcedColorsMode = false;
  readonly #desktop: Desktop;
  #source: ThemeSource = 'system';

  constructor(desktop: Desktop) {
    super();
    this.#desktop = desktop;
    desktop.on('theme', () => this.emit('updated'));
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }
  set themeSource(source: ThemeSource) {
    if (source === this.#source) return;
    this.#source = source;
    this.#desktop.pageTheme = source === 'system' ? null : source;
    this.#desktop.changed();
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#desktop.theme === 'dark' : this.#source === 'dark';
  }
  /** The panel follows the system whatever the app chose for itself. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#desktop.theme === 'dark';
  }
}

export class StandInPowerMonitor extends EventEmitter<
  Emits<Electron.PowerMonitor, 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'>
> {
  readonly #desktop: Desktop;

  constructor(desktop: Desktop) {
    super();
    this.#desktop = desktop;
    desktop.on('power', (event) => this.emit(event));
  }

  getSystemIdleTime = (): number => this.#desktop.idleSeconds();
  getSystemIdleState = (_thresholdSeconds: number): 'active' | 'locked' =>
    this.#desktop.isLocked ? 'locked' : 'active';
  isOnBatteryPower = (): boolean => false;
}
