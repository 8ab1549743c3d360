import type { Envelope } from './envelope.ts';

const maxLineLength = 300;

/** Errors the front controller, or VICIdial behind it, writes as a plain line (docs/api.md §3.1, §3.2). */
export function findTextEnvelope(body: string): Envelope | null {
  const error = /result=error;\s{0,64}(?:message=([^;\r\n]*))?/i.exec(body);
  if (error !== null) {
    return { fields: { result: 'error', message: error[1] ?? '' }, printsWarnings: error.index > 0 };
  }
  const line = body.trim();
  if (line.length > maxLineLength || !/^(?:ERROR: |Mysql host is not set)/i.test(line)) return null;
  return { fields: { result: line }, printsWarnings: false };
}
