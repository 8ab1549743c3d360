/** Chromium's word for what went wrong in Node's network stack. */
export function netErrorOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  const found = patterns.find(([pattern]) => pattern.test(String(code)));
  return `net::${found?.[1] ?? 'ERR_FAILED'}`;
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'ERR_CONNECTION_REFUSED'],
  [/^(?:ECONNRESET|EPIPE)$/, 'ERR_CONNECTION_RESET'],
  [/^(?:ENOTFOUND|EAI_\w+)$/, 'ERR_NAME_NOT_RESOLVED'],
  [/^ETIMEDOUT$/, 'ERR_CONNECTION_TIMED_OUT'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'ERR_ADDRESS_UNREACHABLE'],
  [/^HPE_HEADER_OVERFLOW$/, 'ERR_RESPONSE_HEADERS_TOO_BIG'],
  [/^HPE_\w*CHUNK/, 'ERR_INVALID_CHUNKED_ENCODING'],
  [/^HPE_/, 'ERR_INVALID_HTTP_RESPONSE'],
  [/^(?:Z_\w+|ERR__ERROR_\w+|ERR_BROTLI\w*)$/, 'ERR_CONTENT_DECODING_FAILED'],
  [/^ERR_PROXY_TUNNEL$/, 'ERR_TUNNEL_CONNECTION_FAILED'],
  [/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/, 'ERR_CERT_DATE_INVALID'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'ERR_CERT_COMMON_NAME_INVALID'],
  // Chromium does not tell a certificate signed by itself from one of an unknown issuer.
  [/SELF_SIGNED|^UNABLE_TO_|^CERT_/, 'ERR_CERT_AUTHORITY_INVALID'],
  [/^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, 'ERR_SSL_PROTOCOL_ERROR'],
];
