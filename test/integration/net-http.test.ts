import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { ProxyLogins } from '../../src/main/app/net-http.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import type { Http } from '../../src/watch/http.ts';
import { startLoginProxy } from '../fakes/login-proxy.ts';
import { createStandInHttp, type StandInHttpOptions } from '../fakes/stand-in-http.ts';

/** The app's own HTTP over the stand-in for Electron's network: what comes over real sockets, and what becomes of them. */
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const pem = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures/tls', `${name}.pem`), 'utf8');

beforeAll(() => {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), pem('authority')]);
});

const body = '{"result":"success","data":{"status":"READY"}}';
const answer = (more = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n${more}\r\n${body}`;

/** A server that says these bytes to every request, and counts its connections. */
async function startRaw(say: (socket: Socket) => void) {
  const open = new Set<Socket>();
  let requests = 0;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    socket.on('data', () => {
      requests += 1;
      say(socket);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/goAPIv2`, open, requests: () => requests };
}

const saying = (bytes: string | Buffer) => startRaw((socket) => void socket.write(bytes));

function clientOver(http: Http, timeoutMs = 5_000) {
  const client = createDiallerClient({ http, timeoutMs });
  return (baseUrl: string, signal?: AbortSignal) =>
    client.getLiveAgentInfo({
      account: { baseUrl, apiUser: 'api', method: 'post', format: 'json' },
      password: 'Secret1',
      agentUser: 'ana',
      ...(signal === undefined ? {} : { signal }),
    });
}

function standIn(options: StandInHttpOptions = {}, timeoutMs?: number) {
  const { http, session } = createStandInHttp(options);
  stops.push(session.closeAllConnections);
  return { ask: clientOver(http, timeoutMs), http, session };
}

const ready = { ok: true, value: { said: { status: 'READY' } } };

test.each([
  ['a header in Latin-1', answer('X-Name: Caf\xe9\r\n')],
  ['a reason phrase in Latin-1', answer().replace('OK', 'Tr\xe8s bien')],
  ['a header in UTF-8', Buffer.from(answer('X-Name: Café ✓\r\n')).toString('latin1')],
  ['no reason phrase', answer().replace(' OK', '')],
  ['a header twice', answer('Date: x\r\nDate: y\r\n')],
])('an answer with %s is an answer', async (_what, bytes) => {
  const server = await saying(Buffer.from(bytes, 'latin1'));
  expect(await standIn().ask(server.url)).toMatchObject(ready);
});

test.each([
  [
    '999',
    answer().replace('200 OK', '999 Request denied').replace(body, 'x'.repeat(body.length)),
    'http-error',
  ],
  ['600', answer().replace('200 OK', '600 Odd').replace(body, 'x'.repeat(body.length)), 'http-error'],
  ['407 without a proxy', answer().replace('200 OK', '407 Login'), 'proxy-login'],
])('status %s settles as a problem', async (_what, bytes, kind) => {
  const server = await saying(bytes);
  expect(await standIn().ask(server.url)).toMatchObject({ ok: false, error: { kind } });
});

test('a redirect is not followed, and names the host it leads to', async () => {
  const other = await saying(answer());
  const { host } = new URL(other.url);
  const server = await saying(
    `HTTP/1.1 307 Moved\r\nLocation: ${other.url}?goPass=Secret1\r\nContent-Length: 0\r\n\r\n`,
  );
  expect(await standIn().ask(server.url)).toEqual({ ok: false, error: { kind: 'redirected', detail: host } });
  expect(other.requests()).toBe(0);
});

test('six requests are on the wire, and a seventh waits until one is given up', async () => {
  const server = await startRaw(() => undefined);
  const { http } = standIn();
  const callers = Array.from({ length: 7 }, () => new AbortController());
  const asked = callers.map(({ signal }) =>
    http({ url: server.url, method: 'GET', headers: {}, body: null, signal }).catch((error) => error.name),
  );
  await expect.poll(server.requests).toBe(6);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.requests()).toBe(6);
  callers[0]?.abort();
  await expect.poll(server.requests).toBe(7);
  expect(server.open.size).toBe(6);
  for (const caller of callers) caller.abort();
  expect(await Promise.all(asked)).toEqual(callers.map(() => 'AbortError'));
  await expect.poll(() => server.open.size).toBe(0);
});

