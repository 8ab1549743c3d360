import tls from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, test } from 'vitest';
import { errorPage } from '../../../src/simulator/pages.ts';
import { broken, everyAnswer, raw, rerouted, simulated } from './misbehaviours.ts';
import { playRow } from './play.ts';
import { type FaultRow, fails, goesWell } from './row.ts';
import { askedOnceIn, drip, encoded, head, huge, late, megabytes, tellsToWait } from './wire.ts';
import { good, pem, presents, withoutTls } from './without-trust.ts';

beforeAll(() => {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), pem('authority')]);
});

const rows: readonly FaultRow[] = [
  {
    row: 'connection refused',
    taken: fails('refused'),
    begin: async ({ server }) => {
      await server.pause();
      return server.resume;
    },
  },
  {
    row: 'reset before an answer',
    taken: fails('connection-broken'),
    begin: everyAnswer(simulated({ kind: 'reset', when: 'before-headers' })),
  },
  {
    row: 'reset mid-headers',
    taken: fails('connection-broken'),
    begin: everyAnswer(raw(() => 'HTTP/1.1 200 OK\r\nContent-Ty', 'reset')),
  },
  {
    row: 'reset mid-body',
    taken: fails('connection-broken'),
    begin: everyAnswer(simulated({ kind: 'reset', when: 'mid-body' })),
  },
  {
    row: 'closed before an answer',
    taken: fails('connection-broken'),
    begin: everyAnswer(raw(() => '', 'end')),
  },
  {
    row: 'closed mid-body',
    taken: fails('connection-broken'),
    begin: everyAnswer(
      raw((body) => head(`Content-Length: ${body.length}\r\n`) + body.subarray(0, 60), 'end'),
    ),
  },
  {
    row: 'hang before headers',
    taken: fails('timeout'),
    begin: everyAnswer(simulated({ kind: 'hang' })),
    lastsMs: 45_000,
  },
  {
    row: 'hang mid-headers',
    taken: fails('timeout'),
    begin: everyAnswer(raw(() => 'HTTP/1.1 200 OK\r\nContent-Ty', 'hold')),
    lastsMs: 45_000,
  },
  {
    row: 'hang mid-body',
    taken: fails('timeout'),
    begin: everyAnswer(
      raw((body) => head(`Content-Length: ${body.length}\r\n`) + body.subarray(0, 60), 'hold'),
    ),
    lastsMs: 45_000,
  },
  { row: 'one byte a second', taken: fails('timeout'), begin: everyAnswer(drip), lastsMs: 45_000 },
  {
    row: 'DNS failure',
    taken: fails('name-not-found'),
    begin: rerouted((url, init) => fetch(url.replace('127.0.0.1', 'dialler.invalid'), init)),
  },
  ...[1_000, 5_000, 11_000].map(
    (ms): FaultRow => ({
      row: `answers after ${ms / 1_000} s`,
      taken: goesWell,
      begin: everyAnswer(late(ms)),
      lastsMs: 90_000,
      callMs: 30_000,
    }),
  ),
  { row: 'answers after 30 s', taken: fails('timeout'), begin: everyAnswer(late(30_000)), lastsMs: 60_000 },
  { row: 'captive portal, HTML', taken: fails('html-page'), begin: everyAnswer(simulated({ kind: 'html' })) },
  {
    row: 'captive portal, redirect',
    taken: fails('redirected', 'login.portal.example'),
    begin: everyAnswer(
      simulated({ kind: 'redirect', location: 'http://login.portal.example/?from=dialler' }),
    ),
  },
  {
    // Node's own fetch takes a 407 for a broken connection, so it is answered in its place.
    row: 'proxy 407 with HTML',
    taken: fails('proxy-login'),
    begin: rerouted(async () => new Response(errorPage(407, 'Proxy'), { status: 407 })),
  },
  {
    row: 'proxy 407 to CONNECT, as Electron has it',
    taken: fails('proxy-login'),
    begin: rerouted(broken('ERR_TUNNEL_CONNECTION_FAILED')),
  },
  ...[500, 502, 503, 504].map(
    (status): FaultRow => ({
      row: `${status} with HTML`,
      taken: fails('http-error', String(status)),
      begin: everyAnswer(simulated({ kind: 'status', status })),
    }),
  ),
  {
    row: '429 without Retry-After',
    taken: fails('rate-limited'),
    begin: everyAnswer(simulated({ kind: 'status', status: 429 })),
  },
  {
    row: '429, Retry-After 40 (s)',
    taken: fails('rate-limited'),
    begin: tellsToWait(429, () => '40'),
    meanwhile: askedOnceIn(25_000),
  },
  {
    row: '429, Retry-After a date',
    taken: fails('rate-limited'),
    begin: tellsToWait(429, (nowWallMs) => new Date(nowWallMs + 40_000).toUTCString()),
    meanwhile: askedOnceIn(25_000),
  },
  {
    row: '503, Retry-After 40 (s)',
    taken: fails('http-error', '503'),
    begin: tellsToWait(503, () => '40'),
    meanwhile: askedOnceIn(25_000),
  },
  {
    row: 'redirect to http',
    taken: fails('redirected', 'dialler.example'),
    begin: everyAnswer(
      simulated({ kind: 'redirect', location: 'http://dialler.example/goAPIv2/goUsers/goAPI.php' }),
    ),
    stage: { certificate: good },
  },
  {
    row: 'redirect to another host',
    // Followed, it would be a name that is not found.
    taken: fails('redirected', 'elsewhere.example:8443'),
    begin: everyAnswer(
      simulated({
        kind: 'redirect',
        location: 'https://user@elsewhere.example:8443/x?goPass=Secret1',
        status: 307,
      }),
    ),
  },
  {
    row: 'redirect loop',
    taken: fails('redirected'),
    begin: everyAnswer(simulated({ kind: 'redirect-loop' })),
  },
  {
    row: '304 to a question nobody cached',
    taken: fails('empty-answer'),
    begin: everyAnswer(raw(() => 'HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n', 'end')),
  },
  {
    row: 'TLS: certificate expired',
    taken: fails('tls', 'expired'),
    begin: presents('expired'),
    stage: { certificate: good },
  },
  {
    row: 'TLS: self-signed',
    taken: fails('tls', 'self-signed'),
    begin: presents('certificate'),
    stage: { certificate: good },
  },
  {
    row: 'TLS: wrong host',
    taken: fails('tls', 'wrong host'),
    begin: presents('other-host'),
    stage: { certificate: good },
  },
  {
    row: 'TLS: none, HTTP instead',
    taken: fails('tls'),
    begin: withoutTls((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), false),
    stage: { certificate: good },
  },
  {
    row: 'TLS: handshake never ends',
    taken: fails('timeout'),
    begin: withoutTls(() => undefined, true),
    stage: { certificate: good },
    lastsMs: 45_000,
  },
  {
    row: 'HTTP/1.0, closed at the end',
    taken: goesWell,
    begin: everyAnswer(raw((body) => `HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`, 'end')),
  },
  { row: 'gzip', taken: goesWell, begin: everyAnswer(simulated({ kind: 'gzip' })) },
  { row: 'deflate', taken: goesWell, begin: everyAnswer(encoded('deflate', deflateSync)) },
  { row: 'brotli', taken: goesWell, begin: everyAnswer(encoded('br', brotliCompressSync)) },
  {
    row: 'gzip cut off',
    taken: fails('unreadable'),
    begin: everyAnswer(encoded('gzip', (body) => gzipSync(body).subarray(0, 120))),
  },
  {
    row: 'gzip that is none',
    taken: fails('unreadable'),
    begin: everyAnswer(encoded('gzip', (body) => body)),
  },
  {
    row: 'gzip that unpacks to 20 MB',
    taken: fails('too-large'),
    begin: everyAnswer(encoded('gzip', () => gzipSync(Buffer.alloc(20 * megabytes, 'A')))),
  },
  {
    row: 'chunked without end, then silence',
    taken: fails('timeout'),
    begin: everyAnswer(({ response, body, hold }) => {
      response.write(body);
      hold();
    }),
    lastsMs: 45_000,
  },
  {
    row: 'chunked without end, 20 MB',
    taken: fails('too-large'),
    ...huge(12 * megabytes),
  },
  {
    row: 'chunk size that is none',
    taken: fails('unreadable'),
    begin: everyAnswer(raw((body) => `${head('Transfer-Encoding: chunked\r\n')}zz\r\n${body}`, 'end')),
  },
  {
    row: 'headers without end',
    taken: fails('unreadable'),
    begin: everyAnswer(raw(() => head(`X-Filler: ${'a'.repeat(200_000)}\r\n`), 'end')),
  },
  {
    row: 'another protocol',
    taken: fails('unreadable'),
    begin: everyAnswer(raw(() => 'SSH-2.0-OpenSSH_9.6\r\n', 'end')),
  },
  {
    row: '103 before the answer',
    taken: goesWell,
    begin: everyAnswer(
      raw(
        (body) =>
          `HTTP/1.1 103 Early Hints\r\n\r\n${head(`Content-Length: ${body.length}\r\nConnection: close\r\n`)}${body}`,
        'end',
      ),
    ),
  },
];

test.for(rows)('network: $row', async (row, context) => {
  await playRow(context, 'Network', row);
});
