/** Everything that can go wrong between us and the dialler: a closed set, one sentence each in `words/`. */
export const problemKinds = [
  'wrong-credentials',
  'no-permission',
  'no-password',
  'session-user-wanted',
  'unknown-agent',
  'not-this-api',
  'bad-request',
  'dialler-error',
  'empty-answer',
  'html-page',
  'format-ignored',
  'unreadable',
  'too-large',
  'not-found',
  'forbidden',
  'http-error',
  'rate-limited',
  'redirected',
  'proxy-login',
  'proxy-failed',
  'name-not-found',
  'refused',
  'connection-broken',
  'tls',
  'timeout',
  'offline',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** Facts of our own finding, which have words in `words/`; the dialler's and the server's are shown as they are. */
const problemDetails = [
  'expired',
  'self-signed',
  'wrong host',
  'unknown issuer',
  'revoked',
  'PHP error',
] as const;

export type ProblemDetail = (typeof problemDetails)[number];

export const isProblemDetail = (detail: string): detail is ProblemDetail =>
  problemDetails.some((known) => known === detail);

export interface Problem {
  readonly kind: ProblemKind;
  /** A short fact worth showing, such as an HTTP status or the dialler's own code; never a body. */
  readonly detail?: string;
  /** When the server named a time to come back (Retry-After). */
  readonly retryAfterMs?: number;
}

/** Polling on would only repeat the refusal, and could lock the account (docs/api.md §6.8). */
export const stopsPolling = (kind: ProblemKind): boolean =>
  kind === 'wrong-credentials' || kind === 'no-permission' || kind === 'no-password';
