import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProblemKind } from '../../../src/shared/problem.ts';
import { offlineShapes } from '../../../src/simulator/offline-shapes.ts';
import { bensAnswer, body, edited, everyAnswer } from './misbehaviours.ts';
import { playRow } from './play.ts';
import { type FaultRow, fails, goesWell, loggedOut, stops, type Taken } from './row.ts';
import { ana } from './stage.ts';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../fixtures/replies', `${name}.body`));

const json = (value: unknown): string => JSON.stringify(value);
const success = (data: unknown): string => json({ result: 'success', data });
const error = (message: string): string => json({ result: 'error', message });
const notAccepted = 'result=error;message=This API function only accepts XML or JSON value on responsetype';
const warning = '<br />\n<b>Warning</b>:  {$x} in <b>/srv/goAPI.php</b> on line <b>12</b><br />\n';

/** Everybody gets this body. */
const said = (row: string, taken: Taken, text: string | Buffer, status = 200): FaultRow => ({
  row,
  taken,
  begin: everyAnswer(body(() => text, status)),
});

/** Everybody gets the right answer, changed. */
const changed = (row: string, taken: Taken, change: (right: string) => string | Buffer): FaultRow => ({
  row,
  taken,
  begin: everyAnswer(body((right) => change(String(right)))),
});

const withFields = (
  row: string,
  taken: Taken,
  edit: (data: Record<string, unknown>) => unknown,
): FaultRow => ({
  row,
  taken,
  begin: everyAnswer(edited(edit)),
});

/** Only Ana's answer is this. */
const saidOfAna = (row: string, taken: Taken, text: string): FaultRow => ({
  row,
  taken,
  begin: ({ server }) =>
    server.misbehave(
      body(() => text),
      ana,
    ),
});

const saidOfBen = (row: string, problem: ProblemKind, text: string | Buffer): FaultRow => ({
  row,
  taken: { as: 'agent', problem },
  begin: bensAnswer(body(() => text)),
});

const refusals: readonly FaultRow[] = [
  said('"Invalid Username/Password"', stops('wrong-credentials'), error('Invalid Username/Password')),
  said(
    '"goAPI User Not Defined"',
    stops('wrong-credentials'),
    json({ result: 'Error: goAPI User Not Defined.' }),
  ),
  said(
    '"Password Not Defined"',
    stops('wrong-credentials'),
    json({ result: 'Error: goAPI Password Not Defined.' }),
  ),
  said(
    '"Login incorrect", with SQL and password',
    stops('wrong-credentials'),
    json({
      result: 'error',
      message: 'Login incorrect, please try again',
      auth_message: "BAD|SELECT * FROM users WHERE pass='Secret1'",
    }),
  ),
  said(
    'a refusal as plain text',
    stops('wrong-credentials'),
    'result=error;message=Invalid Username/Password;',
  ),
  said(
    'code 10001',
    stops('no-permission'),
    json({ code: '10001', result: 'Error: You do not have permission to view this page ' }),
  ),
  said(
    'VICIdial: no permission',
    stops('no-permission'),
    'ERROR: agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO|6666',
  ),
];

const codes: readonly (readonly [string, Taken])[] = [
  ...['10004', '10005', '10009'].map((code) => [code, fails('not-this-api')] as const),
  ...['10003', '10006', '40001', '40002', '41001', '41002', '41003', '41005', '41006'].map(
    (code) => [code, fails('bad-request', code)] as const,
  ),
  ...['10007', '10008', '10010', '10011'].map((code) => [code, fails('dialler-error', code)] as const),
  ...Array.from({ length: 11 }, (_, index) => String(10107 + index)).map(
    (code) => [code, fails('dialler-error', code)] as const,
  ),
];

