import type { Format } from '../../shared/account.ts';
import type { Problem } from '../../shared/problem.ts';
import { noLiveState, type Reading } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Envelope } from './envelope.ts';
import { fieldOf } from './fields.ts';
import { readingOf } from './reading-of.ts';
import { problemOfError } from './reply-error.ts';
import { findJsonEnvelope } from './reply-json.ts';
import { problemOfPage } from './reply-page.ts';
import { findTextEnvelope } from './reply-text.ts';
import { findXmlEnvelope, isXmlReply } from './reply-xml.ts';
import { retryAfterMsOf } from './retry-after.ts';

/** What came with the body. */
export interface Answer {
  readonly status: number;
  /** What was asked for, whatever came. */
  readonly format: Format;
  readonly nowWallMs: number;
  readonly retryAfter?: string | null;
  readonly location?: string | null;
}

export interface ParsedReply {
  readonly reading: Reading;
  readonly printsWarnings: boolean;
}

/** Decides by the body, since almost every error comes with HTTP 200 (API §3.3). Throws for no bytes. */
export function parseReply(body: Uint8Array, answer: Answer): Result<ParsedReply, Problem> {
  const reply = parseBody(new TextDecoder().decode(body), answer);
  if (reply.ok || answer.status < 400) return reply;
  const retryAfterMs = retryAfterMsOf(answer.retryAfter ?? null, answer.nowWallMs);
  return retryAfterMs === null ? reply : fail({ ...reply.error, retryAfterMs });
}

function parseBody(text: string, answer: Answer): Result<ParsedReply, Problem> {
  if (answer.status === 407) return fail({ kind: 'proxy-login' });
  if (answer.status >= 300 && answer.status < 400) return fail(redirected(answer.location ?? ''));
  // An object at the very start is JSON, even if some text in it looks like XML.
  const isXml = !text.trimStart().startsWith('{') && isXmlReply(text);
  if (isXml && answer.format === 'json') return fail({ kind: 'format-ignored' });
  const envelope = isXml ? findXmlEnvelope(text) : (findJsonEnvelope(text) ?? findTextEnvelope(text));
  return envelope === null ? fail(problemOfPage(text, answer.status)) : open(envelope, answer.status);
}

function open({ fields, printsWarnings }: Envelope, status: number): Result<ParsedReply, Problem> {
  const result = fieldOf(fields, 'result');
  if (typeof result === 'string' && result.trim().toLowerCase() === 'success') {
    return succeed({ reading: readingOf(fieldOf(fields, 'data')), printsWarnings });
  }
  const problem = problemOfError(fields);
  if (problem === 'not-logged-in') return succeed({ reading: noLiveState, printsWarnings });
  if (status === 429 && problem.kind === 'dialler-error') return fail({ kind: 'rate-limited' });
  return fail(problem);
}

/** Only the host of where to: the rest of the address may carry what we sent. */
function redirected(location: string): Problem {
  const host = URL.parse(location)?.host ?? '';
  return host === '' ? { kind: 'redirected' } : { kind: 'redirected', detail: host };
}
