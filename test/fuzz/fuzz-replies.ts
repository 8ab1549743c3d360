import { performance } from 'node:perf_hooks';
import { formats } from '../../src/shared/account.ts';
import { families } from '../../src/shared/family.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { problemKinds } from '../../src/shared/problem.ts';
import type { Reading } from '../../src/shared/reading.ts';
import type { Result } from '../../src/shared/result.ts';
import { createRandom, pick } from '../../src/simulator/random.ts';
import { readingOf } from '../../src/watch/dialler/reading-of.ts';
import { type ParsedReply, parseReply, type ReplyContext } from '../../src/watch/dialler/reply.ts';
import { finish, inOneStep } from '../../src/watch/dialler/steps.ts';
import { mutatedReplies } from './generate.ts';

const slowMs = 50;
const statuses: readonly [number, ...number[]] = [
  200, 200, 200, 200, 204, 301, 400, 401, 407, 429, 500, 502, 503,
];

export interface ReplyFigures {
  readonly replies: number;
  readonly throws: number;
  /** Neither a reading with a family of ours nor a problem of the closed union. */
  readonly strangers: number;
  /** Slow every time they were tried: a busy machine makes anything slow once. */
  readonly slow: number;
  readonly slowestMs: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Every generated reply, read as JSON and as XML. */
export function fuzzReplies(count: number, seed: number): ReplyFigures {
  const random = createRandom(seed + 1);
  const outcomes: Record<string, number> = {};
  let [throws, strangers, slow, slowestMs, done] = [0, 0, 0, 0, 0];
  for (const body of mutatedReplies(seed)) {
    if (done === count) break;
    done += 1;
    const status = pick(random, statuses);
    for (const format of formats) {
      const answer = {
        status,
        format,
        nowWallMs: 0,
        retryAfter: '5',
        location: 'https://elsewhere.example/',
      };
      try {
        const tookMs = timed(() => {
          const outcome = outcomeOf(read(body, answer));
          if (outcome === null) strangers += 1;
          else outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        });
        slowestMs = Math.max(slowestMs, tookMs);
        if (tookMs > slowMs && Math.min(...[1, 2, 3].map(() => timed(() => read(body, answer)))) > slowMs) {
          slow += 1;
        }
      } catch {
        throws += 1;
      }
    }
  }
  return { replies: done, throws, strangers, slow, slowestMs: Math.round(slowestMs * 10) / 10, outcomes };
}

const read = (body: Uint8Array, answer: ReplyContext) =>
  finish(parseReply(body, answer, inOneStep(readingOf)));

function outcomeOf(reply: Result<ParsedReply<Reading>, Problem>): string | null {
  if (!reply.ok) return problemKinds.some((kind) => kind === reply.error.kind) ? reply.error.kind : null;
  const { family, ...texts } = reply.value.said;
  const isClean = Object.values(texts).every((text) => /^[^\p{Cc}\p{Cf}\p{Cs}]{0,200}$/u.test(text));
  return isClean && families.includes(family) ? 'reading' : null;
}

function timed(work: () => void): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}
