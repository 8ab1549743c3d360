import { describe, expect, test } from 'vitest';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { fixture, parse } from './replies.ts';

const json = (fields: object): string => JSON.stringify(fields);
const error = (message: unknown): string => json({ result: 'error', message });

type Row = readonly [problem: object, bodies: readonly (string | Uint8Array)[]];

describe.each<Row>([
  [
    { kind: 'wrong-credentials' },
    [
      '{"result":"error","message":"Invalid Username\\/Password"}',
      'result=error;message=Invalid Username/Password;',
      json({ result: 'Error: goAPI User Not Defined.' }),
      json({ result: 'Error: goAPI Password Not Defined.' }),
      fixture('login-incorrect'),
    ],
  ],
  [{ kind: 'session-user-wanted' }, [json({ result: 'Error: Session User Not Defined.' })]],
  [
    { kind: 'no-permission' },
    [
      json({ code: 10001, result: '' }),
      json({ result: 'Error: Insufficient permission.' }),
      json({ result: 'Error: You do not have permission to view this page ' }),
      'ERROR: agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO|6666',
    ],
  ],
  [
    { kind: 'not-this-api' },
    [
      'result=error;message=This API function only accepts XML or JSON value on responsetype',
      error('Command Not Found'),
      ...[10004, '10005', '10009'].map((code) => json({ code })),
    ],
  ],
  [
    { kind: 'unknown-agent' },
    [
      json({ code: '41004', result: "Invalid value in user. Doesn't exist" }),
      json({ code: 41004 }),
      json({ result: "Error: User doesn't exist." }),
      'ERROR: agent_status AGENT NOT FOUND|6666',
    ],
  ],
  ...['40001', '10003', '10006', '40002', '41001'].map(
    (code): Row => [
      { kind: 'bad-request', detail: code },
      [json({ code, result: 'Required field in user' })],
    ],
  ),
  [
    { kind: 'bad-request', detail: '41004' },
    [json({ code: '41004', result: "Invalid value in campaign_id. Doesn't exist" })],
  ],
  ...['10007', '10010'].map((code): Row => [{ kind: 'dialler-error', detail: code }, [json({ code })]]),
  ...["ERROR: 'astguiclient.conf' file not found.", 'Mysql host is not set'].map(
    (detail): Row => [{ kind: 'dialler-error', detail }, [detail]],
  ),
  [
    { kind: 'dialler-error' },
    [
      'result=error;',
      json({ result: 'error' }),
      json({ result: 'Error: Too busy' }),
      json({ code: 'Secret1', result: 'fail', data: 'Error: Too busy' }),
      json({ result: null }),
      json({ result: ['success'] }),
      json({ code: { a: 1 }, message: 7 }),
    ],
  ],
])('%j', (problem, bodies) => {
  test.each(bodies)('is what %s means', (body) => {
    expect(parse(body)).toEqual({ ok: false, error: problem });
  });
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
    expect(parse(body)).toEqual({ ok: true, value: { said: noLiveState, printsWarnings: false } });
  },
);
