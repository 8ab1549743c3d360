import { describe, expect, test } from 'vitest';
import {
  canKeepPassword,
  draftOf,
  emptyFields,
  fieldsOf,
  findErrors,
  standingErrors,
} from '../../../../../src/renderer/screens/connect/fields.ts';
import { parseServerAddress } from '../../../../../src/shared/server-address.ts';
import { anAgent, aView } from '../../../../fakes/a-view.ts';

const typed = { ...emptyFields(5_000), server: 'acme', apiUser: 'tray', password: 'Secret1', agents: 'ana' };

describe('an account under edit', () => {
  const view = aView({ agents: [anAgent({ user: 'ana' }), anAgent({ user: 'Bruno' })] });

  test('prefills everything but the password', () => {
    expect(fieldsOf(view)).toEqual({
      server: 'acme.croco-dial.net',
      apiUser: 'tray',
      password: '',
      agents: 'ana\nBruno',
      method: 'post',
      format: 'json',
      intervalMs: 5_000,
    });
  });

  test.each([
    'https://acme.croco-dial.net/goAPIv2',
    'https://pbx.example.com/goAPIv2',
    'https://pbx.example.com:8443/other/api',
    'https://pbx/goAPIv2',
    'http://localhost:8787/goAPIv2',
  ])('shows %s as text that leads back to it', (baseUrl) => {
    const { account } = view;
    if (account === null) throw new Error('The view has an account.');
    const { server } = fieldsOf({ ...view, account: { ...account, baseUrl } });
    expect(parseServerAddress(server)).toEqual({ ok: true, value: baseUrl });
  });

  test('keeps its password only for the same user of the same server', () => {
    expect(canKeepPassword(typed, view)).toBe(true);
    expect(canKeepPassword({ ...typed, server: 'acme.croco-dial.net' }, view)).toBe(true);
    expect(canKeepPassword({ ...typed, server: 'other' }, view)).toBe(false);
    expect(canKeepPassword({ ...typed, apiUser: 'someone' }, view)).toBe(false);
    expect(canKeepPassword(typed, { ...view, secret: { kind: 'none' } })).toBe(false);
  });

  test('is not the demo, whose address and user mean nothing to anyone', () => {
    const { account } = view;
    if (account === null) throw new Error('The view has an account.');
    expect(fieldsOf({ ...view, account: { ...account, isDemo: true } })).toEqual(emptyFields(5_000));
  });
});

test.each([
  ['everything there', typed, false, {}],
  ['no agents yet', { ...typed, agents: '' }, false, {}],
  ['nothing', emptyFields(5_000), false, { server: 'empty', apiUser: 'needed', password: 'needed' }],
  ['plain http', { ...typed, server: 'http://pbx.example.com' }, false, { server: 'needs-https' }],
  ['a blank user', { ...typed, apiUser: '  ' }, false, { apiUser: 'needed' }],
  ['two users', { ...typed, apiUser: 'api; other' }, false, { apiUser: 'several' }],
  ['too long a user', { ...typed, apiUser: 'a'.repeat(101) }, false, { apiUser: 'too-long' }],
  ['too long a password', { ...typed, password: 'a'.repeat(1_001) }, false, { password: 'too-long' }],
  ['too long a name', { ...typed, agents: 'a'.repeat(101) }, false, { agents: 'too-long' }],
  ['a password to keep', { ...typed, password: '' }, true, {}],
] as const)('with %s the errors are as listed', (_what, fields, mayKeepPassword, errors) => {
  expect(findErrors(fields, mayKeepPassword)).toEqual(errors);
});

test('the draft carries the password exactly as typed', () => {
  const draft = draftOf({
    ...typed,
    apiUser: '"tray",\u00a0',
    password: ' Sec ret ',
    agents: 'ana, ana, Bruno',
  });
  expect(draft).toMatchObject({ apiUser: 'tray', password: ' Sec ret ', agentUsers: ['ana', 'Bruno'] });
  expect(draft).not.toHaveProperty('agents');
});

test('an error stands until the text it was about is changed', () => {
  const errors = { server: 'needs-https', password: 'needed' } as const;
  expect(standingErrors(errors, typed, { ...typed, agents: 'ben' })).toEqual(errors);
  expect(standingErrors(errors, typed, { ...typed, server: 'other' })).toEqual({ password: 'needed' });
  expect(standingErrors(errors, typed, { ...typed, password: 'x' })).toEqual({ server: 'needs-https' });
});
