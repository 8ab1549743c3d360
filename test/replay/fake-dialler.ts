import type { Reading } from '../../src/shared/reading.ts';
import type { LiveInfo } from '../../src/simulator/live-info.ts';
import type { Random } from '../../src/simulator/random.ts';
import type { Clock } from '../../src/watch/clock.ts';
import { readingOf } from '../../src/watch/dialler/reading-of.ts';
import type { MonitorParts, Outcome } from '../../src/watch/monitor/monitor.ts';
import type { Interpret } from '../../src/watch/watch-state.ts';
import type { PollRecord } from './recording.ts';
import type { ShiftFloor } from './shift-floor.ts';
import type { ShiftPlan } from './shift-plan.ts';

/** An answer takes no longer than this. */
export const longestAnswerMs = 400;
const shortestAnswerMs = 60;
const timeoutMs = 12_000;

export interface FakeDiallerParts {
  readonly plan: ShiftPlan;
  readonly floor: ShiftFloor;
  readonly clock: Clock;
  readonly random: Random;
  readonly interpret: Interpret;
}

/** Answers from the floor as it is half-way between question and answer, but for the outages. */
export function createFakeDialler({ plan, floor, clock, random, interpret }: FakeDiallerParts) {
  const polls = new Map<string, PollRecord[]>();
  let pollCount = 0;
  const read = new WeakMap<LiveInfo, Reading>();

  /** The floor hands out the same object for as long as a state lasts. */
  function readingFrom(info: LiveInfo | null): Reading {
    if (info === null) return readingOf(info);
    const reading = read.get(info) ?? readingOf(info);
    read.set(info, reading);
    return reading;
  }

  const outageAt = (wallMs: number) =>
    plan.interruptions.find(({ kind, fromMs, lengthMs }) => {
      const sinceMs = wallMs - plan.startWallMs - fromMs;
      return kind === 'outage' && sinceMs >= 0 && sinceMs < lengthMs;
    });

  const ask: MonitorParts['ask'] = (user, signal) =>
    new Promise<Outcome>((resolve) => {
      const answerMs = Math.round(shortestAnswerMs + random() * (longestAnswerMs - shortestAnswerMs));
      const asOfMs = clock.wallMs() + answerMs / 2;
      const outage = outageAt(asOfMs);
      const info = outage === undefined ? floor.stateAt(user, asOfMs) : null;
      const waitMs = outage?.problem === 'timeout' ? timeoutMs : answerMs;
      const timer = setTimeout(() => {
        if (outage !== undefined) return resolve({ kind: 'problem', problem: { kind: outage.problem } });
        const interpreted = interpret(readingFrom(info));
        const { status, family, leadId } = interpreted.reading;
        const known = polls.get(user) ?? [];
        known.push({ asOfMs, answeredMs: clock.wallMs(), status, family, leadId });
        polls.set(user, known);
        pollCount += 1;
        resolve({ kind: 'reading', ...interpreted });
      }, waitMs);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve({ kind: 'aborted' });
      });
    });

  return { ask, polls, pollCount: () => pollCount };
}
