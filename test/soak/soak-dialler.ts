import type { Floor } from '../../src/simulator/floor.ts';
import { answer, type Behaviour } from '../../src/simulator/front-controller.ts';
import { errorPage, webInterfacePage } from '../../src/simulator/pages.ts';
import { between, type Random } from '../../src/simulator/random.ts';
import type { Clock } from '../../src/watch/clock.ts';
import type { HttpRequest, HttpResponse } from '../../src/watch/http.ts';

/** What befalls requests while it lasts. */
export type DiallerProblem =
  | { readonly kind: 'timeout' | 'reset-mid-body' | 'html' | 'redirect' | 'truncated' | 'huge' | 'warnings' }
  | { readonly kind: 'no-answer'; readonly code: string }
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterS?: number }
  | { readonly kind: 'body'; readonly body: string };

export interface SoakDiallerParts {
  readonly floor: Floor;
  readonly clock: Clock;
  readonly random: Random;
  readonly apiUser: string;
  readonly password: string;
}

const shortestAnswerMs = 60;
const longestAnswerMs = 400;

/** The simulator's own answers without a network between: what the client sends and gets is the real thing. */
export function createSoakDialler({ floor, clock, random, apiUser, password }: SoakDiallerParts) {
  let problem: DiallerProblem | null = null;
  /** Of all requests; the rest are answered well. */
  let share = 1;
  let requests = 0;
  let behaviour: Behaviour = {
    apiUser,
    password,
    isLowLevel: false,
    hashesPasswords: false,
    wantsSessionUser: false,
    offlineAs: 'null',
    rosterAs: 'list',
    printsWarnings: false,
  };

  function pageFor(url: string, body: string): string {
    const { pathname, searchParams } = new URL(url);
    const asked = {
      method: 'POST',
      path: pathname,
      query: new Map(searchParams),
      body: new Map(new URLSearchParams(body)),
    };
    const { offlineAs, rosterAs } = behaviour;
    const moment = { floor, floorMs: clock.wallMs(), offlineAs, rosterAs };
    return answer(asked, { ...behaviour, printsWarnings: problem?.kind === 'warnings' }, moment).body;
  }

  function http({ url, body, signal }: HttpRequest): Promise<HttpResponse> {
    requests += 1;
    const now = random() < share ? problem : null;
    const page = pageFor(url, body ?? '');
    const answerMs = between(random, shortestAnswerMs, longestAnswerMs);
    const waitMs = now?.kind === 'timeout' ? null : answerMs + (now?.kind === 'latency' ? now.ms : 0);
    return new Promise((resolve, reject) => {
      const timer =
        waitMs === null
          ? undefined
          : setTimeout(() => {
              signal.removeEventListener('abort', onAbort);
              if (now?.kind === 'no-answer') reject(failureOf(now.code));
              else resolve(responseOf(page, now));
            }, waitMs);
      function onAbort(): void {
        clearTimeout(timer);
        reject(signal.reason);
      }
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  return {
    http,
    requests: () => requests,
    /** Null ends it. */
    problem: (wanted: DiallerProblem | null, ofRequests = 1): void => {
      problem = wanted;
      share = ofRequests;
    },
    setPassword: (changed: string): void => {
      behaviour = { ...behaviour, password: changed };
    },
  };
}

/** As Node's fetch tells of it. */
const failureOf = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

function responseOf(page: string, problem: DiallerProblem | null): Response {
  switch (problem?.kind) {
    case 'html':
      return new Response(webInterfacePage);
    case 'status': {
      const { status, retryAfterS } = problem;
      const headers = retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) };
      return new Response(errorPage(status, 'DiallerProblem'), { status, headers });
    }
    case 'redirect':
      return new Response(null, { status: 302, headers: { Location: 'http://elsewhere.example/' } });
    case 'truncated':
      return new Response(page.slice(0, page.length / 2));
    case 'huge':
      return new Response(hugeStream());
    case 'body':
      return new Response(problem.body);
    case 'reset-mid-body':
      return new Response(brokenStream(page.slice(0, page.length / 2)));
    default:
      return new Response(page);
  }
}

/** Longer than the client puts up with, and made piece by piece. */
const hugeStream = (): ReadableStream =>
  new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(256 * 1024)) });

const brokenStream = (text: string): ReadableStream =>
  new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(text)),
    pull: (controller) => controller.error(failureOf('ECONNRESET')),
  });
