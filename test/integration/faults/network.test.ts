import tls from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, test } from 'vitest';
import { errorPage } from '../../../src/simulator/pages.ts';
import { nodeHttp } from '../../fakes/node-http.ts';
import { createStandInHttp } from '../../fakes/stand-in-http.ts';
import type { Misbehaviour } from './fault-server.ts';
import { broken, everyAnswer, raw, rerouted, simulated } from './misbehaviours.ts';
import { playRow } from './play.ts';
import { type FaultRow, fails, goesWell, type Taken } from './row.ts';
import { askedOnceIn, drip, encoded, head, huge, late, megabytes, tellsToWait } from './wire.ts';
import { good, pem, presents, withoutTls } from './without-trust.ts';

beforeAll(() => {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), pem('authority')]);
});

/** Every answer goes wrong in this way. */
const answered = (row: string, taken: Taken, how: Misbehaviour, more: Partial<FaultRow> = {}): FaultRow => ({
  row,
  taken,
  begin: everyAnswer(how),
  ...more,
});

/** So long that what hangs is given up on. */
const hangs = { lastsMs: 45_000 };
const overTls = { stage: { certificate: good } };
const half = (body: Buffer): string => head(`Content-Length: ${body.length}\r\n`) + body.subarray(0, 60);

const unreachable: readonly FaultRow[] = [
  {
    row: 'connection refused',
    taken: fails('refused'),
    begin: async ({ server }) => {
      await server.pause();
      return server.resume;
    },
  },
  answered(
    'reset before an answer',
    fails('connection-broken'),
    simulated({ kind: 'reset', when: 'before-headers' }),
  ),
  answered(
    'reset mid-headers',
    fails('connection-broken'),
    raw(() => 'HTTP/1.1 200 OK\r\nContent-Ty', 'reset'),
  ),
  answered('reset mid-body', fails('connection-broken'), simulated({ kind: 'reset', when: 'mid-body' })),
  answered(
    'closed before an answer',
    fails('connection-broken'),
    raw(() => '', 'end'),
  ),
  answered('closed mid-body', fails('connection-broken'), raw(half, 'end')),
  answered('hang before headers', fails('timeout'), simulated({ kind: 'hang' }), hangs),
  answered(
    'hang mid-headers',
    fails('timeout'),
    raw(() => 'HTTP/1.1 200 OK\r\nContent-Ty', 'hold'),
    hangs,
  ),
  answered('hang mid-body', fails('timeout'), raw(half, 'hold'), hangs),
  answered('one byte a second', fails('timeout'), drip, hangs),
  {
    row: 'DNS failure',
    taken: fails('name-not-found'),
    begin: rerouted((request) =>
      nodeHttp({ ...request, url: request.url.replace('127.0.0.1', 'dialler.invalid') }),
    ),
  },
  ...[1_000, 5_000, 11_000].map((ms) =>
    answered(`answers after ${ms / 1_000} s`, goesWell, late(ms), { lastsMs: 90_000, callMs: 30_000 }),
  ),
  answered('answers after 30 s', fails('timeout'), late(30_000), { lastsMs: 60_000 }),
];

const inBetween: readonly FaultRow[] = [
  answered('captive portal, HTML', fails('html-page'), simulated({ kind: 'html' })),
  answered(
    'captive portal, redirect',
    fails('redirected', 'login.portal.example'),
    simulated({ kind: 'redirect', location: 'http://login.portal.example/?from=dialler' }),
  ),
  {
    // Node's own fetch takes a 407 for a broken connection, so it is answered in its place.
    row: 'proxy 407 with HTML',
    taken: fails('proxy-login'),
    begin: rerouted(async () => new Response(errorPage(407, 'Proxy'), { status: 407 })),
  },
  {
    row: 'proxy that opens no tunnel, as Electron has it',
    taken: fails('proxy-failed'),
    begin: rerouted(broken('ERR_TUNNEL_CONNECTION_FAILED')),
  },
  ...[500, 502, 503, 504].map((status) =>
    answered(
      `${status} with HTML`,
      fails('http-error', String(status)),
      simulated({ kind: 'status', status }),
    ),
  ),
  answered('429 without Retry-After', fails('rate-limited'), simulated({ kind: 'status', status: 429 })),
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
  answered(
    'redirect to http',
    fails('redirected', 'dialler.example'),
    simulated({ kind: 'redirect', location: 'http://dialler.example/goAPIv2/goUsers/goAPI.php' }),
    overTls,
  ),
  answered(
    'redirect to another host',
    // Followed, it would be a name that is not found.
    fails('redirected', 'elsewhere.example:8443'),
    simulated({
      kind: 'redirect',
      location: 'https://user@elsewhere.example:8443/x?goPass=Secret1',
      status: 307,
    }),
  ),
  answered('redirect loop', fails('redirected'), simulated({ kind: 'redirect-loop' })),
  answered(
    '304 to a question nobody cached',
    fails('empty-answer'),
    raw(() => 'HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n', 'end'),
  ),
];

