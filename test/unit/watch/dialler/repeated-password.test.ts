import { expect, test } from 'vitest';
import { interpret } from '../../../../src/main/statuses/dictionary.ts';
import { secretFinder } from '../../../../src/watch/dialler/secret-finder.ts';
import { password } from '../../../canary/canaries.ts';
import { secretSpellingsOf } from '../../../fuzz/secret-spellings.ts';
import { parse, success } from './replies.ts';

const holdsSecret = secretFinder(password.text);
const spellings = secretSpellingsOf(password.text);
const read = (body: string, format: 'json' | 'xml' = 'json') => parse(body, { holdsSecret, format });
const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

test('at least 51 spellings are tried', () => {
  expect(spellings.size).toBeGreaterThanOrEqual(51);
});

test.each([...spellings])(
  'a password repeated %s is not shown in a success or an error, nor stored',
  (_, text) => {
    const fields = {
      status: text,
      campaign_name: text,
      call_type: text,
      vendor_lead_code: `x ${text}`,
      in_call_with: text,
    };
    const elements = Object.entries(fields).map(([name, value]) => `<${name}>${inXml(value)}</${name}>`);
    const answers = [
      read(success(fields)),
      read(`<goautodialapi><result>success</result><data>${elements.join('')}</data></goautodialapi>`, 'xml'),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({
        ok: true,
        value: {
          said: {
            status: '•••',
            campaignName: '•••',
            callType: '•••',
            vendorLeadCode: '•••',
            inCallWith: '•••',
          },
        },
      });
      if (answer.ok) expect(interpret(answer.value.said, []).unknownStatus).toBeNull();
    }
    for (const error of [{ result: text }, { result: 'error', message: text }, { code: text }]) {
      expect(read(JSON.stringify(error))).toEqual({ ok: false, error: { kind: expect.any(String) } });
    }
  },
);

test.each([
  'READY',
  'PAUSED - Almuerzo',
  'RETENCIÓN & "MÓVIL" <2>',
  '15550100123',
  'abc123-xyz456',
  'Zq7 vK',
  '550e8400-e29b-41d4-a716-446655440000',
])('%s is no password and is shown', (text) => {
  expect(holdsSecret(text)).toBe(false);
});

test.each([
  ['1234', 'ext 1234', true],
  ['1234', '5551234000', false],
  ['maria', 'María Maria', true],
  ['maria', 'Marianela', false],
  ['#!%', 'so #!% it is', true],
  ['пароль!', 'нет: Пароль!', true],
  ['READY', 'READY', false],
])('the short password %s in "%s": %s', (secret, text, expected) => {
  expect(secretFinder(secret)(text)).toBe(expected);
});

test.each([
  "SELECT pass FROM x WHERE y='z'",
  'pass=abc',
  '$2y$10$abcdefghijklmnopqrstuu',
  `${'a1'.repeat(20)}`,
])('a status such as "%s" is not shown either', (status) => {
  expect(parse(success({ status, campaign_name: status }))).toMatchObject({
    value: { said: { status: '•••', campaignName: '•••' } },
  });
});

test('levels without end are not followed', () => {
  const nested = `${'['.repeat(3_000)}${']'.repeat(3_000)}`;
  expect(read(`{"x":${nested},"result":"success","data":{"status":"READY"}}`)).toMatchObject({ ok: true });
});

test('a redirect to a host that is the password names no host', () => {
  const answer = { status: 302, location: 'https://secret-canary-7gx.example/' };
  expect(parse('', { ...answer, holdsSecret: secretFinder('Secret-Canary-7Gx') })).toEqual({
    ok: false,
    error: { kind: 'redirected' },
  });
});
