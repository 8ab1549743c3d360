import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Emits } from './drift.ts';
import type { InstanceLock } from './instance-lock.ts';
import { preferredLanguages } from './locale.ts';
import type { Paths } from './paths.ts';
import { createPreventable } from './preventable.ts';
import type { Readiness } from './readiness.ts';

export interface AppParts {
  readonly name: string;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly paths: Paths;
  readonly readiness: Readiness;
  readonly lock: InstanceLock;
  /** False when a window refused to close. */
  readonly closeWindows: () => boolean;
  readonly exit: (code: number) => void;
}

const systemLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;

type AppEvents = Emits<
  Electron.App,
  'before-quit' | 'second-instance' | 'activate' | 'window-all-closed' | 'web-contents-created'
>;

export class StandInApp extends EventEmitter<AppEvents> {
  readonly isPackaged = false;
  readonly name: string;
  /** In Electron, Chromium adds its own choices to these. */
  readonly commandLine = {
    hasSwitch: (name: string): boolean => this.#switch(name) !== undefined,
    getSwitchValue: (name: string): string => this.#switch(name)?.slice(name.length + 3) ?? '',
  };
  readonly #parts: AppParts;
  readonly #switches = new Set(process.argv);
  #isQuitting = false;
  #untoldStarts = 0;

  constructor(parts: AppParts) {
    super();
    this.#parts = parts;
    this.name = parts.name;
  }

  getVersion = (): string => this.#parts.version;
  getPath = (name: string): string => this.#parts.paths.get(name);
  setPath = (name: string, path: string): void => this.#parts.paths.set(name, path);
  whenReady = (): Promise<void> => this.#parts.readiness.whenReady();
  getPreferredSystemLanguages = (): string[] => preferredLanguages(this.#parts.env, systemLocale());
  setAppUserModelId = (): void => {};
  setToastActivatorCLSID = (): void => {};
  enableSandbox = (): void => {
    if (this.#parts.readiness.isReady()) {
      throw new Error('app.enableSandbox() can only be called before app is ready');
    }
    this.#switches.delete('--no-sandbox');
  };

  requestSingleInstanceLock = (): boolean => this.#parts.lock.request(this.getPath('userData'));
  hasSingleInstanceLock = (): boolean => this.#parts.lock.isHeld();
  releaseSingleInstanceLock = (): void => this.#parts.lock.release();

  /** The last one given counts. */
  #switch(name: string): string | undefined {
    return [...this.#switches].findLast((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  }

  /** For the host: another process started on the same folder. Told after `ready`, as Electron does. */
  secondInstanceStarted(): void {
    if (this.#parts.readiness.isReady()) this.emit('second-instance', createPreventable());
    else this.#untoldStarts += 1;
  }

  /** For the host: the app's own code has been run. */
  becomeReady(): void {
    if (this.#isQuitting) return;
    this.#parts.readiness.becomeReady();
    for (; this.#untoldStarts > 0; this.#untoldStarts -= 1) this.secondInstanceStarted();
    if (this.#parts.platform === 'darwin') this.emit('activate', createPreventable(), false);
  }

  /** For the host: without a listener an app without windows ends. */
  allWindowsClosed(): void {
    if (this.#isQuitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  get isQuitting(): boolean {
    return this.#isQuitting;
  }

  quit = (): void => {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    const event = createPreventable();
    this.emit('before-quit', event);
    if (event.defaultPrevented || !this.#parts.closeWindows()) this.#isQuitting = false;
    else setImmediate(() => this.exit(0));
  };

  exit = (code = 0): void => {
    this.#isQuitting = true;
    this.#parts.lock.release();
    this.#parts.exit(code);
  };
}
