import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../src/shared/problem.ts';
import { problemOfFailure } from '../../../../src/watch/dialler/errors.ts';

/** As Node's fetch throws: the code is on the cause. */
const node = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`${code} happened`), { code }) });

/** As Electron's `net` fails: the code is the message. */
const electron = (code: string): Error => new Error(`net::ERR_${code}`);

const tls = (detail?: string): Problem => (detail === undefined ? { kind: 'tls' } : { kind: 'tls', detail });

describe.each<[Problem, node: readonly string[], electron: readonly string[]]>([
  [{ kind: 'name-not-found' }, ['ENOTFOUND', 'EAI_AGAIN'], ['NAME_NOT_RESOLVED', 'DNS_TIMED_OUT']],
  [{ kind: 'refused' }, ['ECONNREFUSED', 'EHOSTUNREACH'], ['CONNECTION_REFUSED', 'ADDRESS_UNREACHABLE']],
  [{ kind: 'offline' }, ['ENETUNREACH'], ['INTERNET_DISCONNECTED']],
  [
    { kind: 'connection-broken' },
    ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'],
    ['CONNECTION_RESET', 'CONNECTION_CLOSED', 'EMPTY_RESPONSE', 'NETWORK_CHANGED'],
  ],
  [{ kind: 'connection-broken' }, [], ['INCOMPLETE_CHUNKED_ENCODING', 'FAILED']],
  [
    { kind: 'timeout' },
    ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
    ['TIMED_OUT', 'CONNECTION_TIMED_OUT'],
  ],
  [
    { kind: 'proxy-failed' },
    [],
    [
      'PROXY_CONNECTION_FAILED',
      'TUNNEL_CONNECTION_FAILED',
      'NO_SUPPORTED_PROXIES',
      'SOCKS_CONNECTION_FAILED',
      'PAC_SCRIPT_FAILED',
    ],
  ],
  [{ kind: 'proxy-login' }, [], ['PROXY_AUTH_UNSUPPORTED', 'UNEXPECTED_PROXY_AUTH']],
  [tls('expired'), ['CERT_HAS_EXPIRED'], ['CERT_DATE_INVALID']],
  [tls('self-signed'), ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'], []],
  [tls('wrong host'), ['ERR_TLS_CERT_ALTNAME_INVALID'], ['CERT_COMMON_NAME_INVALID']],
  [
    tls('unknown issuer'),
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['CERT_AUTHORITY_INVALID'],
  ],
  [tls('revoked'), ['CERT_REVOKED'], ['CERT_REVOKED']],
  [
    tls(),
    ['CERT_SIGNATURE_FAILURE', 'ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO'],
    ['CERT_WEAK_SIGNATURE_ALGORITHM', 'SSL_PROTOCOL_ERROR'],
  ],
  [{ kind: 'redirected' }, [], ['TOO_MANY_REDIRECTS']],
  [
    { kind: 'unreadable' },
    [
      'HPE_INVALID_CONSTANT',
      'Z_DATA_ERROR',
      'UND_ERR_HEADERS_OVERFLOW',
      'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    ],
    ['CONTENT_DECODING_FAILED', 'INVALID_HTTP_RESPONSE', 'INVALID_CHUNKED_ENCODING'],
  ],
  [{ kind: 'unreadable' }, [], ['RESPONSE_HEADERS_TOO_BIG', 'RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH']],
])('%o', (problem, nodeCodes, electronCodes) => {
  test.each([...nodeCodes.map(node), ...electronCodes.map(electron)])('is told after %s', (error) => {
    expect(problemOfFailure(error)).toEqual(problem);
  });
});

test.each([
  ['a time-out, by its name', new DOMException('late', 'TimeoutError'), { kind: 'timeout' }],
  ['an abort, which is no problem', AbortSignal.abort().reason, 'aborted'],
])('%s, is told as what it is', (_what, error, problem) => {
  expect(problemOfFailure(error)).toEqual(problem);
});

test('a host with several addresses fails as the one that says most', () => {
  const errors = ['ENETUNREACH', 'ECONNREFUSED'].map((code) => Object.assign(new Error(code), { code }));
  const cause = Object.assign(new AggregateError(errors), { code: 'ENETUNREACH' });
  expect(problemOfFailure(new TypeError('fetch failed', { cause }))).toEqual({ kind: 'refused' });
});

test('a chain of causes that bites its tail comes to an end', () => {
  const error = new Error('a');
  error.cause = new Error('b', { cause: error });
  expect(problemOfFailure(error)).toEqual({ kind: 'connection-broken' });
});

test.each([undefined, null, 'net::ERR_FAILED', 7, {}, new Error('odd'), { errors: 5, cause: [] }])(
  'anything else thrown, such as %j, is a broken connection',
  (error) => {
    expect(problemOfFailure(error)).toEqual({ kind: 'connection-broken' });
  },
);
