import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { z } from 'zod';
import { decode, encode, type ToFrame } from '../wire/ipc.ts';
import type { Emits } from './drift.ts';
import type { StandInIpcMain } from './ipc-main.ts';
import { createPreventable } from './preventable.ts';
import type { StandInSession } from './session.ts';

export interface WebContentsParts {
  readonly id: number;
  readonly session: StandInSession;
  readonly ipcMain: StandInIpcMain;
  readonly preloadFile: string | null;
  /** To every frame that shows this page now; one that is not there yet never hears it. */
  readonly sendToFrames: (data: string) => void;
  readonly changed: () => void;
  readonly touched: () => void;
}

type ContentsEvents = Emits<
  Electron.WebContents,
  'will-navigate' | 'will-frame-navigate' | 'preload-error' | 'render-process-gone'
>;
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

const fromFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoke'), id: z.string(), channel: z.string(), args: z.array(z.unknown()) }),
  z.object({ kind: z.literal('open'), url: z.string() }),
  z.object({ kind: z.literal('touch') }),
]);

/** Null for what no preload sends: the page must not be able to end the main process. */
function readFrame(data: string): z.infer<typeof fromFrame> | null {
  try {
    return fromFrame.safeParse(decode(data)).data ?? null;
  } catch {
    return null;
  }
}

/** One page of the app, shown in an iframe of the desktop. */
export class StandInWebContents extends EventEmitter<ContentsEvents> {
  readonly id: number;
  readonly session: StandInSession;
  readonly preloadFile: string | null;
  readonly mainFrame: { readonly origin: string; readonly parent: null };
  /** Whoever knows it may read this window's files, and nothing else. */
  readonly token = randomBytes(24).toString('base64url');
  readonly #parts: WebContentsParts;
  #url = '';
  #generation = 0;
  #hasCrashed = false;
  #isDestroyed = false;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(parts: WebContentsParts) {
    super();
    this.#parts = parts;
    this.id = parts.id;
    this.session = parts.session;
    this.preloadFile = parts.preloadFile;
    const contents = this;
    this.mainFrame = {
      parent: null,
      get origin() {
        const url = URL.parse(contents.#url);
        return url === null ? 'null' : `${url.protocol}//${url.host}`;
      },
    };
  }

  getURL = (): string => this.#url;
  isDestroyed = (): boolean => this.#isDestroyed;
  isDevToolsFocused = (): boolean => false;
  /** The page is in somebody's browser, which goes by its own. */
  setWebRTCIPHandlingPolicy = (_policy: string): void => {};
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler;
  };

  get generation(): number {
    return this.#generation;
  }
  get hasCrashed(): boolean {
    return this.#hasCrashed;
  }

  loadURL = async (url: string): Promise<void> => {
    this.#demandAlive();
    const response = await this.session.answer(new Request(url));
    if (response === null) throw this.#failure('ERR_UNKNOWN_URL_SCHEME', -302, url);
    await response.body?.cancel();
    if (this.#isDestroyed) throw this.#failure('ERR_ABORTED', -3, url);
    this.#url = new URL(url).href;
    this.#generation += 1;
    this.#hasCrashed = false;
    this.#parts.changed();
  };

  send = (channel: string, ...args: unknown[]): void => {
    this.#demandAlive();
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this.#parts.sendToFrames(encode({ kind: 'push', channel, args }));
  };

  /** For the host: a message of one frame, with the way back to that frame alone. */
  async receive(data: string, reply: (data: string) => void): Promise<void> {
    const message = readFrame(data);
    if (message === null || this.#isDestroyed) return;
    if (message.kind === 'touch') {
      this.#parts.touched();
      return;
    }
    if (message.kind === 'open') {
      this.#openHandler({ url: message.url });
      return;
    }
    const answer = await this.#invoke(message.id, message.channel, message.args);
    reply(answer);
  }

  /** For the host: whether the page may go to another document; the app is asked first. */
  mayNavigate(url: string): boolean {
    const event = createPreventable();
    this.emit('will-frame-navigate', event);
    this.emit('will-navigate', event, url);
    if (!event.defaultPrevented) this.#url = url;
    return !event.defaultPrevented;
  }

  /** For the host. */
  crash(): void {
    if (this.#isDestroyed || this.#hasCrashed) return;
    this.#hasCrashed = true;
    this.#parts.changed();
    this.emit('render-process-gone', createPreventable(), { reason: 'crashed' });
  }

  /** For the host. */
  destroy(): void {
    this.#isDestroyed = true;
  }

  async #invoke(id: string, channel: string, args: readonly unknown[]): Promise<string> {
    try {
      const value = await this.#parts.ipcMain.dispatch({ senderFrame: this.mainFrame }, channel, args);
      return encodeReply({ kind: 'reply', id, value }, channel);
    } catch (error) {
      return encode({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  #demandAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }

  #failure(code: string, errno: number, url: string): Error {
    return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
  }
}

function encodeReply(reply: ToFrame, channel: string): string {
  try {
    return encode(reply);
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
  }
}
