import type { Health } from '../../shared/health.ts';
import type { Problem } from '../../shared/problem.ts';
import { noLiveState, type Reading } from '../../shared/reading.ts';
import type { Clock } from '../clock.ts';
import type { AppStore } from '../store.ts';
import { backoffMs } from './backoff.ts';
import { unseenAgent } from './fold-reading.ts';
import { createRecorder } from './recorder.ts';
import { type Candidate, effectiveIntervalMs, nextDueMs, phaseMs, plan } from './schedule.ts';
import { agentWaitMs, troubleOf } from './trouble.ts';
import { abandon, type Gate, hadGap, type Poll, type WatchedAgent, watchedAgent } from './watched-agent.ts';

export type Outcome =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'aborted' };

export interface MonitorParts {
  readonly store: AppStore;
  /** Asks the dialler about one agent; settles always, throws never. */
  readonly ask: (agentUser: string, signal: AbortSignal) => Promise<Outcome>;
  readonly clock: Clock;
  readonly random?: () => number;
}

export interface Pace {
  readonly intervalMs: number;
  readonly requestsPerSecond: number;
}

export interface Monitor {
  /** Watches these agents from now on: known ones keep their state, the others are dropped. */
  readonly watch: (agentUsers: readonly string[], pace: Pace) => void;
  /** Begins anew with one probe: after signing in, waking, unpausing, or a corrected password. */
  readonly start: () => void;
  /** Stops asking and drops answers under way; what is known stays. */
  readonly stop: (health: Health) => void;
  /** Asks everybody soon, within the budget; not before the time a server told us to come back at. */
  readonly refresh: () => void;
}

const maxInFlight = 8;
/** A reading older than this many intervals is stale, and its clock only a lower bound. */
const staleIntervals = 3;

