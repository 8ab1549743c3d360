import type { Problem } from '../../shared/problem.ts';
import type { WatchStore } from '../watch-state.ts';
import { backoffMs } from './backoff.ts';
import { confirmsProblem, type ProblemScope, problemScopeOf } from './problem-scope.ts';

interface Suspect {
  readonly user: string;
  readonly problem: Problem;
}

/** How far the monitor trusts the connection: `probing` asks one agent at a time instead of all. */
type Gate =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'probing';
      readonly atMs: number;
      /** Failed probes in a row; zero while we still hope. */
      readonly failures: number;
      /** Whose failed polls the probe is to settle. */
      readonly suspects: readonly Suspect[];
    }
  | { readonly kind: 'open' };

interface Failed {
  readonly user: string;
  readonly problem: Problem;
  readonly startedMs: number;
  /** When this agent failed before and got no reading since. */
  readonly lastFailureMs: number | null;
  readonly isOnlyAgent: boolean;
}

/** A password that was taken this short a time ago is not taken for wrong at one word. */
const takenLatelyMs = 2 * 60_000;
const confirmAfterMs = 5_000;
/** So many agents, or all there are, have to be withheld before the account counts as refused. */
const enoughWithheld = 5;

/** Weighs what answers and failures say about the connection, and puts its health into the state. */
export function createHealthGate(store: WatchStore, random: () => number) {
  let gate: Gate = { kind: 'closed' };
  let lastAnswer: { readonly user: string; readonly atMs: number } | null = null;
  /** When the dialler refused what it had just taken, and that is still to be confirmed. */
  let refusedMs: number | null = null;
  /** Agents that the dialler would not show, since it last showed any. */
  const withheld = new Map<string, Suspect>();

  function close(): void {
    gate = { kind: 'closed' };
    refusedMs = null;
    withheld.clear();
  }

  /** Begins anew with one probe. */
  function begin(nowMs: number): void {
    gate = { kind: 'probing', atMs: nowMs, failures: 0, suspects: [] };
    store.setState({ health: { kind: 'connecting' } });
  }

  /** Probes at once, but not before the time a server told us to come back at. */
  function hurry(nowMs: number): void {
    const { health } = store.getState();
    const isToldToWait = health.kind === 'failing' && health.problem.retryAfterMs !== undefined;
    if (refusedMs !== null) return;
    if (gate.kind === 'probing' && !isToldToWait) gate = { ...gate, atMs: Math.min(gate.atMs, nowMs) };
  }

  /**
   * The dialler answered, whatever it said: the connection works. Says whether it did not before, and whose
   * failed polls were therefore their own problem.
   */
  function answer(
    user: string,
    nowMs: number,
  ): { readonly recovered: boolean; readonly atFault: readonly Suspect[] } {
    lastAnswer = { user, atMs: nowMs };
    refusedMs = null;
    withheld.clear();
    if (gate.kind !== 'probing') return { recovered: false, atFault: [] };
    const atFault = gate.suspects.filter((suspect) => suspect.user !== user);
    gate = { kind: 'open' };
    const recovered = store.getState().health.kind !== 'ok';
    if (recovered) store.setState({ health: { kind: 'ok', sinceMs: nowMs } });
    return { recovered, atFault };
  }

  /** A poll failed: says whose problem it is, and does what follows where it may be the connection's. */
  function fail(
    { user, problem, startedMs, lastFailureMs, isOnlyAgent }: Failed,
    nowMs: number,
  ): ProblemScope {
    const othersAnsweredSince =
      lastFailureMs !== null &&
      lastAnswer !== null &&
      lastAnswer.user !== user &&
      lastAnswer.atMs > lastFailureMs;
    const scope = problemScopeOf({ problem, isOnlyAgent, othersAnsweredSince });
    if (problem.kind === 'no-permission') return withhold({ user, problem }, scope, startedMs, nowMs);
    if (scope === 'stop') return isConfirmed(problem, startedMs, nowMs) ? 'stop' : 'unclear';
    if (problem.kind === 'unknown-agent') return scope;
    if (gate.kind === 'probing') {
      const probing = {
        agentUser: user,
        startedMs,
        probingSinceMs: gate.atMs,
        suspectUser: gate.suspects.at(-1)?.user ?? null,
        lastAnswerMs: lastAnswer?.atMs ?? Number.NEGATIVE_INFINITY,
      };
      if (confirmsProblem({ problem, ...probing })) backOff(problem, gate.failures + 1, nowMs);
      return 'connection';
    }
    if (scope === 'connection') backOff(problem, 1, nowMs);
    if (scope === 'unclear')
      gate = { kind: 'probing', atMs: nowMs, failures: 0, suspects: [{ user, problem }] };
    return scope;
  }

  /** The dialler does not show this agent. Whether it shows any, the others say (docs/api.md §3.2). */
  function withhold(suspect: Suspect, scope: ProblemScope, startedMs: number, nowMs: number): ProblemScope {
    const { agents } = store.getState();
    withheld.set(suspect.user, suspect);
    const suspects = [...withheld.values()].filter(({ user }) => agents.has(user));
    if (suspects.length >= Math.min(agents.size, enoughWithheld)) {
      return isConfirmed(suspect.problem, startedMs, nowMs) ? 'stop' : 'unclear';
    }
    if (scope === 'agent') return 'agent';
    if (refusedMs === null) gate = { kind: 'probing', atMs: nowMs, failures: 0, suspects };
    return 'unclear';
  }

  /** One refusal of what worked a moment ago is asked about once more, some seconds later. */
  function isConfirmed(problem: Problem, startedMs: number, nowMs: number): boolean {
    // What was under way by then says the same thing, not once more.
    if (refusedMs !== null) return startedMs > refusedMs;
    const isNews = lastAnswer !== null && nowMs - lastAnswer.atMs < takenLatelyMs;
    if (!isNews || problem.kind === 'no-password') return true;
    refusedMs = nowMs;
    gate = { kind: 'probing', atMs: nowMs + confirmAfterMs, failures: 0, suspects: [] };
    return false;
  }

  function backOff(problem: Problem, failures: number, nowMs: number): void {
    const retryAtMs = nowMs + Math.max(backoffMs(failures, random), problem.retryAfterMs ?? 0);
    const { health } = store.getState();
    const sinceMs = health.kind === 'failing' ? health.sinceMs : nowMs;
    gate = { kind: 'probing', atMs: retryAtMs, failures, suspects: [] };
    store.setState({ health: { kind: 'failing', problem, sinceMs, retryAtMs } });
  }

  return {
    close,
    /** Another account is watched from now on. */
    forget: (): void => {
      lastAnswer = null;
    },
    begin,
    hurry,
    answer,
    fail,
    isClosed: (): boolean => gate.kind === 'closed',
    /** When the next probe may start, and whom it must not go to; null while all are asked. */
    probing: () =>
      gate.kind === 'probing' ? { atMs: gate.atMs, suspects: gate.suspects.map(({ user }) => user) } : null,
  };
}
