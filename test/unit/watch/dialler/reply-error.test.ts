import { expect, test } from 'vitest';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { fixture, parse } from './replies.ts';

const json = (fields: object): string => JSON.stringify(fields);
const error = (message: unknown): string => json({ result: 'error', message });

test.each<[string | Uint8Array, object]>([
  // docs/api.md §3.1
  ['{"result":"error","message":"Invalid Username/Password"}', { kind: 'wrong-credentials' }],
  [
    'result=error;message=This API function only accepts XML or JSON value on responsetype',
    { kind: 'not-this-api' },
  ],
  [
    '{"code":"40001","message":"Error: Missing required parameters"}',
    { kind: 'bad-request', detail: '40001' },
  ],
  // docs/api.md §3.2
  ['{"result":"error","message":"Invalid Username\\/Password"}', { kind: 'wrong-credentials' }],
  [error('Command Not Found'), { kind: 'not-this-api' }],
  [json({ result: 'Error: goAPI User Not Defined.' }), { kind: 'wrong-credentials' }],
  [json({ result: 'Error: goAPI Password Not Defined.' }), { kind: 'wrong-credentials' }],
  [json({ result: 'Error: Session User Not Defined.' }), { kind: 'session-user-wanted' }],
  [
    json({ code: '10001', result: 'Error: You do not have permission to view this page ' }),
    { kind: 'no-permission' },
  ],
  [json({ code: 10001, result: '' }), { kind: 'no-permission' }],
  [json({ result: 'Error: You do not have permission to view this page ' }), { kind: 'no-permission' }],
  [fixture('login-incorrect'), { kind: 'wrong-credentials' }],
  [
    'result=error;message=This API function only accepts XML or JSON value on responsetype;',
    { kind: 'not-this-api' },
  ],
  ['result=error;message=Invalid Username/Password;', { kind: 'wrong-credentials' }],
  ['result=error;', { kind: 'dialler-error' }],
  [
    "ERROR: 'astguiclient.conf' file not found.",
    { kind: 'dialler-error', detail: "ERROR: 'astguiclient.conf' file not found." },
  ],
  ['Mysql host is not set', { kind: 'dialler-error', detail: 'Mysql host is not set' }],
  [json({ code: 10004 }), { kind: 'not-this-api' }],
  [json({ code: '10005' }), { kind: 'not-this-api' }],
  [json({ code: '10009' }), { kind: 'not-this-api' }],
  [json({ code: 10003 }), { kind: 'bad-request', detail: '10003' }],
  [json({ code: '10006' }), { kind: 'bad-request', detail: '10006' }],
  [json({ code: '40002' }), { kind: 'bad-request', detail: '40002' }],
  [json({ code: '41001', result: 'Required field in user' }), { kind: 'bad-request', detail: '41001' }],
  [json({ code: '41004', result: "Invalid value in user. Doesn't exist" }), { kind: 'unknown-agent' }],
  [json({ code: 41004 }), { kind: 'unknown-agent' }],
  [
    json({ code: '41004', result: "Invalid value in campaign_id. Doesn't exist" }),
    { kind: 'bad-request', detail: '41004' },
  ],
  [json({ result: "Error: User doesn't exist." }), { kind: 'unknown-agent' }],
  ['ERROR: agent_status AGENT NOT FOUND|6666', { kind: 'unknown-agent' }],
  ['ERROR: agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO|6666', { kind: 'no-permission' }],
  [json({ code: '10007', result: 'x' }), { kind: 'dialler-error', detail: '10007' }],
  [json({ code: 10010 }), { kind: 'dialler-error', detail: '10010' }],
  [json({ result: 'fail', data: 'No agents today' }), { kind: 'dialler-error', detail: 'No agents today' }],
  [json({ result: 'Error: Too busy' }), { kind: 'dialler-error', detail: 'Error: Too busy' }],
  [json({ result: 'error' }), { kind: 'dialler-error' }],
  [json({ result: null }), { kind: 'dialler-error' }],
  [json({ result: ['success'] }), { kind: 'dialler-error' }],
  [json({ code: { a: 1 }, message: 7 }), { kind: 'dialler-error' }],
])('%s is told as what it means', (body, problem) => {
  expect(parse(body)).toEqual({ ok: false, error: problem });
});

test('warnings before an error do not hide it', () => {
  const warning = '<br />\n<b>Warning</b>: x in <b>/var/www/goAPI.php</b><br />\n';
  expect(parse(warning + error('Command Not Found'))).toEqual(parse(error('Command Not Found')));
  const plain = 'result=error;message=Invalid Username/Password;';
  expect(parse(warning + plain)).toEqual(parse(plain));
});

test.each(['ERROR: agent_status AGENT NOT LOGGED IN|6666', error('Agent not logged in')])(
  '%s is an agent without live state, not an error',
  (body) => {
    expect(parse(body)).toEqual({ ok: true, value: { reading: noLiveState, printsWarnings: false } });
  },
);

test.each([
  "BAD|SELECT user FROM vicidial_users WHERE user='api' AND active='Y'",
  'You have an error near "update vicidial_live_agents set status"',
  'Bad login: pass=Secret1',
  'Bad login: "goPass":"Secret1"',
  "pass_hash='abc'",
  '$2y$10$abcdefghijklmnopqrstuu',
  'Key u6mZ0f1oPq3rS5tU7vW9xY1zA3bC5dE',
  'Lead +1 (555) 010-0123 is locked',
  'x y '.repeat(100),
])('the text "%s" is kept to itself', (text) => {
  expect(parse(error(text))).toEqual({ ok: false, error: { kind: 'dialler-error' } });
});

test('a text of the server is shown on one line, without tricks, and cut', () => {
  const reply = parse(error(`Café\u202e\u0007 on\nfire ${'é '.repeat(60)}`));
  expect(reply).toMatchObject({ error: { detail: expect.stringMatching(/^Café on fire é/) } });
  expect(reply.ok ? 0 : reply.error.detail?.length).toBeLessThanOrEqual(120);
});
