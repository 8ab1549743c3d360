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
  expect(buildRequest(account, 'p w', call('Ana.Ruiz'))).toEqual({
    url: endpoint,
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'goAction=getLiveAgentInfo&goUser=super.visor&goPass=p%20w&user=Ana.Ruiz&responsetype=json',
  });
});

test('a GET, for those who chose it, carries everything in its address', () => {
  expect(buildRequest({ ...account, method: 'get', format: 'xml' }, 'p w', call('Ana.Ruiz'))).toEqual({
    url: `${endpoint}?goAction=getLiveAgentInfo&goUser=super.visor&goPass=p%20w&user=Ana.Ruiz&responsetype=xml`,
    method: 'GET',
    headers: {},
    body: null,
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
        const { url, body } = buildRequest({ ...account, method, format }, password, call(user));
        const sent = method === 'get' ? new URL(url).search.slice(1) : String(body);
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
  expect(buildRequest(account, 'a\ud800b', call('ana')).body).toContain('goPass=a%EF%BF%BDb&');
});
