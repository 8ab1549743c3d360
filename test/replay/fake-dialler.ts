import type { Reading } from '../../src/shared/reading.ts';
import { fail, succeed } from '../../src/shared/result.ts';
import type { LiveInfo } from '../../src/simulator/live-info.ts';
import type { Random } from '../../src/simulator/random.ts';
import type { Clock } from '../../src/watch/clock.ts';
import type { DiallerClient } from '../../src/watch/dialler/client.ts';
import { readingOfData } from '../../src/watch/dialler/reading-of.ts';
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
}

/** Answers from the floor as it is half-way between question and answer, but for the outages. */
export function createFakeDialler({ plan, floor, clock, random }: FakeDiallerParts) {
  const polls = new Map<string, PollRecord[]>();
  const heardMs = new Map<string, number>();
  let pollCount = 0;
  const read = new WeakMap<LiveInfo, Reading>();

  /** The floor hands out the same object for as long as a state lasts. */
  function readingFrom(info: LiveInfo | null): Reading {
    if (info === null) return readingOfData(info);
    const reading = read.get(info) ?? readingOfData(info);
    read.set(info, reading);
    return reading;
  }

  const outageAt = (wallMs: number) =>
    plan.interruptions.find(({ kind, fromMs, lengthMs }) => {
      const sinceMs = wallMs - plan.startWallMs - fromMs;
      return kind === 'outage' && sinceMs >= 0 && sinceMs < lengthMs;
    });

  const getLiveAgentInfo: DiallerClient['getLiveAgentInfo'] = ({ agentUser, signal }) =>
    new Promise((resolve) => {
      const answerMs = Math.round(shortestAnswerMs + random() * (longestAnswerMs - shortestAnswerMs));
      const asOfMs = clock.wallMs() + answerMs / 2;
      const outage = outageAt(asOfMs);
      const info = outage === undefined ? floor.stateAt(agentUser, asOfMs) : null;
      const waitMs = outage?.problem === 'timeout' ? timeoutMs : answerMs;
      const timer = setTimeout(() => {
        if (outage !== undefined) return resolve(fail({ kind: outage.problem }));
        const reading = readingFrom(info);
        const { status, family, leadId } = reading;
        const known = polls.get(agentUser) ?? [];
        known.push({ asOfMs, answeredMs: clock.wallMs(), status, family, leadId });
        polls.set(agentUser, known);
        pollCount += 1;
        heardMs.set(agentUser, clock.nowMs());
        resolve(succeed({ said: reading, printsWarnings: false }));
      }, waitMs);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve('aborted');
      });
    });

  const client: DiallerClient = {
    getLiveAgentInfo,
    getRoster: async () => 'aborted',
    getFloorTotals: async () => 'aborted',
  };

  return {
    client,
    polls,
    pollCount: () => pollCount,
    /** When an agent was last heard of, on the monotonic clock. */
    heardMs: (agentUser: string): number | null => heardMs.get(agentUser) ?? null,
  };
}
