import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { expect, test } from 'vitest';
import { createNetHttp, noProxyLogins } from '../../../../src/main/app/net-http.ts';

/** What one request becomes at Electron. */
function send({ signal = new AbortController().signal, body = 'goPass=x' as string | null } = {}) {
  const made: object[] = [];
  const ended: unknown[] = [];
  let aborted = 0;
  const request = Object.assign(new EventEmitter(), {
    end: (chunk?: string) => ended.push(chunk),
    abort: () => {
      aborted += 1;
    },
  });
  const session = {} as Electron.Session;
  const net = {
    request: (options: object) => {
      made.push(options);
      return request as unknown as Electron.ClientRequest;
    },
  };
  const http = createNetHttp({ net, session, logins: () => noProxyLogins });
  const response = http({ url: 'https://a.example/', method: 'POST', headers: { A: 'b' }, body, signal });
  return { request, response, made, ended, session, aborted: () => aborted };
}

const anAnswer = (statusCode: number, headers: object) =>
  Object.assign(new EventEmitter(), { statusCode, headers });

test('no redirect is followed, no cookie sent or kept, no cache asked', () => {
  const { made, ended, session } = send();
  expect(made).toEqual([
    {
      url: 'https://a.example/',
      method: 'POST',
      headers: { A: 'b' },
      session,
      redirect: 'manual',
      useSessionCookies: false,
      cache: 'no-store',
    },
  ]);
  expect(ended).toEqual(['goPass=x']);
  expect(send({ body: null }).ended).toEqual([undefined]);
});

test('headers are read whether they come once or more often, and only their own', async () => {
  const { request, response } = send();
  request.emit('response', anAnswer(200, { date: 'x', 'set-cookie': ['a', 'b'] }));
  const { headers } = await response;
  expect(['date', 'set-cookie', 'location', 'constructor'].map(headers.get)).toEqual(['x', 'a', null, null]);
});

test('where a redirect leads is what the server says, or else what Chromium makes of it', async () => {
  for (const [fields, location] of [
    [{ location: ['/login'] }, '/login'],
    [{}, 'https://b.example/'],
  ] as const) {
    const { request, response, aborted } = send();
    request.emit('redirect', 302, 'GET', 'https://b.example/', fields);
    expect((await response).headers.get('location')).toBe(location);
    expect(aborted()).toBe(1);
  }
});

test('an error after the end of it all is heard by somebody', async () => {
  const { request, response } = send();
  const answer = anAnswer(407, {});
  request.emit('response', answer);
  expect(await response).toMatchObject({ status: 407, body: null });
  answer.emit('error', new Error('net::ERR_TUNNEL_CONNECTION_FAILED'));
  request.emit('error', new Error('net::ERR_TUNNEL_CONNECTION_FAILED'));
});

test('what is over is not aborted any more', async () => {
  const caller = new AbortController();
  const { request, response, aborted } = send({ signal: caller.signal });
  const answer = anAnswer(200, {});
  request.emit('response', answer);
  const { body } = await response;
  answer.emit('data', Buffer.from('{}'));
  answer.emit('end');
  caller.abort();
  expect(await new Response(body).text()).toBe('{}');
  expect(aborted()).toBe(0);
});

test('an abort before it is sent sends nothing', async () => {
  const { made, response } = send({ signal: AbortSignal.abort() });
  await expect(response).rejects.toThrow('aborted');
  expect(made).toEqual([]);
});

test('a server that asks for a login gets none', () => {
  const { request } = send();
  const answers: unknown[][] = [];
  request.emit('login', { isProxy: false, host: 'a', port: 1 }, (...given: unknown[]) => answers.push(given));
  expect(answers).toEqual([[]]);
});
