import type { Format } from '../../shared/account.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { type Bounds, shortAnswer } from './bounds.ts';
import type { Envelope } from './envelope.ts';
import { type Fields, fieldOf } from './fields.ts';
import { problemOfError } from './reply-error.ts';
import { findJsonEnvelope } from './reply-json.ts';
import { problemOfPage } from './reply-page.ts';
import { findTextEnvelope } from './reply-text.ts';
import { findXmlEnvelope, isXmlReply } from './reply-xml.ts';
import { retryAfterMsOf, serverWallMs } from './retry-after.ts';
import type { HoldsSecret } from './secret-finder.ts';
import type { Steps } from './steps.ts';
import { withoutSecret } from './without-secret.ts';

/** What came with the body. */
export interface ReplyContext {
  readonly status: number;
  /** What was asked for, whatever came. */
  readonly format: Format;
  readonly nowWallMs: number;
  readonly retryAfter?: string | null;
  readonly date?: string | null;
  readonly location?: string | null;
  /** An agent's answer if nothing is said. */
  readonly bounds?: Bounds;
  /** Whether a text repeats the password that was sent; what does is left out. */
  readonly holdsSecret?: HoldsSecret;
}

export interface ParsedReply<T> {
  readonly said: T;
  readonly printsWarnings: boolean;
}

/** Makes something of the fields of a success, or of "not logged in" (no fields); null when that is nothing. */
export type Read<T> = (fields: Fields | null) => Steps<T | null>;

const decoder = new TextDecoder();

/** Decides by the body, since almost every error comes with HTTP 200 (docs/api.md §3.3). Throws for no bytes. */
export function* parseReply<T>(
  body: Uint8Array,
  context: ReplyContext,
  read: Read<T>,
): Steps<Result<ParsedReply<T>, Problem>> {
  const found = yield* findEnvelope(decoder.decode(body), context);
  if ('kind' in found) return fail(withRetryAfter(found, context));
  const { holdsSecret } = context;
  const envelope: Envelope =
    holdsSecret === undefined ? found : { ...found, fields: yield* withoutSecret(found.fields, holdsSecret) };
  const problem = problemOf(envelope, context.status);
  if (problem !== null && problem !== 'not-logged-in') return fail(withRetryAfter(problem, context));
  const said = yield* read(problem === null ? envelope.fields : null);
  if (said !== null) return succeed({ said, printsWarnings: envelope.printsWarnings });
  return fail(withRetryAfter({ kind: problem === null ? 'unreadable' : 'dialler-error' }, context));
}

function* findEnvelope(text: string, context: ReplyContext): Steps<Envelope | Problem> {
  if (context.status === 407) return { kind: 'proxy-login' };
  if (redirects.has(context.status)) return redirected(context);
  // An object at the very start is JSON, even if some text in it looks like XML.
  yield;
  const isXml = !text.trimStart().startsWith('{') && isXmlReply(text);
  if (isXml && context.format === 'json') return { kind: 'format-ignored' };
  const bounds = context.bounds ?? shortAnswer;
  const envelope = isXml
    ? yield* findXmlEnvelope(text, bounds)
    : ((yield* findJsonEnvelope(text, bounds)) ?? findTextEnvelope(text.slice(0, farEnough)));
  yield;
  return envelope ?? problemOfPage(text.trimStart().slice(0, farEnough), context.status);
}

/** What is no answer at all shows it at its beginning. */
const farEnough = 64 * 1024;

function withRetryAfter(problem: Problem, context: ReplyContext): Problem {
  if (context.status < 400) return problem;
  const nowMs = serverWallMs(context.date ?? null) ?? context.nowWallMs;
  const retryAfterMs = retryAfterMsOf(context.retryAfter ?? null, nowMs);
  return retryAfterMs === null ? problem : { ...problem, retryAfterMs };
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
function redirected({ location, holdsSecret }: ReplyContext): Problem {
  const host = URL.parse(location ?? '')?.host ?? '';
  return host === '' || holdsSecret?.(host) ? { kind: 'redirected' } : { kind: 'redirected', detail: host };
}
