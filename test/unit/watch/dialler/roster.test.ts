import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemKinds } from '../../../../src/shared/problem.ts';
import { succeed } from '../../../../src/shared/result.ts';
import { parseReply } from '../../../../src/watch/dialler/reply.ts';
import { rosterOf } from '../../../../src/watch/dialler/roster.ts';

function parse(reply: unknown, format: 'json' | 'xml' = 'json') {
  const body = Buffer.from(typeof reply === 'string' ? reply : JSON.stringify(reply));
  const parsed = parseReply(body, { status: 200, format, nowWallMs: 0 }, (fields) =>
    fields === null ? null : rosterOf(fields),
  );
  return parsed.ok ? succeed(parsed.value.said) : parsed;
}

const list = (...user_list: unknown[]) => ({ result: 'success', data: { user_list } });
const ana = { user: 'Ana.Ruiz', name: 'Ana Ruiz', campaign_id: '44', campaign_name: 'VENTAS', active: 'Y' };
const anaKept = {
  user: 'Ana.Ruiz',
  name: 'Ana Ruiz',
  campaigns: [{ id: '44', name: 'VENTAS' }],
  isActive: true,
};
const nobodyElse = { name: '', campaigns: [], isActive: true };

describe('the list of users', () => {
  it.each<[string, unknown, unknown]>([
    ['CrocoDial’s rows', list(ana), [anaKept]],
    ['rows under `data` itself', { result: 'success', data: [ana] }, [anaKept]],
    ['rows in an object, as PHP writes a list with gaps', userList({ 3: ana }), [anaKept]],
    ['one row where a list is meant', userList(ana), [anaKept]],
    ['`data` as a list of one', { result: 'success', data: [{ user_list: [ana] }] }, [anaKept]],
    [
      'GOautodial’s columns',
      {
        result: 'success',
        user_id: ['1', '2'],
        user: ['Ana.Ruiz', 'ben'],
        full_name: ['Ana Ruiz', null],
        active: ['Y', 'N'],
        phone_login: ['x'],
      },
      [
        { ...anaKept, campaigns: [] },
        { ...nobodyElse, user: 'ben', isActive: false },
      ],
    ],
    [
      'columns under `data`',
      { result: 'success', data: { user: ['ben'] } },
      [{ ...nobodyElse, user: 'ben' }],
    ],
    [
      'columns of different lengths',
      { result: 'success', user: ['ben', 'cleo'], full_name: ['B'] },
      [
        { ...nobodyElse, user: 'ben', name: 'B' },
        { ...nobodyElse, user: 'cleo' },
      ],
    ],
    ['nobody', list(), []],
    ['numbers for texts', list({ user: 1001, name: 7 }), [{ ...nobodyElse, user: '1001', name: '7' }]],
    ['rows that are none', list(ana, null, 'ben', 7, [], {}, { user: '' }), [anaKept]],
    [
      'several campaigns',
      list({ user: 'ben', campaign_id: ['A', 'B'], campaign_name: ['Alpha'] }),
      [
        {
          ...nobodyElse,
          user: 'ben',
          campaigns: [
            { id: 'A', name: 'Alpha' },
            { id: 'B', name: '' },
          ],
        },
      ],
    ],
    [
      'the same user twice',
      list(ana, { ...ana, campaign_id: '45', campaign_name: 'CARE', active: 'N' }, ana),
      [{ ...anaKept, campaigns: [...anaKept.campaigns, { id: '45', name: 'CARE' }] }],
    ],
    [
      'two spellings, which are two users',
      list({ user: 'ben' }, { user: 'Ben' }),
      [
        { ...nobodyElse, user: 'ben' },
        { ...nobodyElse, user: 'Ben' },
      ],
    ],
    [
      'names with marks nobody sees',
      list({ user: ' ben\u202e ', name: '<b>Ben</b>\n\u0007' }),
      [{ ...nobodyElse, user: 'ben', name: '<b>Ben</b>' }],
    ],
    ['a user name too long to be watched', list(ana, { user: 'x'.repeat(101) }), [anaKept]],
  ])('of %s is read', (_name, reply, users) => {
    expect(parse(reply)).toEqual({ ok: true, value: users });
  });

  it.each([
    ['N', false],
    ['n', false],
    ['0', false],
    [0, false],
    [false, false],
    ['inactive', false],
    ['Y', true],
    ['1', true],
    [1, true],
    [true, true],
    [null, true],
    [undefined, true],
    ['', true],
    [{}, true],
  ])('takes active %j as %j', (active, isActive) => {
    expect(parse(list({ user: 'ben', active }))).toMatchObject({ value: [{ isActive }] });
  });

  it.each([
    ['null', null],
    ['a text', 'SELECT user, pass FROM x'],
    ['a number', 7],
    ['nothing', undefined],
    ['another object', { rows: 1 }],
    ['users that are none', { user_list: [{ name: 'x' }, { id: 1 }] }],
    ['a list of texts', ['ana', 'ben']],
  ])('is unreadable when `data` is %s', (_name, data) => {
    const reply = parse({ result: 'success', data });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });

  it.each([
    [{ code: '10001', result: 'Error: You do not have permission to view this page ' }, 'no-permission'],
    [{ result: 'error', message: 'Command Not Found' }, 'not-this-api'],
    [{ code: '40001', result: 'Error: Missing required parameters' }, 'bad-request'],
    ['', 'empty-answer'],
    ['<!doctype html><html><body>login', 'html-page'],
  ])('of %j is a problem', (reply, kind) => {
    expect(parse(reply)).toMatchObject({ ok: false, error: { kind } });
  });

  it('in XML is read as the server writes it, a list of one as well', () => {
    const row =
      '<user_list>\n<user>Ana.Ruiz</user>\n<name>Ana Ruiz</name>\n<active>Y</active>\n<allowed_companys>\n<0>AAA</0></allowed_companys></user_list>\n';
    const xml = (rows: string) =>
      String.raw`<?xml version="1.0" encoding="UTF-8"?>\n<goautodialapi version="4.0">(\n<action>"goGetAllUsers "</action>\n" )` +
      `<result>success</result>\n<data>\n${rows}</data>\n</goautodialapi>\n`;
    const kept = { ...anaKept, campaigns: [] };
    expect(parse(xml(row), 'xml')).toEqual({ ok: true, value: [kept] });
    expect(parse(xml(row + row.replace('Ana.Ruiz', 'ben')), 'xml')).toMatchObject({
      value: [kept, { user: 'ben' }],
    });
  });
});