const untrusted: readonly FaultRow[] = [
  { row: 'TLS: certificate expired', taken: fails('tls', 'expired'), begin: presents('expired'), ...overTls },
  { row: 'TLS: self-signed', taken: fails('tls', 'self-signed'), begin: presents('certificate'), ...overTls },
  { row: 'TLS: wrong host', taken: fails('tls', 'wrong host'), begin: presents('other-host'), ...overTls },
  {
    row: 'TLS: none, HTTP instead',
    taken: fails('tls'),
    begin: withoutTls((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), false),
    ...overTls,
  },
  {
    row: 'TLS: handshake never ends',
    taken: fails('timeout'),
    begin: withoutTls(() => undefined, true),
    ...overTls,
    ...hangs,
  },
];

const wrapped: readonly FaultRow[] = [
  answered(
    'HTTP/1.0, closed at the end',
    goesWell,
    raw((body) => `HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`, 'end'),
  ),
  answered('gzip', goesWell, simulated({ kind: 'gzip' })),
  answered('deflate', goesWell, encoded('deflate', deflateSync)),
  answered('brotli', goesWell, encoded('br', brotliCompressSync)),
  answered(
    'gzip cut off',
    fails('unreadable'),
    encoded('gzip', (body) => gzipSync(body).subarray(0, 120)),
  ),
  answered(
    'gzip that is none',
    fails('unreadable'),
    encoded('gzip', (body) => body),
  ),
  answered(
    'gzip that unpacks to 20 MB',
    fails('too-large'),
    encoded('gzip', () => gzipSync(Buffer.alloc(20 * megabytes, 'A'))),
  ),
  answered(
    'chunked without end, then silence',
    fails('timeout'),
    ({ response, body, hold }) => {
      response.write(body);
      hold();
    },
    hangs,
  ),
  { row: 'chunked without end, 20 MB', taken: fails('too-large'), ...huge(12 * megabytes) },
  answered(
    'chunk size that is none',
    fails('unreadable'),
    raw((body) => `${head('Transfer-Encoding: chunked\r\n')}zz\r\n${body}`, 'end'),
  ),
  answered(
    'headers without end',
    fails('unreadable'),
    raw(() => head(`X-Filler: ${'a'.repeat(200_000)}\r\n`), 'end'),
  ),
  answered(
    'another protocol',
    fails('unreadable'),
    raw(() => 'SSH-2.0-OpenSSH_9.6\r\n', 'end'),
  ),
  answered(
    '103 before the answer',
    goesWell,
    raw((body) => {
      const right = head(`Content-Length: ${body.length}\r\nConnection: close\r\n`) + body;
      return `HTTP/1.1 103 Early Hints\r\n\r\n${right}`;
    }, 'end'),
  ),
];

const oddHeads: readonly FaultRow[] = [
  answered(
    'header and reason phrase in Latin-1',
    goesWell,
    raw((body) => {
      const more = `X-Name: Caf\u00e9\r\nContent-Length: ${body.length}\r\nConnection: close\r\n`;
      return Buffer.concat([Buffer.from(head(more).replace('OK', 'Tr\u00e8s bien'), 'latin1'), body]);
    }, 'end'),
  ),
  answered('status 999 with HTML', fails('http-error', '999'), simulated({ kind: 'status', status: 999 })),
];

const rows = [...unreachable, ...inBetween, ...untrusted, ...wrapped, ...oddHeads];

/** Also played as the app speaks HTTP, over the preview's stand-in for Electron's network: what is peculiar to that. */
const alsoByNet: ReadonlySet<string> = new Set([
  'reset before an answer',
  'closed mid-body',
  'hang before headers',
  'hang mid-body',
  'answers after 5 s',
  'captive portal, redirect',
  '429, Retry-After 40 (s)',
  'redirect to another host',
  'redirect loop',
  '304 to a question nobody cached',
  'TLS: certificate expired',
  'gzip',
  'gzip that is none',
  'gzip that unpacks to 20 MB',
  'chunked without end, 20 MB',
  'chunk size that is none',
  'headers without end',
  ...oddHeads.map(({ row }) => row),
]);

const byNet = rows
  .filter(({ row }) => alsoByNet.has(row))
  .map((row) => ({
    ...row,
    row: `${row.row}, by net.request`,
    stage: { ...row.stage, http: createStandInHttp().http },
  }));

test.for([...rows, ...byNet])('network: $row', async (row, context) => {
  await playRow(context, 'Network', row);
});
