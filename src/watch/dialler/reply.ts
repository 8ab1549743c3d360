import type { Format } from '../../shared/account.ts';
import type { Problem } from '../../shared/problem.ts';
import { noLiveState, type Reading } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { isAboutAgent } from './about-agent.ts';
import type { Envelope } from './envelope.ts';
import { type Fields, fieldOf } from './fields.ts';
import { readingOf } from './reading-of.ts';
import { problemOfError } from './reply-error.ts';
import { findJsonEnvelope } from './reply-json.ts';
import { problemOfPage } from './reply-page.ts';
import { findTextEnvelope } from './reply-text.ts';
import { findXmlEnvelope, isXmlReply } from './reply-xml.ts';
import { retryAfterMsOf, serverWallMs } from './retry-after.ts';

/** What came with the body. */
export interface ReplyContext {
  readonly status: number;
  /** What was asked for, whatever came. */
  readonly format: Format;
  readonly nowWallMs: number;
  readonly retryAfter?: string | null;
  readonly date?: string | null;
  readonly location?: string | null;
}

export interface ParsedReply {
  readonly reading: Reading;
  readonly printsWarnings: boolean;
}

export const parseReply = (body: Uint8Array, answer: ReplyContext): Result<ParsedReply, Problem> =>
  openReply(body, answer, ({ fields, printsWarnings }, problem) => {
    if (problem === null) {
      if (!isAboutAgent(fields)) return fail({ kind: 'unreadable' });
      return succeed({ reading: readingOf(fieldOf(fields, 'data')), printsWarnings });
    }
    return problem === 'not-logged-in' ? succeed({ reading: noLiveState, printsWarnings }) : fail(problem);
  });

/** Reads of a success what `read` makes of it; null when that is nothing. */
export const parseSuccess = <T>(
  body: Uint8Array,
  answer: ReplyContext,
  read: (fields: Fields) => T | null,
): Result<T, Problem> =>
  openReply(body, answer, ({ fields }, problem) => {
    if (problem !== null) return fail(problem === 'not-logged-in' ? { kind: 'dialler-error' } : problem);
    const value = read(fields);
    return value === null ? fail({ kind: 'unreadable' }) : succeed(value);
  });

type Open<T> = (envelope: Envelope, problem: ReturnType<typeof problemOfError> | null) => Result<T, Problem>;

const decoder = new TextDecoder();

/** Decides by the body, since almost every error comes with HTTP 200 (docs/api.md §3.3). Throws for no bytes. */
function openReply<T>(body: Uint8Array, answer: ReplyContext, open: Open<T>): Result<T, Problem> {
  const reply = openBody(decoder.decode(body), answer, open);
  if (reply.ok || answer.status < 400) return reply;
  const nowMs = serverWallMs(answer.date ?? null) ?? answer.nowWallMs;
  const retryAfterMs = retryAfterMsOf(answer.retryAfter ?? null, nowMs);
  return retryAfterMs === null ? reply : fail({ ...reply.error, retryAfterMs });
}

function openBody<T>(text: string, answer: ReplyContext, open: Open<T>): Result<T, Problem> {
  if (answer.status === 407) return fail({ kind: 'proxy-login' });
  if (redirects.has(answer.status)) return fail(redirected(answer.location ?? ''));
  // An object at the very start is JSON, even if some text in it looks like XML.
  const isXml = !text.trimStart().startsWith('{') && isXmlReply(text);
  if (isXml && answer.format === 'json') return fail({ kind: 'format-ignored' });
  const envelope = isXml ? findXmlEnvelope(text) : (findJsonEnvelope(text) ?? findTextEnvelope(text));
  if (envelope === null) return fail(problemOfPage(text, answer.status));
  return open(envelope, problemOf(envelope, answer.status));
}

/** Null for a success. */
function problemOf({ fields }: Envelope, status: number): ReturnType<typeof problemOfError> | null {
  const result = fieldOf(fields, 'result');
  if (typeof result === 'string' && result.trim().toLowerCase() === 'success') return null;
  const problem = problemOfError(fields);
  const isError = problem !== 'not-logged-in' && problem.kind === 'dialler-error';
  return status === 429 && isError ? { kind: 'rate-limited' } : problem;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Only the host of where to: the rest of the address may carry what we sent. */
function redirected(location: string): Problem {
  const host = URL.parse(location)?.host ?? '';
  return host === '' ? { kind: 'redirected' } : { kind: 'redirected', detail: host };
}
