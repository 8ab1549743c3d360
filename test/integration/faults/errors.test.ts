import { test } from 'vitest';
import { playRow } from './play.ts';
import { type FaultRow, fails, stops, type Taken } from './row.ts';
import { allSaid, error, fixture, json, said, saidOfBen, success } from './said.ts';
import { credentials } from './stage.ts';

const notAccepted = 'result=error;message=This API function only accepts XML or JSON value on responsetype';

const noConfiguration = "ERROR: 'astguiclient.conf' file not found.";

const refusals: readonly FaultRow[] = [
  ...allSaid(stops('wrong-credentials'), {
    '"Invalid Username/Password"': error('Invalid Username/Password'),
    '"goAPI User Not Defined"': json({ result: 'Error: goAPI User Not Defined.' }),
    '"Password Not Defined"': json({ result: 'Error: goAPI Password Not Defined.' }),
    '"Login incorrect", with SQL and password': json({
      result: 'error',
      message: 'Login incorrect, please try again',
      auth_message: "BAD|SELECT * FROM users WHERE pass='Secret1'",
    }),
    'a refusal as plain text': 'result=error;message=Invalid Username/Password;',
  }),
  ...allSaid(stops('no-permission'), {
    'code 10001': json({ code: '10001', result: 'Error: You do not have permission to view this page ' }),
    'VICIdial: no permission': 'ERROR: agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO|6666',
  }),
];

const codes = (taken: (code: string) => Taken, ...all: readonly string[]): readonly FaultRow[] =>
  all.map((code) => said(`code ${code}`, taken(code), json({ code, result: '' })));
const badRequest = (code: string): Taken => fails('bad-request', code);
const diallerError = (text: string): Taken => fails('dialler-error', text);

const errors: readonly FaultRow[] = [
  ...allSaid(fails('not-this-api'), {
    '"Command Not Found"': error('Command Not Found'),
    'unknown responsetype': notAccepted,
    'unknown responsetype, with ;': `${notAccepted};`,
  }),
  ...allSaid(fails('session-user-wanted'), {
    '"Session User Not Defined"': json({ result: 'Error: Session User Not Defined.' }),
  }),
  ...allSaid(badRequest('40001'), {
    'documented 40001, no result': json({ code: '40001', message: 'Error: Missing required parameters' }),
  }),
  ...codes(() => fails('not-this-api'), '10004', '10005', '10009'),
  ...codes(badRequest, '10003', '10006', '40001', '40002', '41001', '41002', '41003', '41005', '41006'),
  ...codes(diallerError, '10007', '10008', '10010', '10011'),
  ...codes(diallerError, ...Array.from({ length: 11 }, (_, index) => String(10107 + index))),
  ...allSaid(badRequest('41004'), {
    'code 41004 about another parameter': json({
      code: '41004',
      result: "Invalid value in campaign_id. Doesn't exist",
    }),
  }),
  said('code 200, a number', fails('dialler-error'), json({ code: 200, result: 'Error: Try again' })),
  said('"fail" with text as data', fails('dialler-error'), json({ result: 'fail', data: 'No agents today' })),
  said('"Error: …" in result', fails('dialler-error'), json({ result: 'Error: Too busy' })),
  said('an error that holds SQL', fails('dialler-error'), error("SELECT pass FROM users WHERE user='x'")),
  said(
    'an error that repeats the password',
    fails('dialler-error'),
    error(`No user ${credentials.password} in ${credentials.password}`),
  ),
  said('server misconfigured, plain text', diallerError(noConfiguration), noConfiguration),
  said('no database host, plain text', diallerError('Mysql host is not set'), 'Mysql host is not set'),
  said('PHP: fatal error', diallerError('PHP error'), fixture('fatal-error')),
  said('500, empty', fails('http-error', '500'), '', 500),
  said('200, empty', fails('empty-answer'), ''),
  said('the web interface', fails('html-page'), fixture('web-interface')),
  said('404, the web interface', fails('not-found', '404'), fixture('web-interface'), 404),
  said('XML though JSON was asked for', fails('format-ignored'), fixture('in-call.xml')),
];

const ofOneAgent: readonly FaultRow[] = [
  saidOfBen(
    'unknown agent, code 41004',
    'unknown-agent',
    json({ code: '41004', result: "Invalid value in user. Doesn't exist" }),
  ),
  saidOfBen('VICIdial: agent not found', 'unknown-agent', 'ERROR: agent_status AGENT NOT FOUND|6666'),
  saidOfBen(
    'code 10001 for one agent',
    'no-permission',
    json({ code: '10001', result: 'Error: Insufficient permission.' }),
  ),
  saidOfBen('200, empty, for one agent', 'empty-answer', ''),
  saidOfBen('truncated for one agent', 'unreadable', fixture('in-call').subarray(0, 90)),
  saidOfBen('20 MB for one agent', 'too-large', Buffer.alloc(20 * 1024 * 1024, '{"')),
  saidOfBen('another answer for one agent', 'unreadable', success({ user_list: [] })),
];

test.for([...refusals, ...errors, ...ofOneAgent])('answers: $row', async (row, context) => {
  await playRow(context, 'Answers', row);
});
