import type { Problem, ProblemKind } from '../../shared/problem.ts';

/** What a body is that the API did not write. */
export function problemOfPage(text: string, status: number): Problem {
  if (status === 429) return { kind: 'rate-limited' };
  if (status >= 400) return { kind: kindOfStatus(status), detail: String(status) };
  if (text.trim() === '') return { kind: 'empty-answer' };
  if (/<(?:!doctype\s+html|html|head|body)\b/i.test(text)) return { kind: 'html-page' };
  if (/\b(?:fatal|parse) error\b/i.test(text)) return { kind: 'dialler-error', detail: 'PHP error' };
  return { kind: 'unreadable' };
}

/** A wrong address and a door in front of the dialler stay as they are; a server in trouble recovers. */
function kindOfStatus(status: number): ProblemKind {
  if (status === 404 || status === 410) return 'not-found';
  return [401, 403, 405, 451].includes(status) ? 'forbidden' : 'http-error';
}
