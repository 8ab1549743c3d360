import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, otherHost } from '../../../src/preview/server/guard.ts';

const secrets = { port: 8123, token: 'right-token', session: 'right-session', code: 'right-code' };
const host = '127.0.0.1:8123';
const withToken = '/?token=right-token';
const cookie = 'other=1; croco-preview-8123=right-session';
const setCookie = 'croco-preview-8123=right-session; Path=/; HttpOnly; SameSite=Strict';
const base = { host, origin: undefined, cookie: undefined, url: '/', isUpgrade: false };

test('the token in the address opens the door and leaves a cookie that scripts cannot read, without the token', () => {
  expect(judge({ ...base, url: withToken }, secrets)).toEqual({ allowed: true, setCookie, isCode: false });
});

test('a program that brings the token gets its answer and no cookie', () => {
  const url = '/desktop.json?token=right-token';
  expect(judge({ ...base, url }, secrets)).toEqual({ allowed: true, setCookie: null, isCode: false });
});

test('a code opens the door once, and for the page alone', () => {
  const url = '/?code=right-code';
  expect(judge({ ...base, url }, secrets)).toEqual({ allowed: true, setCookie, isCode: true });
  expect(judge({ ...base, url }, { ...secrets, code: null }).allowed).toBe(false);
  expect(judge({ ...base, url: '/desktop.json?code=right-code' }, secrets).allowed).toBe(false);
  expect(judge({ ...base, url, cookie }, { ...secrets, code: null })).toMatchObject({
    allowed: true,
    setCookie,
  });
});

test('the cookie alone is enough afterwards', () => {
  expect(judge({ ...base, cookie }, secrets)).toEqual({ allowed: true, setCookie: null, isCode: false });
});

test.each([
  ['no token', {}, 401],
  ['a wrong token', { url: '/?token=wrong' }, 401],
  ['a wrong token beside a good cookie', { url: '/?token=wrong', cookie }, 401],
  ['the cookie of another port', { cookie: 'croco-preview-9=right-session' }, 401],
  ['the token as a cookie', { cookie: 'croco-preview-8123=right-token' }, 401],
  ['a wrong code', { url: '/?code=wrong' }, 401],
  ['another name for this machine', { url: withToken, host: 'evil.example:8123' }, 403],
  ['another port', { url: withToken, host: '127.0.0.1:9' }, 403],
  ['no host', { url: withToken, host: undefined }, 403],
  ['another origin', { cookie, origin: 'http://evil.example' }, 403],
  ['the origin of the app page', { cookie, origin: 'http://localhost:8123' }, 403],
  ['an opaque origin', { cookie, origin: 'null' }, 403],
  ['a socket without an origin', { cookie, isUpgrade: true }, 403],
] as const)('%s is refused', (_what, change, status) => {
  expect(judge({ ...base, ...change }, secrets)).toEqual({ allowed: false, status });
});

test('a socket from the desktop page is allowed', () => {
  expect(judge({ ...base, cookie, origin: `http://${host}`, isUpgrade: true }, secrets).allowed).toBe(true);
});

test('whatever the address, only the token opens the door', () => {
  fc.assert(
    fc.property(fc.string(), (url) => {
      fc.pre(!/right-(?:token|code)/.test(url));
      expect(judge({ ...base, url }, secrets).allowed).toBe(false);
    }),
  );
});

test('desktop and app page are never on the same name', () => {
  expect(otherHost('127.0.0.1:8123', 8123)).toBe('localhost:8123');
  expect(otherHost('localhost:8123', 8123)).toBe('127.0.0.1:8123');
});
