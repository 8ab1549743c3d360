import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Desktop } from '../desktop.ts';
import { parseAction } from '../wire/action.ts';
import { type Asked, isOwnHostAndOrigin, judge } from './guard.ts';

export interface ServerParts {
  readonly port: number;
  /** Null makes one up. */
  readonly token: string | null;
  readonly desktop: Desktop;
  readonly serveDesktop: (path: string, host: string, response: ServerResponse) => Promise<void>;
  readonly serveWindow: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly onSocket: (socket: WebSocket) => void;
  readonly onSecondInstance: () => void;
}

export interface PreviewServer {
  readonly port: number;
  readonly url: string;
  /** For the browser that this process opens: it holds a code that is of use once. */
  readonly onceUrl: string;
  /** Where a second start is told of. */
  readonly secondInstanceUrl: string;
  readonly close: () => void;
}

const mostBodyBytes = 1_000_000;
const mostFrameBytes = 4_000_000;

/** One loopback server for the desktop page, the app's page, and the programs that drive them. */
export async function startServer(parts: ServerParts): Promise<PreviewServer> {
  const token = parts.token ?? randomBytes(24).toString('base64url');
  // The same after a restart with the same token, so that the page that is open finds us.
  const session = createHash('sha256').update(`session ${token}`).digest('base64url');
  const onceCode = randomBytes(24).toString('base64url');
  let code: string | null = onceCode;
  const secrets = () => ({ port, token, session, code });
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostFrameBytes });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const verdict = judge(askedOf(request, true), secrets());
    if (!verdict.allowed || pathOf(request) !== '/socket') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, parts.onSocket);
  });
  server.listen(parts.port, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = askedOf(request, false);
    const path = pathOf(request);
    // The app's page has a secret of its own in its path, so that it never holds the desktop's.
    if (path.startsWith('/w/')) {
      if (isOwnHostAndOrigin(asked, port)) await parts.serveWindow(request, response);
      else response.writeHead(403).end();
      return;
    }
    const verdict = judge(asked, secrets());
    if (!verdict.allowed) {
      response
        .writeHead(verdict.status, { 'Content-Type': 'text/plain' })
        .end('This preview is not yours to see.\n');
      return;
    }
    if (verdict.isCode) code = null;
    if (request.method === 'GET' && verdict.setCookie !== null) enter(verdict.setCookie, response);
    else if (request.method === 'GET' && path === '/desktop.json')
      sendJson(response, 200, parts.desktop.state());
    else if (request.method === 'GET') await parts.serveDesktop(path, request.headers.host ?? '', response);
    else if (request.method === 'POST' && path === '/control') control(await bodyOf(request), response);
    else if (request.method === 'POST' && path === '/second-instance') {
      parts.onSecondInstance();
      sendJson(response, 200, { ok: true });
    } else response.writeHead(405).end();
  }

  function control(body: unknown, response: ServerResponse): void {
    const action = parseAction(body);
    if (action === null) sendJson(response, 400, { ok: false, problem: 'No such action.' });
    else if (parts.desktop.act(action)) sendJson(response, 200, { ok: true });
    else sendJson(response, 409, { ok: false, problem: 'Nothing there to act on.' });
  }

  return {
    port,
    url: `http://127.0.0.1:${port}/?token=${token}`,
    onceUrl: `http://127.0.0.1:${port}/?code=${onceCode}`,
    secondInstanceUrl: `http://127.0.0.1:${port}/second-instance?token=${token}`,
    close: () => {
      for (const socket of sockets.clients) socket.close(1001);
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page of our own leads on: after a redirect from elsewhere the browser would hold the cookie back. */
function enter(cookie: string, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Set-Cookie': cookie,
  });
  response.end(
    '<!doctype html><title>Croco Tray preview</title><meta http-equiv="refresh" content="0; url=/">',
  );
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? mostBodyBytes + 1) > mostBodyBytes) return null;
  return json(request).catch(() => null);
}

const pathOf = (request: IncomingMessage): string =>
  URL.parse(request.url ?? '/', 'http://preview')?.pathname ?? '';

const portOf = (address: ReturnType<ReturnType<typeof createServer>['address']>): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

const askedOf = (request: IncomingMessage, isUpgrade: boolean): Asked => ({
  host: request.headers.host,
  origin: request.headers.origin,
  cookie: request.headers.cookie,
  url: request.url ?? '/',
  isUpgrade,
});
