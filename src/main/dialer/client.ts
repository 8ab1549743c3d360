import type { Account } from '../../shared/account.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail, type Result } from '../../shared/result.ts';
import { problemOfFailure } from './errors.ts';
import { readBody } from './read-body.ts';
import { type ParsedReply, parseReply } from './reply.ts';
import { buildRequest } from './request.ts';

export interface DiallerClientParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** For the whole request, the body included. */
  readonly timeoutMs?: number;
  readonly maxBodyBytes?: number;
  readonly wallMs?: () => number;
}

export interface LiveAgentInfoRequest {
  readonly account: Pick<Account, 'baseUrl' | 'method' | 'format' | 'apiUser'>;
  readonly password: string;
  readonly agentUser: string;
  readonly signal?: AbortSignal;
}

export interface DiallerClient {
  /** Settles always, throws never; `aborted` only when the caller's own signal says so. */
  readonly getLiveAgentInfo: (
    request: LiveAgentInfoRequest,
  ) => Promise<Result<ParsedReply, Problem> | 'aborted'>;
}

export function createDiallerClient({
  fetch,
  timeoutMs = 12_000,
  maxBodyBytes = 1024 * 1024,
  wallMs = Date.now,
}: DiallerClientParts): DiallerClient {
  async function getLiveAgentInfo(
    request: LiveAgentInfoRequest,
  ): ReturnType<DiallerClient['getLiveAgentInfo']> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(new DOMException('', 'TimeoutError')), timeoutMs);
    const signal = AbortSignal.any([timeout.signal, ...(request.signal ? [request.signal] : [])]);
    try {
      const reply = await exchange(request, signal);
      return request.signal?.aborted ? 'aborted' : withoutSecret(reply, request.password);
    } catch (error) {
      if (request.signal?.aborted) return 'aborted';
      const problem = problemOfFailure(error);
      return fail(problem === 'aborted' ? { kind: 'connection-broken' } : problem);
    } finally {
      clearTimeout(timer);
    }
  }

  async function exchange(
    { account, password, agentUser }: LiveAgentInfoRequest,
    signal: AbortSignal,
  ): Promise<Result<ParsedReply, Problem>> {
    signal.throwIfAborted();
    const parameters = { user: agentUser };
    const call = { folder: 'goUsers', action: 'getLiveAgentInfo', parameters } as const;
    const { url, init } = buildRequest(account, password, call);
    const response = await Promise.race([fetch(url, { ...init, signal }), rejectionOf(signal)]);
    const body = await readBody(response, maxBodyBytes, signal);
    if (body === 'too-large') return fail({ kind: 'too-large' });
    return parseReply(body, {
      status: response.status,
      format: account.format,
      nowWallMs: wallMs(),
      retryAfter: response.headers.get('retry-after'),
      location: response.headers.get('location'),
    });
  }

  return { getLiveAgentInfo };
}

const rejectionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** The server deletes these from a password before it does anything with it (API §3.5). */
const asCompared = (text: string): string => text.replace(/['"\\; ]/g, '');

/** Some actions repeat in their errors what they were sent (API §3.2). */
function withoutSecret(reply: Result<ParsedReply, Problem>, password: string): Result<ParsedReply, Problem> {
  const secret = asCompared(password);
  if (reply.ok || secret === '' || !asCompared(reply.error.detail ?? '').includes(secret)) return reply;
  const { detail: _, ...problem } = reply.error;
  return fail(problem);
}
