import type { Problem } from '../../src/shared/problem.ts';
import type { Reading } from '../../src/shared/reading.ts';
import type { Outcome } from '../../src/watch/monitor/monitor.ts';
import { anOutcome } from './builders.ts';

export interface AskedOnce {
  readonly agentUser: string;
  readonly atMs: number;
  readonly signal: AbortSignal;
  readonly answer: (reading: Reading) => Promise<void>;
  readonly fail: (problem: Problem) => Promise<void>;
}

/** Stands where the dialler client stands: every question waits until the test answers it. */
export function manualDialler(nowMs: () => number) {
  const asked: AskedOnce[] = [];
  let automatic: ((agentUser: string) => Outcome | null) | null = null;

  const ask = (agentUser: string, signal: AbortSignal): Promise<Outcome> =>
    new Promise((resolve) => {
      const settle = async (outcome: Outcome) => {
        resolve(outcome);
        // Lets whoever awaits the answer act on it before the test looks.
        await Promise.resolve();
        await Promise.resolve();
      };
      asked.push({
        agentUser,
        atMs: nowMs(),
        signal,
        answer: (reading) => settle(anOutcome(reading)),
        fail: (problem) => settle({ kind: 'problem', problem }),
      });
      const outcome = automatic?.(agentUser) ?? null;
      if (outcome !== null) resolve(outcome);
    });

  return {
    ask,
    asked,
    last: (): AskedOnce => {
      const latest = asked.at(-1);
      if (latest === undefined) throw new Error('Nobody was asked yet.');
      return latest;
    },
    /** From now on every question is answered at once; null leaves it open. */
    answerBy: (rule: ((agentUser: string) => Outcome | null) | null) => {
      automatic = rule;
    },
  };
}
