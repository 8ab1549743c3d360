import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Emits } from './drift.ts';
import type { InstanceLock, Knock } from './instance-lock.ts';
import { commandLineOf, preferredLanguages } from './locale.ts';
import type { Paths } from './paths.ts';
import { createPreventable } from './preventable.ts';
import type { Readiness } from './readiness.ts';

export interface AppParts {
  readonly name: string;
  readonly version: string;
  readonly appPath: string;
  readonly platform: NodeJS.Platform;
  readonly argv: readonly string[];
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
  | 'before-quit'
  | 'will-quit'
  | 'quit'
  | 'second-instance'
  | 'will-finish-launching'
  | 'ready'
  | 'activate'
  | 'window-all-closed'
  | 'web-contents-created'
  | 'render-process-gone'
>;

export class StandInApp extends EventEmitter<AppEvents> {
  readonly isPackaged = false;
  readonly commandLine: ReturnType<typeof commandLineOf>;
  readonly dock: { hide: () => void; show: () => Promise<void>; isVisible: () => boolean } | undefined;
  readonly #parts: AppParts;
  #name: string;
  #isQuitting = false;
  #pendingKnocks: Knock[] = [];

  constructor(parts: AppParts) {
    super();
    this.#parts = parts;
    this.#name = parts.name;
    this.commandLine = commandLineOf(parts.argv);
    this.dock =
      parts.platform === 'darwin'
        ? { hide: () => {}, show: () => Promise.resolve(), isVisible: () => false }
        : undefined;
  }

  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getName = (): string => this.#name;
  setName = (name: string): void => {
    this.#name = name;
  };
  getVersion = (): string => this.#parts.version;
  getAppPath = (): string => this.#parts.appPath;
  getPath = (name: string): string => this.#parts.paths.get(name);
  setPath = (name: string, path: string): void => this.#parts.paths.set(name, path);
  isReady = (): boolean => this.#parts.readiness.isReady();
  whenReady = (): Promise<void> => this.#parts.readiness.whenReady();
  getPreferredSystemLanguages = (): string[] => preferredLanguages(this.#parts.env, systemLocale());
  getSystemLocale = (): string => this.getPreferredSystemLanguages()[0] ?? 'en-US';
  getLocale = (): string => (this.isReady() ? this.getSystemLocale() : '');
  focus = (): void => {};
  show = (): void => {};
  hide = (): void => {};
  setAppUserModelId = (): void => {};
  setToastActivatorCLSID = (): void => {};
  setDesktopName = (): void => {};
  setActivationPolicy = (): void => {};
  setAboutPanelOptions = (): void => {};
  disableHardwareAcceleration = (): void => {};
  enableSandbox = (): void => {
    if (this.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready');
  };

  requestSingleInstanceLock = (additionalData: unknown = {}): boolean =>
    this.#parts.lock.request(this.getPath('userData'), {
      argv: this.#parts.argv,
      workingDirectory: process.cwd(),
      additionalData,
    });
  hasSingleInstanceLock = (): boolean => this.#parts.lock.isHeld();
  releaseSingleInstanceLock = (): void => this.#parts.lock.release();

  /** For the host: another process started on the same folder. Told after `ready`, as Electron does. */
  knocked(knock: Knock): void {
    if (!this.isReady()) this.#pendingKnocks.push(knock);
    else
      this.emit(
        'second-instance',
        createPreventable(),
        knock.argv,
        knock.workingDirectory,
        knock.additionalData,
      );
  }

  /** For the host: the app's own code has been run. */
  becomeReady(): void {
    if (this.#isQuitting) return;
    this.#parts.readiness.becomeReady();
    this.emit('will-finish-launching');
    this.emit('ready', createPreventable(), {});
    for (const knock of this.#pendingKnocks.splice(0)) this.knocked(knock);
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
    if (this.#isPrevented('before-quit') || !this.#parts.closeWindows()) {
      this.#isQuitting = false;
      return;
    }
    setImmediate(() => {
      if (this.#isPrevented('will-quit')) this.#isQuitting = false;
      else this.#end(0);
    });
  };

  exit = (code = 0): void => this.#end(code);

  relaunch = (): void => {};

  #isPrevented(name: 'before-quit' | 'will-quit'): boolean {
    const event = createPreventable();
    this.emit(name, event);
    return event.defaultPrevented;
  }

  #end(code: number): void {
    this.#isQuitting = true;
    this.emit('quit', createPreventable(), code);
    this.#parts.lock.release();
    this.#parts.exit(code);
  }
}
