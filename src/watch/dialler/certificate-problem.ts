import type { Problem, ProblemDetail } from '../../shared/problem.ts';

/** Names what is wrong with a certificate in one of a few stable words, where Node or Chromium says it. */
export function certificateProblem(sign: string): Problem | null {
  const detail = details.find(([pattern]) => pattern.test(sign))?.[1];
  if (detail !== undefined) return { kind: 'tls', detail };
  return anyTls.test(sign) ? { kind: 'tls' } : null;
}

const details: readonly (readonly [RegExp, ProblemDetail])[] = [
  [/^CERT_HAS_EXPIRED$|^CERT_NOT_YET_VALID$|^ERR_CERT_DATE_INVALID$/, 'expired'],
  [/SELF_SIGNED/, 'self-signed'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$|^ERR_CERT_COMMON_NAME_INVALID$|^HOSTNAME_MISMATCH$/, 'wrong host'],
  [/^ERR_CERT_AUTHORITY_INVALID$|^UNABLE_TO_(?:GET_ISSUER|VERIFY)|^CERT_UNTRUSTED$/, 'unknown issuer'],
  [/^(?:ERR_)?CERT_REVOKED$/, 'revoked'],
];

const anyTls = /^(?:ERR_)?CERT_|^ERR_(?:SSL|TLS)_|^UNABLE_TO_|^EPROTO$|^ERR_(?:BAD_SSL|ECH|CERTIFICATE)_/;
