import { EventEmitter } from 'node:events';
import type Electron from 'electron';

/** Windows that write down what is done to them, in order. */
export function createFakeWindows(calls: string[], cannotLoad = () => false) {
  const windows: FakeWindow[] = [];

  class FakeWindow extends EventEmitter {
    webContents = Object.assign(new EventEmitter(), { isDevToolsFocused: () => false });
    readonly options: Electron.BrowserWindowConstructorOptions;
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super();
      this.options = options;
      windows.push(this);
    }
    loadURL = async () => {
      calls.push('load');
      if (cannotLoad()) throw new Error('ERR_FAILED (-2)');
    };
    isDestroyed = () => false;
    setBounds = ({ x, y }: Electron.Rectangle) => void calls.push(`at ${x} ${y}`);
    show = () => void calls.push('show');
    hide = () => void calls.push('hide');
    focus = () => undefined;
    isFocused = () => false;
    setBackgroundColor = (colour: string) => void calls.push(`background ${colour}`);
  }

  return { BrowserWindow: FakeWindow as unknown as typeof Electron.BrowserWindow, windows };
}

/** What the page is to prefer, light at first. */
export const createFakeTheme = () =>
  Object.assign(new EventEmitter(), { shouldUseDarkColors: false }) as EventEmitter &
    Electron.NativeTheme & { shouldUseDarkColors: boolean };
