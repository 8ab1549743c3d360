import { type Problem, stopsPolling } from '../../shared/problem.ts';

/**
 * Whose problem a failed poll shows. `unclear` is settled by asking another agent at once: an answer
 * makes it the agent's own, such as a field whose bad UTF-8 empties every answer (docs/api.md §3.3).
 */
export type ProblemScope = 'stop' | 'agent' | 'connection' | 'unclear';

export interface FailedPoll {
  readonly problem: Problem;
  readonly isOnlyAgent: boolean;
  /** This agent failed before and got no reading since, while others were answered. */
  readonly othersAnsweredSince: boolean;
}

export function problemScopeOf({ problem, isOnlyAgent, othersAnsweredSince }: FailedPoll): ProblemScope {
  const isAboutAccount = stopsPolling(problem.kind) && problem.kind !== 'no-permission';
  if (isAboutAccount) return 'stop';
  if (problem.kind === 'unknown-agent') return 'agent';
  // A server that names a time to come back speaks for itself, and means everybody.
  const isToldToWait = problem.kind === 'rate-limited' || problem.retryAfterMs !== undefined;
  if (isOnlyAgent || isToldToWait) return 'connection';
  return othersAnsweredSince ? 'agent' : 'unclear';
}

export interface FailedWhileProbing {
  readonly problem: Problem;
  readonly agentUser: string;
  readonly startedMs: number;
  readonly probingSinceMs: number;
  /** Whose failed poll is still to be settled. */
  readonly suspectUser: string | null;
  readonly lastAnswerMs: number;
}

/**
 * Whether a poll that fails while we probe says that the connection has a problem. One that began before adds
 * nothing, unless it waited in vain as the suspect did, all its time without an answer to anybody.
 */
export function confirmsProblem({ problem, startedMs, ...probing }: FailedWhileProbing): boolean {
  if (startedMs >= probing.probingSinceMs) return true;
  const isOther = probing.suspectUser !== null && probing.suspectUser !== probing.agentUser;
  return isOther && problem.kind === 'timeout' && probing.lastAnswerMs < startedMs;
}

const rarelyMs = 5 * 60_000;
const longestAgentWaitMs = 60_000;

/**
 * How long to leave an agent alone whose own polls fail. One the dialler never knew is asked rarely;
 * one it knew a moment ago may come back any moment.
 */
export function agentWaitMs(
  problem: Problem,
  { failures, wasKnown }: { readonly failures: number; readonly wasKnown: boolean },
  intervalMs: number,
): number {
  const isUnknown = problem.kind === 'unknown-agent';
  if (isUnknown && !wasKnown) return rarelyMs;
  return Math.min(isUnknown ? rarelyMs : longestAgentWaitMs, intervalMs * 2 ** Math.min(failures, 8));
}