/** Decides when to poll whom, and folds the answers into the store. */
export function createMonitor({ store, ask, clock, random = Math.random }: MonitorParts): Monitor {
  const watched = new Map<string, WatchedAgent>();
  const recorder = createRecorder(store);
  let pace: Pace = { intervalMs: 5_000, requestsPerSecond: 20 };
  let intervalMs = pace.intervalMs;
  let gate: Gate = { kind: 'closed' };
  let timer: NodeJS.Timeout | undefined;
  let lastStartMs: number | null = null;
  let lastAnswer: { readonly user: string; readonly atMs: number } | null = null;
  let staleCheckMs = 0;

  function watch(agentUsers: readonly string[], newPace: Pace): void {
    const wanted = new Set(agentUsers);
    for (const agent of watched.values()) {
      if (wanted.has(agent.user)) continue;
      abandon(agent);
      watched.delete(agent.user);
    }
    const nowMs = clock.nowMs();
    pace = newPace;
    intervalMs = effectiveIntervalMs(pace.intervalMs, wanted.size, pace.requestsPerSecond);
    for (const [index, user] of [...wanted].entries()) {
      const agent = watched.get(user) ?? watchedAgent(user, nowMs);
      agent.phaseMs = phaseMs(index, wanted.size, intervalMs);
      if (agent.dueMs > nowMs + intervalMs && agent.failures === 0) agent.dueMs = nowMs + agent.phaseMs;
      watched.set(user, agent);
    }
    const known = store.getState().agents;
    const agents = new Map(
      [...wanted].map((user) => [user, known.get(user) ?? unseenAgent(user, noLiveState)]),
    );
    store.setState({ agents, effectiveIntervalMs: intervalMs });
    turn();
  }

  function start(): void {
    const nowMs = clock.nowMs();
    for (const agent of watched.values()) {
      abandon(agent);
      agent.dueMs = nowMs;
      agent.failures = 0;
    }
    gate = { kind: 'probing', atMs: nowMs, failures: 0, suspect: null };
    store.setState({ health: { kind: 'connecting' } });
    turn();
  }

  function stop(health: Health): void {
    gate = { kind: 'closed' };
    clearTimeout(timer);
    for (const agent of watched.values()) {
      abandon(agent);
      agent.hadGap = true;
    }
    recorder.stale(watched.values(), clock.nowMs());
    store.setState({ health });
  }

  function refresh(): void {
    if (gate.kind === 'closed') return;
    const nowMs = clock.nowMs();
    for (const agent of watched.values()) agent.dueMs = Math.min(agent.dueMs, nowMs);
    const { health } = store.getState();
    const isToldToWait = health.kind === 'failing' && health.problem.retryAfterMs !== undefined;
    if (gate.kind === 'probing' && !isToldToWait) gate = { ...gate, atMs: Math.min(gate.atMs, nowMs) };
    turn();
  }

  /** Starts whatever may start now and sets the one timer for what comes next. */
  function turn(): void {
    clearTimeout(timer);
    if (gate.kind === 'closed' || watched.size === 0) return;
    const nowMs = clock.nowMs();
    if (nowMs >= staleCheckMs) {
      staleCheckMs = nowMs + intervalMs;
      recorder.stale(watched.values(), nowMs - staleIntervals * intervalMs);
    }
    for (;;) {
      const next = plan(candidates(), limits(), {
        nowMs,
        lastStartMs,
        probeAtMs: gate.kind === 'probing' ? gate.atMs : null,
      });
      if (next.start !== null) {
        startPoll(next.start, nowMs);
        continue;
      }
      const wakeMs = Math.min(next.wakeAtMs ?? Number.POSITIVE_INFINITY, staleCheckMs);
      timer = setTimeout(turn, Math.max(1, wakeMs - nowMs));
      return;
    }
  }

  const limits = () => ({
    maxInFlight: gate.kind === 'open' ? maxInFlight : 1,
    requestsPerSecond: pace.requestsPerSecond,
  });

  function candidates(): Candidate[] {
    const probing = gate.kind === 'probing' ? gate : null;
    const suspect = watched.size > 1 ? probing?.suspect?.user : undefined;
    const list: Candidate[] = [];
    for (const { user, dueMs, poll } of watched.values()) {
      // A probe never goes to the agent in doubt, and requests from before the trouble do not take its place.
      const isAside = user === suspect || (poll !== null && poll.startedMs < (probing?.atMs ?? 0));
      if (!isAside) list.push({ user, dueMs, isInFlight: poll !== null });
    }
    return list;
  }

  function startPoll(user: string, nowMs: number): void {
    const agent = watched.get(user);
    if (agent === undefined) return;
    const poll: Poll = { startedMs: nowMs, abort: new AbortController() };
    agent.poll = poll;
    agent.dueMs = nextDueMs(nowMs, agent.phaseMs, intervalMs);
    lastStartMs = nowMs;
    void ask(user, poll.abort.signal).then((outcome) => {
      if (agent.poll !== poll) return;
      agent.poll = null;
      if (outcome.kind === 'reading') onReading(agent, outcome.reading);
      else if (outcome.kind === 'problem') onProblem(agent, poll, outcome.problem);
      turn();
    });
  }

  function onReading(agent: WatchedAgent, reading: Reading): void {
    const afterGap = hadGap(agent, clock, staleIntervals * intervalMs);
    agent.lastGood = { atMs: clock.nowMs(), wallMs: clock.wallMs() };
    agent.hadGap = false;
    agent.failures = 0;
    agent.lastFailureMs = null;
    recorder.reading(agent.user, reading, agent.lastGood.atMs, afterGap);
    onAnswer(agent, agent.lastGood.atMs);
  }

  /** The dialler answered, whatever it said: the connection works. */
  function onAnswer(agent: WatchedAgent, nowMs: number): void {
    lastAnswer = { user: agent.user, atMs: nowMs };
    if (gate.kind !== 'probing') return;
    const { suspect } = gate;
    gate = { kind: 'open' };
    if (store.getState().health.kind !== 'ok') {
      store.setState({ health: { kind: 'ok', sinceMs: nowMs } });
      for (const other of watched.values()) {
        if (other !== agent && other.failures === 0) other.dueMs = Math.min(other.dueMs, nowMs);
      }
    }
    const doubted = suspect === null ? undefined : watched.get(suspect.user);
    if (suspect !== null && doubted !== undefined && doubted !== agent)
      setAside(doubted, suspect.problem, nowMs);
  }

  function onProblem(agent: WatchedAgent, poll: Poll, problem: Problem): void {
    const nowMs = clock.nowMs();
    const othersAnsweredSince =
      agent.lastFailureMs !== null &&
      lastAnswer !== null &&
      lastAnswer.user !== agent.user &&
      lastAnswer.atMs > agent.lastFailureMs;
    agent.lastFailureMs = nowMs;
    const trouble = troubleOf({ problem, isOnlyAgent: watched.size === 1, othersAnsweredSince });
    if (trouble === 'stop') stop({ kind: 'stopped', problem });
    else if (problem.kind === 'unknown-agent') {
      setAside(agent, problem, nowMs);
      onAnswer(agent, nowMs);
    } else if (gate.kind === 'probing') {
      // Requests from before the trouble add nothing to it.
      if (poll.startedMs >= gate.atMs) backOff(problem, gate.failures + 1, nowMs);
    } else if (trouble === 'agent') setAside(agent, problem, nowMs);
    else if (trouble === 'connection') backOff(problem, 1, nowMs);
    else gate = { kind: 'probing', atMs: nowMs, failures: 0, suspect: { user: agent.user, problem } };
  }

  function backOff(problem: Problem, failures: number, nowMs: number): void {
    const retryAtMs = nowMs + Math.max(backoffMs(failures, random), problem.retryAfterMs ?? 0);
    const { health } = store.getState();
    const sinceMs = health.kind === 'failing' ? health.sinceMs : nowMs;
    gate = { kind: 'probing', atMs: retryAtMs, failures, suspect: null };
    store.setState({ health: { kind: 'failing', problem, sinceMs, retryAtMs } });
  }

  /** This agent's polls fail while others are answered: it waits, and its row says why. */
  function setAside(agent: WatchedAgent, problem: Problem, nowMs: number): void {
    agent.failures += 1;
    agent.dueMs = nowMs + agentWaitMs(problem, agent.failures, intervalMs);
    recorder.trouble(agent.user, problem.kind);
  }

  return { watch, start, stop, refresh };
}