const errors: readonly FaultRow[] = [
  said('"Command Not Found"', fails('not-this-api'), error('Command Not Found')),
  said('unknown responsetype', fails('not-this-api'), notAccepted),
  said('unknown responsetype, with ;', fails('not-this-api'), `${notAccepted};`),
  said(
    '"Session User Not Defined"',
    fails('session-user-wanted'),
    json({ result: 'Error: Session User Not Defined.' }),
  ),
  said(
    'documented 40001, no result',
    fails('bad-request', '40001'),
    json({ code: '40001', message: 'Error: Missing required parameters' }),
  ),
  ...codes.map(([code, taken]) => said(`code ${code}`, taken, json({ code, result: '' }))),
  said(
    'code 41004 about another parameter',
    fails('bad-request', '41004'),
    json({ code: '41004', result: "Invalid value in campaign_id. Doesn't exist" }),
  ),
  said('code 200, a number', fails('dialler-error', '200'), json({ code: 200, result: 'Error: Try again' })),
  said(
    '"fail" with text as data',
    fails('dialler-error', 'No agents today'),
    json({ result: 'fail', data: 'No agents today' }),
  ),
  said(
    '"Error: …" in result',
    fails('dialler-error', 'Error: Too busy'),
    json({ result: 'Error: Too busy' }),
  ),
  said('an error that holds SQL', fails('dialler-error'), error("SELECT pass FROM users WHERE user='x'")),
  said(
    'server misconfigured, plain text',
    fails('dialler-error', "ERROR: 'astguiclient.conf' file not found."),
    "ERROR: 'astguiclient.conf' file not found.",
  ),
  said(
    'no database host, plain text',
    fails('dialler-error', 'Mysql host is not set'),
    'Mysql host is not set',
  ),
  said('PHP: fatal error', fails('dialler-error', 'PHP error'), fixture('fatal-error')),
  said('500, empty', fails('http-error', '500'), '', 500),
  said('200, empty', fails('empty-answer'), ''),
  said('the web interface', fails('html-page'), fixture('web-interface')),
  said('404, the web interface', fails('http-error', '404'), fixture('web-interface'), 404),
  said('XML though JSON was asked for', fails('format-ignored'), fixture('in-call.xml')),
];

const ofOneAgent: readonly FaultRow[] = [
  saidOfBen(
    'unknown agent, code 41004',
    'unknown-agent',
    json({ code: '41004', result: "Invalid value in user. Doesn't exist" }),
  ),
  saidOfBen('VICIdial: agent not found', 'unknown-agent', 'ERROR: agent_status AGENT NOT FOUND|6666'),
  saidOfBen('200, empty, for one agent', 'empty-answer', ''),
  saidOfBen('truncated for one agent', 'unreadable', fixture('in-call').subarray(0, 90)),
  saidOfBen('20 MB for one agent', 'too-large', Buffer.alloc(20 * 1024 * 1024, '{"')),
  saidOfBen('another answer for one agent', 'unreadable', success({ user_list: [] })),
];

const noLiveState: readonly FaultRow[] = [
  ...offlineShapes.map(
    (offlineAs): FaultRow => ({
      row: `logged out as ${offlineAs}`,
      taken: loggedOut(offlineAs === 'word' ? 'LOGGED OUT' : 'No live state'),
      begin: ({ server, floor }) => {
        const was = floor.stateAt(ana, 0);
        server.behave({ offlineAs });
        floor.set(ana, null);
        return () => floor.set(ana, was);
      },
    }),
  ),
  saidOfAna('VICIdial: agent not logged in', loggedOut(), 'ERROR: agent_status AGENT NOT LOGGED IN|6666'),
  saidOfAna('"Agent not logged in"', loggedOut(), error('Agent not logged in')),
  saidOfAna('null in every field', loggedOut(), success({ status: null, lead_id: null, in_call_with: null })),
];

const wrongShapes: readonly FaultRow[] = Object.entries({
  'a list of users': { user_list: [{ user: ana, name: 'Ana Ruiz' }] },
  'the totals of the floor': { total_live_agents: 61, paused_agents: 9, ready_agents: 24 },
  'a bare number': 28,
  true: true,
  'a list of texts': ['READY'],
  'a greeting': 'Welcome',
  'a status that is a list': { status: ['IN CALL'] },
  'a status that is an object': { status: { text: 'IN CALL' } },
}).map(([name, data]) => said(`a success with ${name}`, fails('unreadable'), success(data)));

