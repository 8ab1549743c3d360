import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemKinds } from '../../../../src/shared/problem.ts';
import { succeed } from '../../../../src/shared/result.ts';
import type { RosterUser } from '../../../../src/shared/roster.ts';
import { parseReply } from '../../../../src/watch/dialler/reply.ts';
import { rosterOf } from '../../../../src/watch/dialler/roster.ts';
import { finish } from '../../../../src/watch/dialler/steps.ts';

function parse(reply: unknown, format: 'json' | 'xml' = 'json') {
  const body = Buffer.from(typeof reply === 'string' ? reply : JSON.stringify(reply));
  const parsed = finish(
    parseReply(body, { status: 200, format, nowWallMs: 0 }, function* (fields) {
      return fields === null ? null : yield* rosterOf(fields);
    }),
  );
  return parsed.ok ? succeed(parsed.value.said) : parsed;
}

const success = (data: unknown) => ({ result: 'success', data });
const userList = (user_list: unknown) => success({ user_list });
const list = (...users: unknown[]) => userList(users);
const ana = { user: 'Ana.Ruiz', name: 'Ana Ruiz', campaign_id: '44', campaign_name: 'VENTAS', active: 'Y' };
const kept = (user: string, more: Partial<RosterUser> = {}): RosterUser => ({
  user,
  name: '',
  campaigns: [],
  isActive: true,
  ...more,
});
const campaign = (id: string, name = '') => ({ id, name });
const anaKept = kept('Ana.Ruiz', { name: 'Ana Ruiz', campaigns: [campaign('44', 'VENTAS')] });

describe('the list of users', () => {
  it.each<[string, unknown, readonly RosterUser[]]>([
    ['CrocoDial’s rows', list(ana), [anaKept]],
    ['rows under `data` itself', success([ana]), [anaKept]],
    ['rows in an object, as PHP writes a list with gaps', userList({ 3: ana }), [anaKept]],
    ['one row where a list is meant', userList(ana), [anaKept]],
    ['`data` as a list of one', success([{ user_list: [ana] }]), [anaKept]],
    [
      'GOautodial’s columns',
      {
        result: 'success',
        user_id: ['1', '2'],
        user: ['ana', 'ben'],
        full_name: ['Ana', null],
        active: ['Y', 'N'],
      },
      [kept('ana', { name: 'Ana' }), kept('ben', { isActive: false })],
    ],
    [
      'columns of different lengths, under `data`',
      success({ user: ['ben', 'cleo'], full_name: ['B'] }),
      [kept('ben', { name: 'B' }), kept('cleo')],
    ],
    ['nobody', list(), []],
    ['numbers for texts', list({ user: 1001, name: 7 }), [kept('1001', { name: '7' })]],
    ['rows that are none', list(ana, null, 'ben', 7, [], {}, { user: '' }), [anaKept]],
    [
      'several campaigns',
      list({ user: 'ben', campaign_id: ['A', 'B'], campaign_name: ['Alpha'] }),
      [kept('ben', { campaigns: [campaign('A', 'Alpha'), campaign('B')] })],
    ],
    [
      'the same user twice',
      list(ana, { ...ana, campaign_id: '45', campaign_name: 'CARE', active: 'N' }, ana),
      [{ ...anaKept, campaigns: [...anaKept.campaigns, campaign('45', 'CARE')] }],
    ],
    ['two spellings, which are one user', list({ user: 'ben' }, { user: 'Ben' }), [kept('ben')]],
    [
      'names with marks nobody sees',
      list({ user: ' ben\u202e ', name: '<b>Ben</b>\n\u0007' }),
      [kept('ben', { name: '<b>Ben</b>' })],
    ],
    ['a user name too long to be watched', list(ana, { user: 'x'.repeat(101) }), [anaKept]],
  ])('of %s is read', (_name, reply, users) => {
    expect(parse(reply)).toEqual({ ok: true, value: users });
  });

  it.each([
    ['n', false],
    [0, false],
    [false, false],
    ['inactive', false],
    ['Y', true],
    [1, true],
    [undefined, true],
    [{}, true],
  ])('takes active %j as %j', (active, isActive) => {
    expect(parse(list({ user: 'ben', active }))).toMatchObject({ value: [{ isActive }] });
  });

  it.each([
    ['null', null],
    ['a text', 'SELECT user, pass FROM x'],
    ['nothing', undefined],
    ['another object', { rows: 1 }],
    ['users that are none', { user_list: [{ name: 'x' }, { id: 1 }] }],
    ['a list of texts', ['ana', 'ben']],
  ])('is unreadable when `data` is %s', (_name, data) => {
    expect(parse(success(data))).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });

  it('in XML is read as the server writes it, a list of one as well', () => {
    const row =
      '<user_list>\n<user>Ana.Ruiz</user>\n<name>Ana Ruiz</name>\n<active>Y</active>\n<allowed_companys>\n<0>AAA</0></allowed_companys></user_list>\n';
    const xml = (rows: string) =>
      String.raw`<?xml version="1.0" encoding="UTF-8"?>\n<goautodialapi version="4.0">(\n<action>"goGetAllUsers "</action>\n" )` +
      `<result>success</result>\n<data>\n${rows}</data>\n</goautodialapi>\n`;
    const one = { ...anaKept, campaigns: [] };
    expect(parse(xml(row), 'xml')).toEqual({ ok: true, value: [one] });
    expect(parse(xml(row + row.replace('Ana.Ruiz', 'ben')), 'xml')).toMatchObject({
      value: [one, { user: 'ben' }],
    });
  });
});

const secret = 'canary-7Gx';
const holdsSecret = { pass: secret, pass_hash: secret, phone_pass: secret, email: secret };

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

it.each<[string, Readonly<Record<string, unknown>>, RosterUser['role']]>([
  ['an agent', { level: 1 }, undefined],
  ['an agent who may use the API', { user_level: '1', vdc_agent_api_access: '1' }, undefined],
  ['a manager', { level: 8 }, 'administrator'],
  ['an administrator, in GOautodial’s words', { user_level: '9' }, 'administrator'],
  ['one of the group of administrators', { user_group: 'ADMIN' }, 'administrator'],
  ['one for the API alone', { level: 1, api_only_user: '1' }, 'api-user'],
  ['a user of the dialler itself', { user: 'VDAD', level: 1 }, 'api-user'],
  ['a level that is no number', { level: 'high' }, undefined],
])('%s is marked as the dialler marks them', (_who, row, role) => {
  const parsed = parse(list({ user: 'ben', ...row }));
  expect(parsed.ok && parsed.value[0]?.role).toBe(role);
});
