import type { Health } from '../../shared/health.ts';
import type { LoadFigures } from '../../shared/load.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AgentState } from '../agents.ts';
import type { Clock } from '../clock.ts';
import type { Interpret, Interpreted } from '../watch-state.ts';
import { backoffMs } from './backoff.ts';
import type { Urgency } from './cadence.ts';
import { createCadence, type Pace } from './create-cadence.ts';
import { createLoadMeter } from './load-meter.ts';
import { agentWaitMs, confirmsProblem, problemScopeOf } from './problem-scope.ts';
import { createRecorder, type RecorderParts } from './recorder.ts';
import { nextAllowedMs, nextDueMs, restMs } from './schedule.ts';
import { createWatchList } from './watch-list.ts';
import { type Gate, hadGap, type Poll, type WatchedAgent } from './watched-agent.ts';

export type Outcome =
  | ({ readonly kind: 'reading' } & Interpreted)
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'aborted' };

export interface MonitorParts extends RecorderParts {
  /** Asks the dialler about one agent; settles always, throws never. */
  readonly ask: (agentUser: string, signal: AbortSignal) => Promise<Outcome>;
  readonly clock: Clock;
  /** How soon an agent deserves to be asked again; without it everybody is near. */
  readonly urgencyOf?: (agent: AgentState) => Urgency;
  readonly random?: () => number;
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
  /** Reads anew what is known, once statuses mean something else. */
  readonly reinterpret: (interpret: Interpret) => void;
  readonly load: () => LoadFigures;
}

const maxInFlight = 8;
/** A reading older than this many intervals of its agent is stale, and its clock only a lower bound. */
const staleIntervals = 3;
/** How often to look for what has grown stale, and whether the dialler has become slower or faster. */
const lookEveryMs = 5_000;

