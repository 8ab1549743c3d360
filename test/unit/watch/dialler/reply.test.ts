import { expect, test } from 'vitest';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { fixture, parse, success } from './replies.ts';

const inCall = {
  status: 'IN CALL',
  family: 'in-call',
  label: '',
  inCallWith: '15550100123',
  callerId: '15550190002',
  campaignId: 'CAMP001',
  campaignName: 'RETENCIÓN/MÓVIL',
  callType: 'DIALER',
  leadId: '7890123',
  vendorLeadCode: 'abc123-xyz456',
  confExten: '8600118',
  serverIp: '127.0.0.1',
  colour: 'green',
};

const reading = (body: Uint8Array | string) => {
  const reply = parse(body);
  return reply.ok ? reply.value.said : reply.error;
};

test('the documented answer of an agent on a call is read whole', () => {
  expect(parse(fixture('in-call'))).toEqual({ ok: true, value: { said: inCall, printsWarnings: false } });
});

test('ids beyond 2^53 keep all their digits', () => {
  const id = '90071992547409931234';
  const body = `{"result":"success","data":{"status":"IN CALL","lead_id":${id},"campaign_id":-${id},"color":1e20}}`;
  expect(reading(body)).toMatchObject({ leadId: id, campaignId: `-${id}`, colour: '100000000000000000000' });
});

test('an agent who is ready has no lead', () => {
  expect(reading(fixture('ready'))).toEqual({
    ...noLiveState,
    status: 'READY',
    family: 'ready',
    confExten: '8600118',
    serverIp: '127.0.0.1',
    colour: 'primary',
  });
});

test('warnings before the answer, braces in them included, are passed over and noted', () => {
  expect(parse(fixture('in-call-after-warnings'))).toEqual({
    ok: true,
    value: { said: inCall, printsWarnings: true },
  });
});

test.each([
  '<br />\n<b>Warning</b>:  log_ip in <b>/srv/goAPI.php</b> on line <b>12</b><br />',
  '\nWarning: Undefined variable {$x} in /srv/goAPI.php on line 3',
  '\n\nPHP Deprecated:  something {} else',
])('warnings after the answer, such as %j, are passed over and noted', (after) => {
  expect(parse(`${fixture('in-call')}${after}`)).toEqual({
    ok: true,
    value: { said: inCall, printsWarnings: true },
  });
});

test('an answer that was cut off is not taken for a whole one because of what stands behind it', () => {
  const cut = `${fixture('in-call')}`.slice(0, 60);
  expect(parse(`${cut}}<br />Warning`)).toMatchObject({ ok: false });
});

test('a byte order mark and white space around the answer do not count as warnings', () => {
  expect(parse(`\ufeff\r\n ${fixture('in-call')}\n\n`)).toEqual(parse(fixture('in-call')));
});

test.each([200, 203, 400, 401, 404, 429, 500, 503])('the body decides, whatever HTTP %d says', (status) => {
  expect(parse(fixture('in-call'), { status })).toEqual(parse(fixture('in-call')));
});

test.each(['success', 'SUCCESS', ' Success '])('result "%s" is a success', (result) => {
  expect(reading(JSON.stringify({ result, data: { status: 'READY' } }))).toMatchObject({ status: 'READY' });
});

test.each<[string, string]>([
  ['null', success(null)],
  ['an empty list', success([])],
  ['an empty text', success('')],
  ['SQL text', success("SELECT * FROM vicidial_live_agents WHERE user='ana'")],
  ['false', success(false)],
  ['nothing', success(undefined)],
  ['an empty status', success({ status: '' })],
  ['a status of spaces', success({ status: ' \t ' })],
  ['a user record', success({ user_id: 7, full_name: 'Ana Ruiz', pass: 'Secret1' })],
])('success with %s as data is no live state', (_, body) => {
  expect(reading(body)).toEqual(noLiveState);
});

test.each<[string, string]>([
  ['true', success(true)],
  ['a number', success(28)],
  ['a list of texts', success(['READY'])],
  ['a list of users', success({ user_list: [{ user: 'ana' }] })],
  ['the totals of the floor', success({ total_live_agents: 61, paused_agents: 9 })],
  ['columns in its place', '{"result":"success","user":["ana"],"full_name":["Ana"]}'],
  ['a status that is a list', success({ status: ['READY'] })],
  ['a status of true', success({ status: true })],
])('success with %s as data answers another question, and nobody is offline for it', (_, body) => {
  expect(parse(body)).toEqual({ ok: false, error: { kind: 'unreadable' } });
});

test('without a status the other fields are kept', () => {
  const body = success({ status: '', conf_exten: 8600118, campaign_id: 'CAMP001' });
  expect(reading(body)).toEqual({ ...noLiveState, confExten: '8600118', campaignId: 'CAMP001' });
});

test('a list of rows stands for its first row', () => {
  expect(reading(success([{ status: 'PAUSED' }, { status: 'READY' }]))).toMatchObject({ status: 'PAUSED' });
});

test.each<[unknown, string]>([
  [7890123, '7890123'],
  ['0042', '0042'],
  [0, ''],
  [null, ''],
  [{}, ''],
  ['000', ''],
])('a lead id of %j is read as "%s" and spoils nothing else', (leadId, expected) => {
  expect(reading(success({ status: 'READY', lead_id: leadId }))).toMatchObject({
    status: 'READY',
    leadId: expected,
  });
});