test.each([
  ['far too long', 'HTTP/1.1 200 OK\r\n\r\n', 'too-large', 'a'.repeat(1024 * 1024 + 1)],
  ['never finished', `HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n${body}`, 'timeout', ''],
])('answers that are %s leave their sockets free for the next', async (_what, head, kind, more) => {
  let isWell = false;
  const server = await startRaw((socket) => void socket.write(isWell ? answer() : head + more));
  const { ask } = standIn({}, kind === 'timeout' ? 200 : 5_000);
  for (let round = 0; round < 4; round += 1) {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(server.url)));
    expect(answers).toEqual(answers.map(() => ({ ok: false, error: { kind } })));
  }
  isWell = true;
  expect(await ask(server.url)).toMatchObject(ready);
  await expect.poll(() => server.open.size).toBe(1);
});

test('a caller who gives up within the body is told so, and the connection is closed', async () => {
  const server = await saying(`HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n${body}`);
  const caller = new AbortController();
  const asked = standIn().ask(server.url, caller.signal);
  await expect.poll(server.requests).toBe(1);
  caller.abort();
  expect(await asked).toBe('aborted');
  await expect.poll(() => server.open.size).toBe(0);
});

test('a connection that breaks within the body is a problem, and nothing is thrown beside it', async () => {
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  process.on('uncaughtException', note);
  stops.push(() => process.off('uncaughtException', note));
  const server = await startRaw((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n${body}`, () => socket.resetAndDestroy());
  });
  expect(await standIn().ask(server.url)).toEqual({ ok: false, error: { kind: 'connection-broken' } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(uncaught).toEqual([]);
});

test('closing all connections fails what is in flight', async () => {
  const server = await startRaw(() => undefined);
  const { ask, session } = standIn();
  const asked = ask(server.url);
  await expect.poll(server.requests).toBe(1);
  await session.closeAllConnections();
  expect(await asked).toEqual({ ok: false, error: { kind: 'connection-broken' } });
});

const login = { user: 'corp\\ana', password: 'Pr0xy:pass' };

async function startOffice(password: string | null) {
  const proxy = await startLoginProxy(login);
  stops.push(proxy.stop);
  const found: string[] = [];
  const refused: string[] = [];
  const logins: ProxyLogins = {
    find: async (name) => {
      found.push(name);
      return password === null ? null : { user: login.user, password };
    },
    refused: (name) => refused.push(name),
  };
  return { proxy, found, refused, ...standIn({ proxy: proxy.url, logins }) };
}

async function startSecure() {
  const server = createSecureServer({ cert: pem('good'), key: pem('key') }, (_request, response) =>
    response.end(body),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  const address = server.address();
  return { url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/goAPIv2` };
}

const servers = [
  ['over http', () => saying(answer())],
  ['in a tunnel', startSecure],
] as const;

test.each(servers)(
  'a proxy gets the login it asks for, once, and remembers it: %s',
  async (_how, startServer) => {
    const server = await startServer();
    const { ask, proxy, found, refused, session } = await startOffice(login.password);
    expect(await ask(server.url)).toMatchObject(ready);
    expect(await ask(server.url)).toMatchObject(ready);
    expect(found).toEqual([proxy.name]);
    await session.clearAuthCache();
    await session.closeAllConnections();
    expect(await ask(server.url)).toMatchObject(ready);
    expect(found).toEqual([proxy.name, proxy.name]);
    expect(refused).toEqual([]);
  },
);

test.each(servers)(
  'a proxy that refuses the login gets it once, and the problem is told: %s',
  async (_how, startServer) => {
    const server = await startServer();
    const { ask, proxy, refused } = await startOffice('wrong');
    expect(await ask(server.url)).toEqual({ ok: false, error: { kind: 'proxy-login' } });
    expect(proxy.given).toHaveLength(1);
    expect(refused).toEqual([proxy.name]);
  },
);

test.each(servers)('without a login the problem is told: %s', async (_how, startServer) => {
  const server = await startServer();
  const { ask, proxy, found, refused } = await startOffice(null);
  expect(await ask(server.url)).toEqual({ ok: false, error: { kind: 'proxy-login' } });
  expect([found, proxy.given, refused]).toEqual([[proxy.name], [], []]);
});

test('a proxy that is not there is no matter of a login', async () => {
  const server = await saying(answer());
  const { ask } = standIn({ proxy: 'http://127.0.0.1:9' });
  expect(await ask(server.url)).toMatchObject({ ok: false, error: { kind: 'proxy-failed' } });
});