function userList(user_list: unknown) {
  return { result: 'success', data: { user_list } };
}

const secret = 'canary-7Gx';
const holdsSecret = {
  pass: secret,
  pass_hash: secret,
  phone_pass: secret,
  email: secret,
  user_group: secret,
};

describe('whatever comes', () => {
  const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
  const row = fc.record(
    { user: value, name: value, campaign_id: value, campaign_name: value, active: value },
    { requiredKeys: [] },
  );
  const data = fc.oneof(
    value,
    fc.record({ user_list: fc.oneof(value, fc.array(fc.oneof(row, value))) }),
    fc.array(row),
  );

  it('is clean users, each once, with these fields only, or a problem', () => {
    fc.assert(
      fc.property(
        data,
        fc.dictionary(fc.constantFrom('user', 'full_name', 'active', 'x'), value),
        (some, more) => {
          const reply = parse({ ...more, result: 'success', data: some });
          if (!reply.ok) {
            expect(problemKinds).toContain(reply.error.kind);
            return;
          }
          expect(new Set(reply.value.map(({ user }) => user)).size).toBe(reply.value.length);
          for (const one of reply.value) {
            expect(Object.keys(one)).toEqual(['user', 'name', 'campaigns', 'isActive']);
            expect(one.user).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,100}$/u);
            for (const { id, name } of [...one.campaigns, { id: one.name, name: '' }]) {
              expect(id + name).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u);
            }
          }
        },
      ),
    );
  });

  it('lets nothing else of a user out', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const withSecrets = rows.map((one) => ({ ...one, ...holdsSecret, rights: [holdsSecret] }));
        expect(JSON.stringify(parse(list(...withSecrets)))).not.toContain(secret);
        const columns = { user: ['ben', 'cleo'], pass: [secret, secret], phone_pass: [secret] };
        expect(JSON.stringify(parse({ result: 'success', ...columns }))).not.toContain(secret);
      }),
    );
  });
});
