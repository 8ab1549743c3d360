import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formats, methods } from '../../../../src/shared/account.ts';
import { buildRequest } from '../../../../src/watch/dialler/request.ts';

const account = {
  baseUrl: 'https://acme.croco-dial.net/goAPIv2',
  apiUser: 'super.visor',
  method: 'post',
  format: 'json',
} as const;
const endpoint = 'https://acme.croco-dial.net/goAPIv2/goUsers/goAPI.php';
const call = (user: string) =>
  ({ folder: 'goUsers', action: 'getLiveAgentInfo', parameters: { user } }) as const;

test('a POST carries everything in its body and nothing in its address', () => {
  const { url, init } = buildRequest(account, 'p w', call('Ana.Ruiz'));
  expect(url).toBe(endpoint);
  expect(init.method).toBe('POST');
  expect(new Headers(init.headers).get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(init.body).toBe(
    'goAction=getLiveAgentInfo&goUser=super.visor&goPass=p%20w&user=Ana.Ruiz&responsetype=json',
  );
});

test('a GET, for those who chose it, carries everything in its address', () => {
  const { url, init } = buildRequest({ ...account, method: 'get', format: 'xml' }, 'p w', call('Ana.Ruiz'));
  expect(url).toBe(
    `${endpoint}?goAction=getLiveAgentInfo&goUser=super.visor&goPass=p%20w&user=Ana.Ruiz&responsetype=xml`,
  );
  expect(init.method).toBe('GET');
  expect(init.body).toBeUndefined();
});

test.each(methods)('a %s follows no redirect, sends no cookie and asks no cache', (method) => {
  expect(buildRequest({ ...account, method }, 'x', call('ana')).init).toMatchObject({
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  });
});

test('any password and any user name arrive as they were typed', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom(...methods),
      fc.constantFrom(...formats),
      (password, user, method, format) => {
        const { url, init } = buildRequest({ ...account, method, format }, password, call(user));
        const sent = method === 'get' ? new URL(url).search.slice(1) : String(init.body);
        expect(sent).toMatch(/^[\w.~%=&-]*$/);
        expect(Object.fromEntries(new URLSearchParams(sent))).toEqual({
          goAction: 'getLiveAgentInfo',
          goUser: 'super.visor',
          goPass: password,
          user,
          responsetype: format,
        });
      },
    ),
  );
});

test('a broken surrogate in a password is no reason to throw', () => {
  expect(String(buildRequest(account, 'a\ud800b', call('ana')).init.body)).toContain('goPass=a%EF%BF%BDb&');
});
