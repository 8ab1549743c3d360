import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type Electron from 'electron';
import { netErrorOf } from './net-error.ts';
import type { Sockets } from './sockets.ts';

/** What a session knows of the network, for all its requests. */
export interface Network {
  readonly sockets: () => Sockets;
  /** The proxy the system is set to; null without one. */
  readonly proxy: () => URL | null;
  /** Logins that a proxy took, as Chromium keeps them. */
  readonly logins: Map<string, ProxyLogin>;
  /** What is under way, by the way to fail it. */
  readonly running: Set<(netError: string) => void>;
}

interface ProxyLogin {
  readonly user: string;
  readonly password: string;
}

export interface Head {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

export interface LoaderRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

export interface LoaderEvents {
  readonly response: (head: Head, body: Readable | null) => void;
  readonly redirect: (statusCode: number, method: string, url: string, headers: Head['headers']) => void;
  readonly login: (asker: Electron.AuthInfo, answer: (user?: string, password?: string) => void) => void;
  readonly error: (netError: string) => void;
}

/** Sends one request as Chromium would, as far as Node can; returns the way to cancel it. */
export function startLoader(network: Network, asked: LoaderRequest, events: LoaderEvents): () => void {
  const { url } = asked;
  const proxy = network.proxy();
  const name = proxy?.host ?? '';
  let isOver = false;
  let stop: () => void = () => undefined;

  function end(): void {
    isOver = true;
    network.running.delete(fail);
  }

  function fail(netError: string): void {
    if (isOver) return;
    end();
    stop();
    events.error(netError);
  }

  function attempt(login: ProxyLogin | undefined): void {
    const by = proxy === null ? null : withLogin(proxy, login);
    const options = {
      method: asked.method,
      headers: { 'accept-encoding': 'gzip, deflate, br', ...asked.headers },
      agent: network.sockets().agentFor(url.protocol, by),
    };
    const request = url.protocol === 'https:' ? secureRequest(url, options) : plainRequest(url, options);
    stop = () => request.destroy();
    request.on('error', (error) => {
      const isUnreached = proxy !== null && Reflect.get(error, 'syscall') === 'connect';
      if (proxy !== null && Reflect.get(error, 'statusCode') === 407) challenge(login, null);
      else fail(isUnreached ? 'net::ERR_PROXY_CONNECTION_FAILED' : netErrorOf(error));
    });
    request.on('response', (response) => {
      if (isOver) return;
      if (response.statusCode === 407 && proxy === null) fail('net::ERR_UNEXPECTED_PROXY_AUTH');
      else if (response.statusCode === 407) challenge(login, response);
      else {
        if (login !== undefined) network.logins.set(name, login);
        take(response);
      }
    });
    request.end(asked.body);
  }

  /** Asks for a login until none is given; then the proxy's refusal is the response. */
  function challenge(refused: ProxyLogin | undefined, response: IncomingMessage | null): void {
    if (isOver || proxy === null) return;
    if (refused !== undefined) network.logins.delete(name);
    const asker = { isProxy: true, scheme: 'basic', host: proxy.hostname, port: portOf(proxy), realm: '' };
    events.login(asker, (user, password) => {
      if (isOver) return;
      if (user !== undefined && password !== undefined) {
        response?.destroy();
        attempt({ user, password });
      } else if (response === null) {
        // What a proxy says to CONNECT is not from the server, and Chromium lets nobody read it.
        events.response({ statusCode: 407, headers: {} }, null);
        fail('net::ERR_TUNNEL_CONNECTION_FAILED');
      } else take(response);
    });
  }

  function take(response: IncomingMessage): void {
    const { statusCode = 0 } = response;
    const headers = headersOf(response.headersDistinct);
    const [location] = headers['location'] ?? [];
    if (redirects.has(statusCode) && location !== undefined) {
      const to = URL.parse(location, url.href)?.href;
      if (to === undefined) fail('net::ERR_INVALID_REDIRECT');
      else events.redirect(statusCode, methodAfter(statusCode, asked.method), to, headers);
      return;
    }
    const body = decoded(response);
    body.on('error', (error) => fail(netErrorOf(error)));
    body.once('end', end);
    events.response({ statusCode, headers }, body);
  }

  network.running.add(fail);
  attempt(network.logins.get(name));
  return () => {
    end();
    stop();
  };
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const methodAfter = (statusCode: number, method: string): string =>
  statusCode === 303 || (method === 'POST' && statusCode < 303) ? 'GET' : method;

const portOf = ({ port }: URL): number => (port === '' ? 80 : Number(port));

function withLogin(proxy: URL, login: ProxyLogin | undefined): URL {
  const by = new URL(proxy);
  by.username = login?.user ?? '';
  by.password = login?.password ?? '';
  return by;
}

/** Electron reads their bytes as UTF-8, so that others, such as Latin-1, become U+FFFD. */
const headersOf = (distinct: NodeJS.Dict<string[]> | IncomingHttpHeaders): Head['headers'] =>
  Object.fromEntries(
    Object.entries(distinct).map(([name, values]) => [
      name,
      [values ?? []].flat().map((value) => Buffer.from(value, 'latin1').toString()),
    ]),
  );

/** Of what is cut off, Chromium gives what there is. */
const cutOff = { finishFlush: constants.Z_SYNC_FLUSH };

function decoded(response: IncomingMessage): Readable {
  const decoder = {
    gzip: () => createGunzip(cutOff),
    deflate: () => createInflate(cutOff),
    br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  };
  const encoding = Object.entries(decoder).find(([name]) => name === response.headers['content-encoding']);
  if (encoding === undefined) return response;
  const body = encoding[1]();
  response.on('error', (error) => body.destroy(error));
  return response.pipe(body);
}
