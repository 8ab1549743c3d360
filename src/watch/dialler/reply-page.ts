import type { Problem } from '../../shared/problem.ts';

/** What a body is that the API did not write. */
export function problemOfPage(text: string, status: number): Problem {
  if (status === 429) return { kind: 'rate-limited' };
  if (status >= 400) return { kind: 'http-error', detail: String(status) };
  if (text.trim() === '') return { kind: 'empty-answer' };
  if (/<(?:!doctype\s+html|html|head|body)\b/i.test(text)) return { kind: 'html-page' };
  if (/\b(?:fatal|parse) error\b/i.test(text)) return { kind: 'dialler-error', detail: 'PHP error' };
  return { kind: 'unreadable' };
}