/** Decides when to poll whom, and folds the answers into the state. */
export function createMonitor(parts: MonitorParts): Monitor {
  const { store, ask, clock, urgencyOf = () => 'high', random = Math.random } = parts;
  const list = createWatchList();
  const recorder = createRecorder(parts);
  const meter = createLoadMeter();
  const cadence = createCadence(store);
  let pace: Pace = { intervalMs: 5_000, requestsPerSecond: 20 };
  let gate: Gate = { kind: 'closed' };
  let timer: NodeJS.Timeout | undefined;
  let allowedMs = Number.NEGATIVE_INFINITY;
  let lastAnswer: { readonly user: string; readonly atMs: number } | null = null;
  let lookAtMs = 0;

  function watch(agentUsers: readonly string[], newPace: Pace): void {
    const nowMs = clock.nowMs();
    pace = newPace;
    list.set(agentUsers, nowMs);
    const agents = recorder.recordWatched([...list.all()].map(({ user }) => user));
    for (const agent of list.all()) agent.urgency = urgencyNow(agent, agents.get(agent.user));
    adjust();
    for (const agent of list.all()) {
      const intervalMs = cadence.intervalMsOf(agent);
      if (agent.dueMs > nowMs + intervalMs && agent.failures === 0) {
        list.reschedule(agent, nowMs + agent.offsetShare * intervalMs);
      }
    }
    turn();
  }

  const urgencyNow = (agent: WatchedAgent, state: AgentState | undefined): Urgency =>
    state === undefined ? agent.urgency : urgencyOf(state);

  const adjust = (): void => cadence.adjust({ pace, watched: list.all(), answerMs: meter.typicalMs() });

  function start(): void {
    const nowMs = clock.nowMs();
    for (const agent of list.all()) {
      list.drop(agent);
      agent.dueMs = nowMs;
      agent.failures = 0;
    }
    list.rebuild();
    gate = { kind: 'probing', atMs: nowMs, failures: 0, suspect: null };
    store.setState({ health: { kind: 'connecting' } });
    turn();
  }

  function stop(health: Health): void {
    gate = { kind: 'closed' };
    clearTimeout(timer);
    for (const agent of list.all()) {
      list.drop(agent);
      agent.hadGap = true;
    }
    const nowMs = clock.nowMs();
    recorder.recordStale(list.all(), () => nowMs);
    store.setState({ health });
  }

  function refresh(): void {
    if (gate.kind === 'closed') return;
    const nowMs = clock.nowMs();
    for (const agent of list.all()) agent.dueMs = Math.min(agent.dueMs, nowMs);
    list.rebuild();
    const { health } = store.getState();
    const isToldToWait = health.kind === 'failing' && health.problem.retryAfterMs !== undefined;
    if (gate.kind === 'probing' && !isToldToWait) gate = { ...gate, atMs: Math.min(gate.atMs, nowMs) };
    turn();
  }

  /** Starts whatever may start now and sets the one timer for what comes next. */
  function turn(): void {
    clearTimeout(timer);
    if (gate.kind === 'closed' || list.size() === 0) return;
    const nowMs = clock.nowMs();
    if (nowMs >= lookAtMs) look(nowMs);
    let wakeMs = lookAtMs;
    for (let agent = next(); agent !== null; agent = next()) {
      const wantedMs = gate.kind === 'probing' ? gate.atMs : agent.dueMs;
      const startMs = Math.max(wantedMs, allowedMs);
      if (startMs > nowMs) {
        wakeMs = Math.min(wakeMs, startMs);
        break;
      }
      startPoll(agent, nowMs);
    }
    // Timers cut fractions off, and would wake us a moment too early.
    timer = setTimeout(turn, Math.max(restMs, Math.ceil(wakeMs - nowMs)));
  }

  function look(nowMs: number): void {
    lookAtMs = nowMs + lookEveryMs;
    recorder.recordStale(list.all(), (agent) => nowMs - staleIntervals * cadence.intervalMsOf(agent));
    adjust();
  }

  /** Whom to ask next, however long until then; null while the cap holds. */
  function next(): WatchedAgent | null {
    if (gate.kind !== 'probing') {
      return list.underWay().size >= maxInFlight ? null : list.first(() => false);
    }
    // A probe never goes to the agent in doubt, and requests from before the problem do not take its place.
    const { atMs, suspect } = gate;
    const isProbing = [...list.underWay()].some(({ poll }) => poll !== null && poll.startedMs >= atMs);
    if (isProbing) return null;
    const doubted = list.size() > 1 ? suspect?.user : undefined;
    return list.first(({ user }) => user === doubted);
  }

  function startPoll(agent: WatchedAgent, nowMs: number): void {
    const poll: Poll = { startedMs: nowMs, abort: new AbortController() };
    list.begin(agent, poll);
    allowedMs = nextAllowedMs(allowedMs, nowMs, pace.requestsPerSecond);
    void ask(agent.user, poll.abort.signal).then((outcome) => {
      if (agent.poll !== poll) return;
      const endedMs = clock.nowMs();
      if (outcome.kind !== 'aborted') meter.note(endedMs, endedMs - nowMs, outcome.kind === 'problem');
      list.settle(agent, dueAfter(agent, nowMs));
      if (outcome.kind === 'reading') onReading(agent, outcome, nowMs);
      else if (outcome.kind === 'problem') onProblem(agent, poll, outcome.problem);
      turn();
    });
  }

  const dueAfter = (agent: WatchedAgent, startedMs: number): number =>
    nextDueMs(startedMs, agent.offsetShare, cadence.intervalMsOf(agent));

  function onReading(agent: WatchedAgent, said: Interpreted, startedMs: number): void {
    const afterGap = hadGap(agent, clock, staleIntervals * cadence.intervalMsOf(agent));
    agent.lastGood = { atMs: clock.nowMs(), wallMs: clock.wallMs() };
    agent.hadGap = false;
    agent.failures = 0;
    agent.lastFailureMs = null;
    const urgency = urgencyNow(agent, recorder.record(agent.user, said, agent.lastGood.atMs, afterGap));
    if (urgency !== agent.urgency) {
      agent.urgency = urgency;
      list.reschedule(agent, dueAfter(agent, startedMs));
    }
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
      for (const other of list.all()) {
        if (other !== agent && other.failures === 0) other.dueMs = Math.min(other.dueMs, nowMs);
      }
      list.rebuild();
    }
    const doubted = suspect === null ? undefined : list.get(suspect.user);
    if (suspect !== null && doubted !== undefined && doubted !== agent)
      suspend(doubted, suspect.problem, nowMs);
  }

  function onProblem(agent: WatchedAgent, poll: Poll, problem: Problem): void {
    const nowMs = clock.nowMs();
    const othersAnsweredSince =
      agent.lastFailureMs !== null &&
      lastAnswer !== null &&
      lastAnswer.user !== agent.user &&
      lastAnswer.atMs > agent.lastFailureMs;
    agent.lastFailureMs = nowMs;
    const scope = problemScopeOf({ problem, isOnlyAgent: list.size() === 1, othersAnsweredSince });
    if (scope === 'stop') stop({ kind: 'stopped', problem });
    else if (problem.kind === 'unknown-agent') {
      suspend(agent, problem, nowMs);
      onAnswer(agent, nowMs);
    } else if (gate.kind === 'probing') {
      const probing = {
        agentUser: agent.user,
        startedMs: poll.startedMs,
        probingSinceMs: gate.atMs,
        suspectUser: gate.suspect?.user ?? null,
        lastAnswerMs: lastAnswer?.atMs ?? Number.NEGATIVE_INFINITY,
      };
      if (confirmsProblem({ problem, ...probing })) backOff(problem, gate.failures + 1, nowMs);
    } else if (scope === 'agent') suspend(agent, problem, nowMs);
    else if (scope === 'connection') backOff(problem, 1, nowMs);
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
  function suspend(agent: WatchedAgent, problem: Problem, nowMs: number): void {
    agent.failures += 1;
    const past = { failures: agent.failures, wasKnown: agent.lastGood !== null };
    const waitMs = agentWaitMs(problem, past, cadence.intervalMsOf(agent));
    list.reschedule(agent, nowMs + waitMs);
    recorder.recordProblem(agent.user, problem.kind);
  }

  return {
    watch,
    start,
    stop,
    refresh,
    reinterpret: recorder.reinterpret,
    load: () => meter.figures(clock.nowMs()),
  };
}
