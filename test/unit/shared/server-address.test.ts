import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AddressProblem, parseServerAddress } from '../../../src/shared/server-address.ts';

test.each([
  ['acme', 'https://acme.croco-dial.net/goAPIv2'],
  [' ACME ', 'https://acme.croco-dial.net/goAPIv2'],
  ["\ufeff'acme", 'https://acme.croco-dial.net/goAPIv2'],
  ['"acme",', 'https://acme.croco-dial.net/goAPIv2'],
  ['=“acme”\u00a0;', 'https://acme.croco-dial.net/goAPIv2'],
  ['<https://pbx.exam\u200bple.com/>\t', 'https://pbx.example.com/goAPIv2'],
  ['call-centre-7', 'https://call-centre-7.croco-dial.net/goAPIv2'],
  ['acme.croco-dial.net', 'https://acme.croco-dial.net/goAPIv2'],
  ['Acme.Croco-Dial.NET', 'https://acme.croco-dial.net/goAPIv2'],
  ['bücher.example', 'https://xn--bcher-kva.example/goAPIv2'],
  ['192.0.2.7', 'https://192.0.2.7/goAPIv2'],
  ['https://pbx.example.com', 'https://pbx.example.com/goAPIv2'],
  ['HTTPS://PBX.Example.com/GoAPIv2///', 'https://pbx.example.com/GoAPIv2'],
  ['https://pbx.example.com:8443/dialler/goAPIv2', 'https://pbx.example.com:8443/dialler/goAPIv2'],
  ['https://pbx.example.com:443', 'https://pbx.example.com/goAPIv2'],
  ['https://acme.croco-dial.net/goAPIv2/goUsers/goAPI.php', 'https://acme.croco-dial.net/goAPIv2'],
  ['https://pbx.example.com/#', 'https://pbx.example.com/goAPIv2'],
  ['https://[2001:db8::1]/api', 'https://[2001:db8::1]/api'],
  ['http://localhost:8787', 'http://localhost:8787/goAPIv2'],
  ['http://127.0.0.1:8787/goAPIv2/', 'http://127.0.0.1:8787/goAPIv2'],
  ['http://127.1:8787', 'http://127.0.0.1:8787/goAPIv2'],
  ['http://[::1]:8787', 'http://[::1]:8787/goAPIv2'],
])('"%s" means %s', (typed, baseUrl) => {
  expect(parseServerAddress(typed)).toEqual({ ok: true, value: baseUrl });
});

test.each<[AddressProblem, readonly string[]]>([
  ['empty', ['', '  \t', '\ufeff', '""']],
  ['too-long', ['a'.repeat(501), `https://pbx.example.com/${'a'.repeat(500)}`]],
  ['not-an-address', ['acme;beta', 'acme|beta', 'acme\u2028beta']],
  ['needs-https', ['http://acme.croco-dial.net', 'http://0.0.0.0', 'http://localhost.evil.example']],
  ['needs-https', ['http://127.0.0.1.evil.example', 'http://[::2]', 'http://192.168.1.4']],
  ['has-credentials', ['api:pw@acme.croco-dial.net', 'api@acme', 'https://api:pw@pbx.example.com/']],
  ['has-credentials', ['https://api@pbx.example.com', 'http://api:pw@localhost:8787']],
  ['has-query', ['https://acme.croco-dial.net/goAPIv2/goUsers/goAPI.php?goUser=a&goPass=b']],
  ['has-query', ['https://pbx.example.com/#x', 'https://pbx.example.com?x']],
])('%s is the problem with %j', (problem, typed) => {
  expect(typed.map(parseServerAddress)).toEqual(typed.map(() => ({ ok: false, error: problem })));
});

test.each([
  'localhost',
  'localhost:8787',
  'acme.croco-dial.net:8443',
  'pbx.example.com/goAPIv2',
  '[::1]',
  '-acme',
  'acme.',
  'a..b',
  'acme,croco-dial.net',
  'ac me',
  'acme_7',
  'bücher',
  'a'.repeat(64),
  'https://',
  'https:/acme.example',
  'https://a*b.example',
  'ftp://pbx.example.com',
  'javascript://pbx.example.com/%0Aalert(1)',
  '../goAPIv2',
])('"%s" is no address', (typed) => {
  expect(parseServerAddress(typed)).toEqual({ ok: false, error: 'not-an-address' });
});

test('whatever is typed, what comes out is a bare https address, or plain http to this machine', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.ipV6()), (typed) => {
      const address = parseServerAddress(typed);
      fc.pre(address.ok);
      const url = new URL(address.value);
      expect(url.protocol === 'https:' || /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)).toBe(
        true,
      );
      expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
      expect(address.value).not.toMatch(/\/$/);
      expect(parseServerAddress(address.value)).toEqual(address);
    }),
  );
});
