import { formats } from '../../src/shared/account.ts';
import type { Fields } from '../../src/watch/dialler/fields.ts';
import { readingOf } from '../../src/watch/dialler/reading-of.ts';
import { parseReply, type ReplyContext } from '../../src/watch/dialler/reply.ts';
import { rosterOf } from '../../src/watch/dialler/roster.ts';
import { secretFinder } from '../../src/watch/dialler/secret-finder.ts';
import { inOneStep, type Steps } from '../../src/watch/dialler/steps.ts';
import { hostileBodies, hostileSizes } from './hostile-bodies.ts';

const slowMs = 50;
const holdsSecret = secretFinder('Zq7#vK+9%x&é<W2m');

export interface HostileFigures {
  readonly bodies: number;
  readonly throws: number;
  /** Bodies with a step that held up the app for too long every time they were tried. */
  readonly slow: readonly string[];
  readonly worstMs: number;
  readonly worst: string;
}

/** Bodies made to hold up the app, as large as they may be: how long one step of reading them takes at most. */
export function fuzzHostile(): HostileFigures {
  const slow: string[] = [];
  let [bodies, throws, worstMs, worst] = [0, 0, 0, ''];
  for (const [about, bounds] of hostileSizes) {
    for (const { name, make } of hostileBodies) {
      const body = Buffer.from(make(bounds.bytes)).subarray(0, bounds.bytes);
      for (const format of formats) {
        bodies += 1;
        const label = `${name}, as ${format} about ${about}`;
        const read = about === 'the list' ? readList : inOneStep(readingOf);
        const answer: ReplyContext = { status: 200, format, nowWallMs: 0, bounds, holdsSecret };
        try {
          const tries = [1, 2, 3].map(() => longestStepMs(parseReply<unknown>(body, answer, read)));
          const leastMs = Math.min(...tries);
          if (leastMs > slowMs) slow.push(label);
          if (leastMs > worstMs) [worstMs, worst] = [leastMs, label];
        } catch {
          throws += 1;
        }
      }
    }
  }
  return { bodies, throws, slow, worstMs: Math.round(worstMs * 10) / 10, worst };
}

function* readList(fields: Fields | null): Steps<unknown> {
  return fields === null ? null : yield* rosterOf(fields);
}

/** Of work, not of waiting for a busy machine. */
function longestStepMs(steps: Steps<unknown>): number {
  let longestMs = 0;
  for (;;) {
    const before = process.threadCpuUsage();
    const { done } = steps.next();
    const { user, system } = process.threadCpuUsage(before);
    longestMs = Math.max(longestMs, (user + system) / 1_000);
    if (done) return longestMs;
  }
}
