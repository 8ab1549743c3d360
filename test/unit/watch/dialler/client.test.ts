import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail } from '../../../../src/shared/result.ts';
import { createDiallerClient, type DiallerClientParts } from '../../../../src/watch/dialler/client.ts';
import type { Http, HttpRequest } from '../../../../src/watch/http.ts';
import { fixture, parse, success } from './replies.ts';

const account = {
  baseUrl: 'https://acme.croco-dial.net/goAPIv2',
  apiUser: 'api',
  method: 'post',
  format: 'json',
} as const;
const request = { account, password: 'Secret1', agentUser: 'ana.ruiz' };

const ask = (http: Http, more: Partial<DiallerClientParts> = {}, signal?: AbortSignal) =>
  createDiallerClient({ http, ...more }).getLiveAgentInfo(signal ? { ...request, signal } : request);

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
});

test('an answer is asked for as built and read as parsed', async () => {
  const asked: HttpRequest[] = [];
  const reply = await ask(async (sent) => {
    asked.push(sent);
    return new Response(fixture('in-call'));
  });
  expect(reply).toEqual(parse(fixture('in-call')));
  expect(asked).toMatchObject([
    {
      url: 'https://acme.croco-dial.net/goAPIv2/goUsers/goAPI.php',
      method: 'POST',
      body: expect.stringContaining('user=ana.ruiz'),
    },
  ]);
});

test('an answer in pieces, a character cut through, is read whole', async () => {
  const bytes = Buffer.from('{"result":"success","data":{"status":"PAUSE - CAFÉ"}}');
  const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
  const body = ReadableStream.from(pieces);
  expect(await ask(async () => new Response(body))).toMatchObject({
    value: { said: { status: 'PAUSE - CAFÉ' } },
  });
});

test('an answer without a body is empty', async () => {
  expect(await ask(async () => new Response(null))).toEqual(fail({ kind: 'empty-answer' }));
});

test('status and headers count', async () => {
  const busy = new Response('', { status: 503, headers: { 'Retry-After': 'Thu, 19 Mar 2026 12:00:09 GMT' } });
  expect(await ask(async () => busy, { wallMs: () => Date.UTC(2026, 2, 19, 12) })).toEqual(
    fail({ kind: 'http-error', detail: '503', retryAfterMs: 9_000 }),
  );
  const moved = new Response('', { status: 302, headers: { Location: 'https://b.example/x' } });
  expect(await ask(async () => moved)).toEqual(fail({ kind: 'redirected', detail: 'b.example' }));
});

test('a body longer than allowed is given up on, and its stream let go', async () => {
  const cancelled = vi.fn();
  const pieces = Array.from({ length: 5 }, () => new Uint8Array(40));
  const reply = await ask(async () => new Response(slowBody(pieces, cancelled)), { maxBodyBytes: 100 });
  expect(reply).toEqual(fail({ kind: 'too-large' }));
  expect(cancelled).toHaveBeenCalledOnce();
});

test('a body of exactly the allowed length is read', async () => {
  const body = fixture('in-call');
  expect(await ask(async () => new Response(body), { maxBodyBytes: body.length })).toMatchObject({
    ok: true,
  });
});

test('a body that never ends is timed out too, and its stream let go', async () => {
  const cancelled = vi.fn();
  const body = slowBody([fixture('in-call').subarray(0, 50)], cancelled);
  const reply = ask(async () => new Response(body), { timeoutMs: 1_000 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await reply).toEqual(fail({ kind: 'timeout' }));
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

const reset = new Error('net::ERR_CONNECTION_RESET');

test.each<[string, Http]>([
  ['what the network stack rejects with', () => Promise.reject(reset)],
  [
    'what the network stack throws',
    () => {
      throw reset;
    },
  ],
  ['an abort that was not the caller’s', () => Promise.reject(new DOMException('', 'AbortError'))],
  [
    'what breaks within the body',
    async () => new Response(new ReadableStream({ pull: (controller) => controller.error(reset) })),
  ],
])('%s is a broken connection', async (_what, http) => {
  expect(await ask(http)).toEqual(fail({ kind: 'connection-broken' }));
});

test('what repeats the password that was sent is left out of the answer', async () => {
  const body = success({ status: `PAUSED ${request.password}`, campaign_name: 'Care' });
  expect(await ask(async () => new Response(body))).toMatchObject({
    value: { said: { status: '•••', campaignName: 'Care' } },
  });
});

test.each([
  [1_000, 45_000],
  [60_000, 60_000],
])('the list of users has 45 s at least: with a limit of %d ms it has %d ms', async (timeoutMs, limitMs) => {
  const client = createDiallerClient({ http: () => new Promise(() => {}), timeoutMs });
  const settled = vi.fn();
  void client.getRoster(request).then(settled);
  await vi.advanceTimersByTimeAsync(limitMs - 1);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledExactlyOnceWith(fail({ kind: 'timeout' }));
});

test('the time limit of a request counts from when it may start', async () => {
  const asked: string[] = [];
  const client = createDiallerClient({
    http: ({ body }) => {
      asked.push(String(body));
      return new Promise(() => {});
    },
    timeoutMs: 1_000,
  });
  const settled: string[] = [];
  for (const name of ['1', '2', '3', '4', '5', '6']) {
    void client.getLiveAgentInfo({ ...request, agentUser: name }).then(() => settled.push(name));
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(settled).toEqual(['1', '2', '3', '4', '5']);
  expect(asked).toHaveLength(6);
  await vi.advanceTimersByTimeAsync(999);
  expect(settled).toHaveLength(5);
  await vi.advanceTimersByTimeAsync(1);
  expect(settled.at(-1)).toBe('6');
});

test('a list of users that takes its time holds up no poll, and polls without end hold up no list', async () => {
  const answers: (() => void)[] = [];
  const asked: string[] = [];
  const client = createDiallerClient({
    http: ({ body }) => {
      asked.push(/goAction=(\w+)/.exec(String(body))?.[1] ?? '');
      return new Promise((resolve) => answers.push(() => resolve(new Response(fixture('in-call')))));
    },
  });
  void client.getRoster(request);
  for (let polls = 0; polls < 6; polls += 1) void client.getLiveAgentInfo(request);
  void client.getFloorTotals(request);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['goGetAllUsers', ...Array.from({ length: 4 }, () => 'getLiveAgentInfo')]);
  for (const next of [1, 2, 3]) {
    answers[next]?.();
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(asked.slice(5)).toEqual(['getLiveAgentInfo', 'getLiveAgentInfo', 'getAgentStatus']);
  await vi.advanceTimersByTimeAsync(60_000);
});
