import { expect, test } from 'vitest';
import { problemOfFailure } from '../../../../src/watch/dialler/errors.ts';

/** As Node's fetch throws: the code is on the cause. */
const node = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`${code} happened`), { code }) });

/** As Electron's fetch throws: the code is the message. */
const electron = (code: string): Error => new Error(`net::${code}`);

test.each<[string, object]>([
  ['ENOTFOUND', { kind: 'name-not-found' }],
  ['EAI_AGAIN', { kind: 'name-not-found' }],
  ['ECONNREFUSED', { kind: 'refused' }],
  ['EHOSTUNREACH', { kind: 'refused' }],
  ['ENETUNREACH', { kind: 'offline' }],
  ['ECONNRESET', { kind: 'connection-broken' }],
  ['EPIPE', { kind: 'connection-broken' }],
  ['UND_ERR_SOCKET', { kind: 'connection-broken' }],
  ['ETIMEDOUT', { kind: 'timeout' }],
  ['UND_ERR_CONNECT_TIMEOUT', { kind: 'timeout' }],
  ['UND_ERR_HEADERS_TIMEOUT', { kind: 'timeout' }],
  ['UND_ERR_BODY_TIMEOUT', { kind: 'timeout' }],
  ['CERT_HAS_EXPIRED', { kind: 'tls', detail: 'expired' }],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', { kind: 'tls', detail: 'self-signed' }],
  ['SELF_SIGNED_CERT_IN_CHAIN', { kind: 'tls', detail: 'self-signed' }],
  ['ERR_TLS_CERT_ALTNAME_INVALID', { kind: 'tls', detail: 'wrong host' }],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', { kind: 'tls', detail: 'unknown issuer' }],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', { kind: 'tls', detail: 'unknown issuer' }],
  ['CERT_REVOKED', { kind: 'tls', detail: 'revoked' }],
  ['CERT_SIGNATURE_FAILURE', { kind: 'tls' }],
  ['ERR_SSL_WRONG_VERSION_NUMBER', { kind: 'tls' }],
  ['EPROTO', { kind: 'tls' }],
  ['HPE_INVALID_CONSTANT', { kind: 'unreadable' }],
  ['Z_DATA_ERROR', { kind: 'unreadable' }],
  ['UND_ERR_HEADERS_OVERFLOW', { kind: 'unreadable' }],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', { kind: 'unreadable' }],
])('Node’s %s is told as what it means', (code, problem) => {
  expect(problemOfFailure(node(code))).toEqual(problem);
});

test.each<[string, object]>([
  ['ERR_NAME_NOT_RESOLVED', { kind: 'name-not-found' }],
  ['ERR_DNS_TIMED_OUT', { kind: 'name-not-found' }],
  ['ERR_INTERNET_DISCONNECTED', { kind: 'offline' }],
  ['ERR_CONNECTION_REFUSED', { kind: 'refused' }],
  ['ERR_ADDRESS_UNREACHABLE', { kind: 'refused' }],
  ['ERR_CONNECTION_RESET', { kind: 'connection-broken' }],
  ['ERR_CONNECTION_CLOSED', { kind: 'connection-broken' }],
  ['ERR_EMPTY_RESPONSE', { kind: 'connection-broken' }],
  ['ERR_NETWORK_CHANGED', { kind: 'connection-broken' }],
  ['ERR_TIMED_OUT', { kind: 'timeout' }],
  ['ERR_CONNECTION_TIMED_OUT', { kind: 'timeout' }],
  ['ERR_PROXY_AUTH_UNSUPPORTED', { kind: 'proxy-login' }],
  ['ERR_PROXY_CONNECTION_FAILED', { kind: 'proxy-login' }],
  ['ERR_TUNNEL_CONNECTION_FAILED', { kind: 'proxy-login' }],
  ['ERR_UNEXPECTED_PROXY_AUTH', { kind: 'proxy-login' }],
  ['ERR_CERT_DATE_INVALID', { kind: 'tls', detail: 'expired' }],
  ['ERR_CERT_COMMON_NAME_INVALID', { kind: 'tls', detail: 'wrong host' }],
  ['ERR_CERT_AUTHORITY_INVALID', { kind: 'tls', detail: 'unknown issuer' }],
  ['ERR_CERT_REVOKED', { kind: 'tls', detail: 'revoked' }],
  ['ERR_CERT_WEAK_SIGNATURE_ALGORITHM', { kind: 'tls' }],
  ['ERR_SSL_PROTOCOL_ERROR', { kind: 'tls' }],
  ['ERR_TOO_MANY_REDIRECTS', { kind: 'redirected' }],
  ['ERR_CONTENT_DECODING_FAILED', { kind: 'unreadable' }],
  ['ERR_INVALID_HTTP_RESPONSE', { kind: 'unreadable' }],
  ['ERR_INVALID_CHUNKED_ENCODING', { kind: 'unreadable' }],
  ['ERR_RESPONSE_HEADERS_TOO_BIG', { kind: 'unreadable' }],
  ['ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH', { kind: 'unreadable' }],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', { kind: 'connection-broken' }],
  ['ERR_FAILED', { kind: 'connection-broken' }],
])('Electron’s %s is told as what it means', (code, problem) => {
  expect(problemOfFailure(electron(code))).toEqual(problem);
});

test('a redirect that Electron does not follow is a redirect', () => {
  expect(problemOfFailure(new Error('Redirect was cancelled'))).toEqual({ kind: 'redirected' });
});

test('a time-out is one by name', () => {
  expect(problemOfFailure(new DOMException('late', 'TimeoutError'))).toEqual({ kind: 'timeout' });
});

test('an abort is no problem', () => {
  expect(problemOfFailure(AbortSignal.abort().reason)).toBe('aborted');
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