test('a status in words nobody knows is shown as it is', () => {
  expect(reading(success({ status: 'Capacitación <b>{{x}}</b>' }))).toMatchObject({
    status: 'Capacitación <b>{{x}}</b>',
    family: 'other',
  });
});

test('names that mean something to JavaScript mean nothing here', () => {
  const body =
    '{"__proto__":{"result":"error"},"result":"success",' +
    '"data":{"__proto__":{"status":"IN CALL","color":"red"},"constructor":1,"lead_id":5}}';
  expect(reading(body)).toEqual({ ...noLiveState, leadId: '5' });
  expect(Object.hasOwn(Object.prototype, 'status')).toBe(false);
});

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'empty-answer'],
  ['white space', '\ufeff \r\n', 'empty-answer'],
  ['the web interface', fixture('web-interface'), 'html-page'],
  ['an XML answer', fixture('in-call.xml'), 'format-ignored'],
  ['an XML answer after warnings', `<br />\n${fixture('in-call.xml')}`, 'format-ignored'],
  ['half an answer', fixture('in-call').subarray(0, 90), 'unreadable'],
  ['an object without result or code', '{"data":{"status":"READY"}}', 'unreadable'],
  ['a list', `[${fixture('in-call')}]`, 'unreadable'],
  ['null', 'null', 'unreadable'],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00, 0x80), 'unreadable'],
])('%s is named for what it is', (_, body, kind) => {
  expect(parse(body)).toEqual({ ok: false, error: { kind } });
});

test('a fatal error of PHP is the dialler’s', () => {
  expect(reading(fixture('fatal-error'))).toEqual({ kind: 'dialler-error', detail: 'PHP error' });
});

test.each<[number, string | Uint8Array, object]>([
  [500, '', { kind: 'http-error', detail: '500' }],
  [502, fixture('bad-gateway'), { kind: 'http-error', detail: '502' }],
  [404, fixture('web-interface'), { kind: 'not-found', detail: '404' }],
  [410, '', { kind: 'not-found', detail: '410' }],
  [401, 'Unauthorized', { kind: 'forbidden', detail: '401' }],
  [403, fixture('web-interface'), { kind: 'forbidden', detail: '403' }],
  [407, fixture('bad-gateway'), { kind: 'proxy-login' }],
  [304, '', { kind: 'empty-answer' }],
  [429, fixture('bad-gateway'), { kind: 'rate-limited' }],
  [429, '{"result":"error","message":"Slow down"}', { kind: 'rate-limited' }],
  [403, '{"result":"error","message":"Invalid Username/Password"}', { kind: 'wrong-credentials' }],
])('HTTP %d counts when the body is no answer of the API', (status, body, error) => {
  expect(parse(body, { status })).toEqual({ ok: false, error });
});

test.each<[number, string, string]>([
  [429, '30', 'rate-limited'],
  [503, 'Thu, 19 Mar 2026 12:00:30 GMT', 'http-error'],
])('with HTTP %d, Retry-After "%s" is passed on', (status, retryAfter, kind) => {
  expect(parse('', { status, retryAfter })).toMatchObject({ error: { kind, retryAfterMs: 30_000 } });
  expect(parse('', { status, retryAfter: 'soon' })).not.toHaveProperty('error.retryAfterMs');
});

test.each([-3_600_000, 3_600_000])(
  'a Retry-After date counts from the server’s own clock, though ours is %d ms off',
  (offMs) => {
    const answer = { status: 503, date: new Date(offMs).toUTCString() };
    expect(parse('', { ...answer, retryAfter: new Date(offMs + 40_000).toUTCString() })).toMatchObject({
      error: { retryAfterMs: 40_000 },
    });
    expect(parse('', { ...answer, retryAfter: '40' })).toMatchObject({ error: { retryAfterMs: 40_000 } });
  },
);

test.each<[number, string | null, object]>([
  [301, 'https://user:pw@other.example:8443/x?goPass=Secret1', { detail: 'other.example:8443' }],
  [302, '/login', {}],
  [307, null, {}],
  [308, 'http://', {}],
])('HTTP %d to %s is a redirect, and tells no more than a host', (status, location, more) => {
  expect(parse(fixture('in-call'), { status, location })).toEqual({
    ok: false,
    error: { kind: 'redirected', ...more },
  });
});

test('a good HTTP status names no time to come back, whatever its headers say', () => {
  const refusal = '{"result":"error","message":"Command Not Found"}';
  expect(parse(refusal, { status: 200, retryAfter: '30' })).not.toHaveProperty('error.retryAfterMs');
  expect(parse(refusal, { status: 400, retryAfter: '30' })).toHaveProperty('error.retryAfterMs', 30_000);
});

test.each<[string, string]>([
  ['beginnings of objects', '{"'.repeat(500_000)],
  ['objects that never end', '{"a":['.repeat(170_000)],
  ['braces and spaces', '{        '.repeat(110_000)],
  ['white space and no end', `${' \n'.repeat(500_000)}x`],
])(
  'a megabyte of %s is unreadable, and found to be so without quadratic work',
  { timeout: 120_000 },
  (_, body) => {
    expect(parse(body)).toEqual({ ok: false, error: { kind: 'unreadable' } });
    expect(parse(body, { format: 'xml' })).toEqual({ ok: false, error: { kind: 'unreadable' } });
  },
);
