import { test } from 'vitest';
import { playRow } from './play.ts';
import { type FaultRow, fails, stops, type Taken } from './row.ts';
import { error, fixture, json, said, saidOfBen, success } from './said.ts';

const notAccepted = 'result=error;message=This API function only accepts XML or JSON value on responsetype';

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

test.for([...refusals, ...errors, ...ofOneAgent])('answers: $row', async (row, context) => {
  await playRow(context, 'Answers', row);
});
