import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDiallerClient, type DiallerClientParts } from '../../../../src/watch/dialler/client.ts';
import { fixture, parse } from './replies.ts';

const account = {
  baseUrl: 'https://acme.croco-dial.net/goAPIv2',
  apiUser: 'api',
  method: 'post',
  format: 'json',
} as const;
const request = { account, password: 'Secret1', agentUser: 'ana.ruiz' };

const ask = (
  fetch: DiallerClientParts['fetch'],
  more: Partial<DiallerClientParts> = {},
  signal?: AbortSignal,
) => createDiallerClient({ fetch, ...more }).getLiveAgentInfo(signal ? { ...request, signal } : request);

/** A body that sends these pieces and then, unless told to end, says no more. */
function slowBody(
  pieces: readonly Uint8Array[],
  onCancel: () => void = () => {},
): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull: (controller) => {
      const piece = left.shift();
      if (piece === undefined) return new Promise(() => {});
      controller.enqueue(piece);
      return undefined;
    },
    cancel: onCancel,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('an answer is asked for as built and read as parsed', async () => {
  const asked: [string, RequestInit][] = [];
  const reply = await ask(async (url, init) => {
    asked.push([url, init]);
    return new Response(fixture('in-call'));
  });
  expect(reply).toEqual(parse(fixture('in-call')));
  expect(asked).toMatchObject([
    [
      'https://acme.croco-dial.net/goAPIv2/goUsers/goAPI.php',
      { method: 'POST', redirect: 'manual', body: expect.stringContaining('user=ana.ruiz') },
    ],
  ]);
});

test('an answer in pieces, a character cut through, is read whole', async () => {
  const bytes = Buffer.from('{"result":"success","data":{"status":"PAUSE - CAFÉ"}}');
  const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
  const body = ReadableStream.from(pieces);
  expect(await ask(async () => new Response(body))).toMatchObject({
    value: { reading: { status: 'PAUSE - CAFÉ' } },
  });
});

test('an answer without a body is empty', async () => {
  expect(await ask(async () => new Response(null))).toEqual({ ok: false, error: { kind: 'empty-answer' } });
});

test('status and headers count', async () => {
  const busy = new Response('', { status: 503, headers: { 'Retry-After': 'Thu, 19 Mar 2026 12:00:09 GMT' } });
  expect(await ask(async () => busy, { wallMs: () => Date.UTC(2026, 2, 19, 12) })).toEqual({
    ok: false,
    error: { kind: 'http-error', detail: '503', retryAfterMs: 9_000 },
  });
  const moved = new Response('', { status: 302, headers: { Location: 'https://b.example/x' } });
  expect(await ask(async () => moved)).toEqual({
    ok: false,
    error: { kind: 'redirected', detail: 'b.example' },
  });
});

test('a body longer than allowed is given up on, and its stream let go', async () => {
  const cancelled = vi.fn();
  const pieces = Array.from({ length: 5 }, () => new Uint8Array(40));
  const reply = await ask(async () => new Response(slowBody(pieces, cancelled)), { maxBodyBytes: 100 });
  expect(reply).toEqual({ ok: false, error: { kind: 'too-large' } });
  expect(cancelled).toHaveBeenCalledOnce();
});

test('a body of exactly the allowed length is read', async () => {
  const body = fixture('in-call');
  expect(await ask(async () => new Response(body), { maxBodyBytes: body.length })).toMatchObject({
    ok: true,
  });
});

