import { Readable } from 'node:stream';
import type Electron from 'electron';
import type { Makes } from '../drift.ts';
import type { Head } from './url-loader.ts';

/** Of these only the first counts; of the others all are joined. */
const onlyOnce: ReadonlySet<string> = new Set([
  'age',
  'authorization',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'from',
  'host',
  'if-modified-since',
  'if-unmodified-since',
  'last-modified',
  'location',
  'max-forwards',
  'proxy-authorization',
  'referer',
  'retry-after',
  'server',
  'user-agent',
]);

export class StandInIncomingMessage extends Readable {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[]>;
  readonly #body: Readable | null;

  constructor({ statusCode, headers }: Head, body: Readable | null) {
    super();
    this.statusCode = statusCode;
    this.headers = Object.fromEntries(
      Object.entries(headers).map(([name, values]) => [
        name,
        name === 'set-cookie' ? [...values] : onlyOnce.has(name) ? (values[0] ?? '') : values.join(', '),
      ]),
    );
    this.#body = body;
    body?.on('data', (chunk) => {
      if (!this.push(chunk)) body.pause();
    });
    body?.once('end', () => this.push(null));
    body?.pause();
  }

  override _read(): void {
    this.#body?.resume();
  }
}

StandInIncomingMessage satisfies Makes<Electron.IncomingMessage, 'statusCode' | 'headers'>;