const oddButRight: readonly FaultRow[] = [
  changed('warnings before', goesWell, (right) => warning + right),
  changed('warnings after', goesWell, (right) => `${right}\n${warning}`),
  changed('byte order mark', goesWell, (right) => `\ufeff${right}`),
  changed('white space around', goesWell, (right) => `\r\n\t ${right} \n\n`),
  changed('"SUCCESS " in capitals', goesWell, (right) => right.replace('"success"', '" SUCCESS "')),
  changed('Latin-1 in a name', goesWell, (right) =>
    Buffer.from(right.replace('Spring offer', 'RETENCIÓN'), 'latin1'),
  ),
  changed('deep nesting', goesWell, (right) =>
    right.replace('"data":{', `"x":${'['.repeat(200_000)}${']'.repeat(200_000)},"data":{`),
  ),
  changed('__proto__ keys', goesWell, (right) =>
    right.replace(
      '"data":{',
      '"__proto__":{"result":"error"},"data":{"__proto__":{"status":"READY"},"constructor":{"status":"X"},',
    ),
  ),
  withFields('numbers as strings', goesWell, (data) => ({ ...data, lead_id: String(data['lead_id']) })),
  withFields('strings as numbers', goesWell, (data) => ({
    ...data,
    in_call_with: Number(data['in_call_with']),
    conf_exten: 8600118,
    campaign_id: 4460708090,
  })),
  withFields(
    'null in every field but the status',
    goesWell,
    ({ status, lead_id, in_call_with, ...rest }) => ({
      ...Object.fromEntries(Object.keys(rest).map((name) => [name, null])),
      status,
      lead_id,
      in_call_with,
    }),
  ),
  withFields('no field but the status', goesWell, ({ status, lead_id }) => ({ status, lead_id })),
  withFields('a list where a row is meant', goesWell, (data) => [data]),
  withFields('names of 5,000 characters', goesWell, (data) => ({
    ...data,
    campaign_name: 'Ñ😀'.repeat(2_500),
    vendor_lead_code: 'x'.repeat(5_000),
    call_type: ' \n'.repeat(2_500),
  })),
  withFields('bidi, control and zero-width characters', goesWell, (data) => ({
    ...data,
    status: String(data['status']).split('').join('\u200b\u202e\u0007'),
    campaign_name: '\u202eSpring\u0000 \u2066offer\u2069\r\n\u001b[31m\ufeff',
  })),
  withFields('HTML in names', goesWell, (data) => ({
    ...data,
    campaign_name: '<img src=x onerror="alert(1)"><script>alert(2)</script>{{count}}',
  })),
  withFields('a status that changes case', { as: 'answer', status: 'in call' }, (data) => ({
    ...data,
    status: String(data['status']).toLowerCase(),
  })),
  withFields('a status that changes spelling', { as: 'answer', status: 'IN_CALL' }, (data) => ({
    ...data,
    status: String(data['status']).replace(' ', '_'),
  })),
  withFields('a status that changes language', { as: 'answer', status: 'EN LLAMADA' }, (data) => ({
    ...data,
    status: data['status'] === 'IN CALL' ? 'EN LLAMADA' : 'DISPONIBLE',
  })),
];

const broken: readonly FaultRow[] = [
  changed('truncated JSON', fails('unreadable'), (right) => right.slice(0, right.length / 2)),
  changed('text after', fails('unreadable'), (right) => `${right} and that is all`),
  changed('in a list', fails('unreadable'), (right) => `[${right}]`),
  changed('UTF-16', fails('unreadable'), (right) => Buffer.from(right, 'utf16le')),
  said('bytes that are no text', fails('unreadable'), Buffer.from([0xff, 0xfe, 0x00, 0x80])),
  said('JSON without result or code', fails('unreadable'), '{"data":{"status":"READY"}}'),
  said('null', fails('unreadable'), 'null'),
  said('20 MB', fails('too-large'), Buffer.alloc(20 * 1024 * 1024, ' ')),
  said('nesting without end', fails('unreadable'), `{"result":${'['.repeat(1_000_000)}`),
  said('a megabyte of beginnings', fails('unreadable'), '{"'.repeat(500_000)),
];

const xml = { stage: { format: 'xml' } } as const;
const inXml: readonly FaultRow[] = [
  { ...changed('XML as the server writes it', goesWell, (right) => right), ...xml },
  { ...changed('XML after warnings', goesWell, (right) => warning + right), ...xml },
  { ...changed('XML cut off', fails('unreadable'), (right) => right.slice(0, right.length / 2)), ...xml },
  {
    ...changed('XML with entities of its own', fails('unreadable'), (right) =>
      right.replace('<result>', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><result>&b;'),
    ),
    ...xml,
  },
  {
    ...changed('XML nested without end', fails('unreadable'), (right) =>
      right.replace('<data>', `<data>${'<a>'.repeat(100_000)}`),
    ),
    ...xml,
  },
  { ...said('XML refusal', stops('wrong-credentials'), fixture('refused.xml')), ...xml },
];

const rows = [
  ...refusals,
  ...errors,
  ...ofOneAgent,
  ...noLiveState,
  ...wrongShapes,
  ...oddButRight,
  ...broken,
  ...inXml,
];

test.for(rows)('answers: $row', async (row, context) => {
  await playRow(context, 'Answers', row);
});

test('no row of answers stands twice', () => {
  expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
});