test('a server that never answers is timed out', async () => {
  const reply = ask(() => new Promise(() => {}), { timeoutMs: 1_000 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await reply).toEqual({ ok: false, error: { kind: 'timeout' } });
});

test('a body that never ends is timed out too, and its stream let go', async () => {
  const cancelled = vi.fn();
  const body = slowBody([fixture('in-call').subarray(0, 50)], cancelled);
  const reply = ask(async () => new Response(body), { timeoutMs: 1_000 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await reply).toEqual({ ok: false, error: { kind: 'timeout' } });
  expect(cancelled).toHaveBeenCalledOnce();
});

test('a caller who gives up is told so, before, during and after the headers', async () => {
  const fetch = vi.fn(async () => new Response(fixture('in-call')));
  expect(await ask(fetch, {}, AbortSignal.abort())).toBe('aborted');
  expect(fetch).not.toHaveBeenCalled();
  for (const answer of [
    () => new Promise<Response>(() => {}),
    async () => new Response(slowBody([Uint8Array.of(123)])),
  ]) {
    const caller = new AbortController();
    const reply = ask(answer, {}, caller.signal);
    await vi.advanceTimersByTimeAsync(5);
    caller.abort();
    expect(await reply).toBe('aborted');
  }
});

test('an abort that was not the caller’s is a broken connection', async () => {
  const reply = await ask(async () => {
    throw new DOMException('', 'AbortError');
  });
  expect(reply).toEqual({ ok: false, error: { kind: 'connection-broken' } });
});

test('what fetch throws, at once or later, is a problem', async () => {
  const refused = new Error('net::ERR_CONNECTION_REFUSED');
  const problem = { ok: false, error: { kind: 'refused' } };
  expect(await ask(() => Promise.reject(refused))).toEqual(problem);
  const throwing = () => {
    throw refused;
  };
  expect(await ask(throwing)).toEqual(problem);
});

test('a connection that breaks within the body is a problem', async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error('net::ERR_CONNECTION_RESET')),
  });
  expect(await ask(async () => new Response(body))).toEqual({
    ok: false,
    error: { kind: 'connection-broken' },
  });
});

test.each([
  ['percent-encoded', (text: string) => encodeURIComponent(text)],
  ['in base64', (text: string) => Buffer.from(text).toString('base64')],
  ['escaped', (text: string) => JSON.stringify(text)],
  ['cut to fit', (text: string) => `${'no such field '.repeat(7)}${text}`],
])('a password repeated %s is not quoted either', async (_how, spell) => {
  const password = 'Zq7#vK+9%x&é<W2m';
  const body = JSON.stringify({ result: `Unknown: ${spell(password)}` });
  const client = createDiallerClient({ fetch: async () => new Response(body) });
  expect(await client.getLiveAgentInfo({ ...request, password })).toEqual({
    ok: false,
    error: { kind: 'dialler-error' },
  });
});

test('the end of a text may be the beginning of the password: four characters of it are too many', async () => {
  const client = createDiallerClient({ fetch: async () => new Response('{"result":"No user Secr"}') });
  expect(await client.getLiveAgentInfo(request)).toEqual({ ok: false, error: { kind: 'dialler-error' } });
  const shorter = createDiallerClient({ fetch: async () => new Response('{"result":"No user Sec"}') });
  expect(await shorter.getLiveAgentInfo(request)).toMatchObject({ error: { detail: 'No user Sec' } });
});

test.each([
  [1_000, 45_000],
  [60_000, 60_000],
])('the list of users has 45 s at least: with a limit of %d ms it has %d ms', async (timeoutMs, limitMs) => {
  const client = createDiallerClient({ fetch: () => new Promise(() => {}), timeoutMs });
  const settled = vi.fn();
  void client.getRoster(request).then(settled);
  await vi.advanceTimersByTimeAsync(limitMs - 1);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledExactlyOnceWith({ ok: false, error: { kind: 'timeout' } });
});

test('a dialler that repeats the password in its error is not quoted', async () => {
  const echo = (text: string) => ask(async () => new Response(JSON.stringify({ result: text })));
  expect(await echo('No user for Secret1')).toEqual({ ok: false, error: { kind: 'dialler-error' } });
  const mangled = createDiallerClient({ fetch: async () => new Response('{"result":"No Secret1 here"}') });
  const asTyped = { ...request, password: 'Sec\'ret;"1' };
  expect(await mangled.getLiveAgentInfo(asTyped)).toEqual({ ok: false, error: { kind: 'dialler-error' } });
  expect(await echo('No user for it')).toMatchObject({ error: { detail: 'No user for it' } });
});
