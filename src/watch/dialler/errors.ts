import type { Problem } from '../../shared/problem.ts';
import { certificateProblem } from './certificate-problem.ts';

/**
 * What a request that failed was about, whichever host's it is: Electron says `Error('net::ERR_…')`,
 * Node's fetch a `TypeError('fetch failed')` with the code somewhere among its causes.
 */
export function problemOfFailure(error: unknown): Problem | 'aborted' {
  const signs = signsOf(error);
  if (signs.includes('AbortError')) return 'aborted';
  for (const decide of rules) {
    const problem = signs.map(decide).find((found) => found !== null);
    if (problem !== undefined) return problem;
  }
  return { kind: 'connection-broken' };
}

type ErrorPattern = (sign: string) => Problem | null;

const when =
  (pattern: RegExp, kind: Problem['kind']): ErrorPattern =>
  (sign) =>
    pattern.test(sign) ? { kind } : null;

/**
 * The first that fits any of the signs counts. A host with several addresses fails in several ways at
 * once: one of them being out of reach (IPv6, mostly) says least, so that comes last.
 */
const rules: readonly ErrorPattern[] = [
  when(/^ERR_(?:UNEXPECTED_)?PROXY_AUTH/, 'proxy-login'),
  when(/^ERR_(?:\w*PROX|TUNNEL|SOCKS|PAC_)/, 'proxy-failed'),
  certificateProblem,
  when(/^ERR_\w*REDIRECT/, 'redirected'),
  when(/^(?:ENOTFOUND|EAI_\w+|ERR_NAME_\w+|ERR_DNS_\w+|ERR_ICANN_NAME_COLLISION)$/, 'name-not-found'),
  when(/^TimeoutError$|^ETIMEDOUT$|^ERR_\w*TIMED_OUT$|^UND_ERR_\w+_TIMEOUT$/, 'timeout'),
  when(
    /^(?:ECONNREFUSED|ERR_CONNECTION_(?:REFUSED|FAILED)|EHOSTUNREACH|EADDRNOTAVAIL|ERR_ADDRESS_\w+)$/,
    'refused',
  ),
  when(/^(?:ENETUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED)$/, 'offline'),
  when(
    /^HPE_|^HTTPParserError$|^Z_|^UND_ERR_(?:HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH)$/,
    'unreadable',
  ),
  when(
    /^ERR_CONTENT_DECODING|^ERR_INVALID_(?:(?:HTTP_)?RESPONSE|CHUNKED_ENCODING)$|^ERR_RESPONSE_HEADERS_/,
    'unreadable',
  ),
];

const maxErrors = 16;

/** The names, codes and short messages of an error and of all that caused it. */
function signsOf(error: unknown): readonly string[] {
  const queue: unknown[] = [error];
  // It grows while it is walked; the limit also ends a chain of causes that bites its tail.
  for (const item of queue) {
    if (queue.length >= maxErrors) break;
    queue.push(...propertiesOf(item, ['cause']), ...propertiesOf(item, ['errors']).flat());
  }
  return queue.flatMap((item) => propertiesOf(item, ['name', 'code', 'message']).flatMap(signOf));
}

function signOf(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  const netError = /net::(ERR_\w+)/.exec(value)?.[1];
  return netError === undefined ? [value] : [netError];
}

const propertiesOf = (value: unknown, names: readonly string[]): readonly unknown[] =>
  names
    .map((name): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : null))
    .filter((property) => property !== undefined && property !== null);
