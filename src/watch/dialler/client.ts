import type { Account } from '../../shared/account.ts';
import type { FloorTotals } from '../../shared/floor-totals.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { RosterUser } from '../../shared/roster.ts';
import type { Http } from '../http.ts';
import { listAnswer, shortAnswer } from './bounds.ts';
import { problemOfFailure } from './errors.ts';
import { type Fields, fieldOf } from './fields.ts';
import { readBody } from './read-body.ts';
import { readingOf } from './reading-of.ts';
import { type ParsedReply, parseReply, type Read } from './reply.ts';
import { buildRequest, type Call } from './request.ts';
import { createRequestSlots, type RequestKind, type RequestSlots } from './request-slots.ts';
import { rosterOf } from './roster.ts';
import { type HoldsSecret, secretFinder } from './secret-finder.ts';
import { finishInSlices, inOneStep, type Steps } from './steps.ts';
import { totalsOf } from './totals.ts';

export interface DiallerClientParts {
  readonly http: Http;
  readonly slots?: RequestSlots;
  /** For the whole request, the body included, from the moment it may start. */
  readonly timeoutMs?: number;
  readonly maxBodyBytes?: number;
  readonly wallMs?: () => number;
}

/** Who asks. */
export interface Access {
  readonly account: Pick<Account, 'baseUrl' | 'method' | 'format' | 'apiUser'>;
  readonly password: string;
  readonly signal?: AbortSignal;
}

export interface LiveAgentInfoRequest extends Access {
  readonly agentUser: string;
}

/** Settles always, throws never; `aborted` only when the caller's own signal says so. */
type Answered<T> = Promise<Result<T, Problem> | 'aborted'>;

export interface DiallerClient {
  readonly getLiveAgentInfo: (request: LiveAgentInfoRequest) => Answered<ParsedReply<Reading>>;
  /** Every user the dialler has, in one long answer. */
  readonly getRoster: (access: Access) => Answered<readonly RosterUser[]>;
  readonly getFloorTotals: (access: Access) => Answered<FloorTotals>;
}

/** The whole list comes in one answer. */
const rosterTimeoutMs = 45_000;

export function createDiallerClient({
  http,
  slots = createRequestSlots(),
  timeoutMs = 12_000,
  maxBodyBytes = shortAnswer.bytes,
  wallMs = Date.now,
}: DiallerClientParts): DiallerClient {
  /** Every request of an account carries the same password; making a finder takes longer than using it. */
  let lastFinder: { readonly password: string; readonly find: HoldsSecret } | null = null;
  function finderOf(password: string): HoldsSecret {
    if (lastFinder?.password !== password) lastFinder = { password, find: secretFinder(password) };
    return lastFinder.find;
  }

  interface Exchange<T> {
    readonly kind: RequestKind;
    readonly call: Call;
    readonly read: Read<T>;
    readonly isLong?: boolean;
  }

  async function ask<T>(access: Access, exchange: Exchange<T>): Answered<ParsedReply<T>> {
    if (!(await slots.take(exchange.kind, access.signal))) return 'aborted';
    try {
      return await askInTime(access, exchange);
    } finally {
      slots.free(exchange.kind);
    }
  }

  async function askInTime<T>(access: Access, exchange: Exchange<T>): Answered<ParsedReply<T>> {
    const ending = startEnding();
    const limitMs = exchange.isLong ? Math.max(timeoutMs, rosterTimeoutMs) : timeoutMs;
    const timer = setTimeout(() => ending.end(new DOMException('', 'TimeoutError')), limitMs);
    const onAbort = () => ending.end(access.signal?.reason);
    if (access.signal?.aborted) onAbort();
    else access.signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const reply = await carryOut(access, exchange, ending);
      return access.signal?.aborted ? 'aborted' : reply;
    } catch (error) {
      if (access.signal?.aborted) return 'aborted';
      const problem = problemOfFailure(error);
      return fail(problem === 'aborted' ? { kind: 'connection-broken' } : problem);
    } finally {
      clearTimeout(timer);
      access.signal?.removeEventListener('abort', onAbort);
    }
  }

  async function carryOut<T>(
    { account, password }: Access,
    { call, read, isLong = false }: Exchange<T>,
    { signal, ended }: Ending,
  ): Promise<Result<ParsedReply<T>, Problem>> {
    signal.throwIfAborted();
    const request = { ...buildRequest(account, password, call), signal };
    const response = await Promise.race([http(request), ended]);
    const bounds = isLong ? listAnswer : { ...shortAnswer, bytes: maxBodyBytes };
    const body = await readBody(response, bounds.bytes, ended);
    if (body === 'too-large') return fail({ kind: 'too-large' });
    const context = {
      status: response.status,
      format: account.format,
      nowWallMs: wallMs(),
      retryAfter: response.headers.get('retry-after'),
      date: response.headers.get('date'),
      location: response.headers.get('location'),
      bounds,
      holdsSecret: finderOf(password),
    };
    return finishInSlices(parseReply(body, context, read), () => signal.throwIfAborted());
  }

  return {
    getLiveAgentInfo: (request) =>
      ask(request, {
        kind: 'poll',
        call: { folder: 'goUsers', action: 'getLiveAgentInfo', parameters: { user: request.agentUser } },
        read: inOneStep(readingOf),
      }),
    getRoster: (access) =>
      saidIn(
        ask(access, {
          kind: 'list',
          call: { folder: 'goUsers', action: 'goGetAllUsers', parameters: { only_inactives: '0' } },
          read: ofSuccess(rosterOf),
          isLong: true,
        }),
      ),
    getFloorTotals: (access) =>
      saidIn(
        ask(access, {
          kind: 'list',
          call: { folder: 'goDashboard', action: 'getAgentStatus', parameters: {} },
          read: ofSuccess(inOneStep((fields) => totalsOf(fieldOf(fields, 'data')))),
        }),
      ),
  };
}

/** Only an agent can be not logged in. */
const ofSuccess = <T>(read: (fields: Fields) => Steps<T | null>): Read<T> =>
  function* (fields) {
    return fields === null ? null : yield* read(fields);
  };

async function saidIn<T>(answered: Answered<ParsedReply<T>>): Answered<T> {
  const answer = await answered;
  return answer !== 'aborted' && answer.ok ? succeed(answer.value.said) : answer;
}

interface Ending {
  readonly signal: AbortSignal;
  /** Rejects when the exchange is to end, also where what is under way does not listen to the signal. */
  readonly ended: Promise<never>;
  readonly end: (reason: unknown) => void;
}

/** One signal of our own: joining the caller's and the clock's costs more than all the rest of a request. */
function startEnding(): Ending {
  const abort = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  // Mostly nobody waits for it any longer.
  ended.catch(() => undefined);
  const end = (reason: unknown): void => {
    abort.abort(reason);
    reject(reason);
  };
  return { signal: abort.signal, ended, end };
}
