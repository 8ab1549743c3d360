import { Writable } from 'node:stream';
import type Electron from 'electron';
import type { Emits, Makes } from '../drift.ts';
import { StandInSession } from '../session.ts';
import { StandInIncomingMessage } from './incoming-message.ts';
import { startLoader } from './url-loader.ts';

type EventName = keyof Emits<
  Electron.ClientRequest,
  'response' | 'redirect' | 'login' | 'error' | 'abort' | 'finish' | 'close'
>;

/**
 * Like Electron's it is a stream to write the body into, which shows: once the body is written it is destroyed and
 * emits `close`, before any response; and what fails after that is emitted both here and at the response.
 */
export class StandInClientRequest extends Writable {
  readonly #session: StandInSession;
  readonly #options: Electron.ClientRequestConstructorOptions & { readonly url: string };
  readonly #body: Buffer[] = [];
  #cancel: () => void = () => undefined;
  #response: StandInIncomingMessage | null = null;
  #isAborted = false;

  constructor(options: Electron.ClientRequestConstructorOptions) {
    super({ autoDestroy: true });
    const { url = '', session, redirect } = options;
    if (!(session instanceof StandInSession)) {
      throw new TypeError('`session` should be an instance of the Session class');
    }
    if (!/^https?:$/.test(new URL(url).protocol)) {
      throw new Error('ClientRequest only supports http: and https: protocols');
    }
    if (redirect !== 'manual') throw new Error('The preview plays requests that follow no redirect only.');
    this.#session = session;
    this.#options = { ...options, url };
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#body.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    const { url, method = 'GET', headers = {} } = this.#options;
    const asked = { url: new URL(url), method, headers, body: Buffer.concat(this.#body) };
    this.#cancel = startLoader(this.#session.network, asked, {
      response: (head, body) => {
        this.#response = new StandInIncomingMessage(head, body);
        this.#tell('response', this.#response);
      },
      redirect: (...leadsTo) => {
        this.#tell('redirect', ...leadsTo);
        // Nobody may follow it here.
        if (!this.#isAborted) this.#die(new Error('Redirect was cancelled'));
      },
      login: (asker, answer) => {
        if (!this.#tell('login', asker, answer)) answer();
      },
      error: (netError) => {
        const error = new Error(netError);
        this.#response?.destroy(error);
        this.#die(error);
      },
    });
    done();
  }

  abort = (): void => {
    if (!this.#isAborted) process.nextTick(() => this.#tell('abort'));
    this.#isAborted = true;
    this.#die();
  };

  #tell(event: EventName, ...details: readonly unknown[]): boolean {
    return this.emit(event, ...details);
  }

  #die(error?: Error): void {
    if (this.destroyed && error !== undefined) this.#tell('error', error);
    this.destroy(error);
    this.#cancel();
    this.#response?.destroy(error);
  }
}

StandInClientRequest satisfies Makes<Electron.ClientRequest, 'abort', 'end' | 'write'>;
