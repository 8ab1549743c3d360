import type { Health } from '../../shared/health.ts';
import type { LoadFigures } from '../../shared/load.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AgentState } from '../agents.ts';
import type { Clock } from '../clock.ts';
import { mostInFlight } from '../dialler/request-slots.ts';
import type { Interpret, Interpreted } from '../watch-state.ts';
import type { Urgency } from './cadence.ts';
import { createCadence, type Pace } from './create-cadence.ts';
import { foldReading } from './fold-reading.ts';
import { createHealthGate } from './health-gate.ts';
import { createLoadMeter } from './load-meter.ts';
import { agentWaitMs } from './problem-scope.ts';
import { createRecorder, type RecorderParts } from './recorder.ts';
import { nextAllowedMs, nextDueMs, restMs } from './schedule.ts';
import { createWatchList } from './watch-list.ts';
import { hadGap, type Poll, type WatchedAgent } from './watched-agent.ts';

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
  readonly maxInFlight?: number;
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

/** A reading older than this many intervals of its agent is stale, and its clock only a lower bound. */
const staleIntervals = 3;
/** How often to look for what has grown stale, and whether the dialler has become slower or faster. */
const lookEveryMs = 5_000;

/** Decides when to poll whom, and folds the answers into the state. */
export function createMonitor(parts: MonitorParts): Monitor {
  const { store, ask, clock, urgencyOf = () => 'high', random = Math.random } = parts;
  const { maxInFlight = mostInFlight } = parts;
  const list = createWatchList();
  const recorder = createRecorder(parts);
  const meter = createLoadMeter();
  const cadence = createCadence(store);
  const gate = createHealthGate(store, random);
  let pace: Pace = { intervalMs: 5_000, requestsPerSecond: 20 };
  let timer: NodeJS.Timeout | undefined;
  let allowedMs = Number.NEGATIVE_INFINITY;
  let lookAtMs = 0;

  function watch(agentUsers: readonly string[], newPace: Pace): void {
    const nowMs = clock.nowMs();
    pace = newPace;
    list.set(agentUsers, nowMs);
    const agents = recorder.recordWatched([...list.all()].map(({ user }) => user));
    for (const state of agents.values()) {
      const agent = list.get(state.user);
      if (agent !== undefined) agent.urgency = urgencyOf(state);
    }
    adjust();
    for (const agent of list.all()) {
      const intervalMs = cadence.intervalMsOf(agent);
      if (agent.dueMs > nowMs + intervalMs && agent.failures === 0) {
        list.reschedule(agent, nowMs + agent.offsetShare * intervalMs);
      }
    }
    turn();
  }

  function takeUrgency(agent: WatchedAgent, urgency: Urgency, startedMs: number): void {
    if (urgency === agent.urgency) return;
    agent.urgency = urgency;
    list.reschedule(agent, dueAfter(agent, startedMs));
  }

  const adjust = (): void => cadence.adjust({ pace, watched: list.all(), answerMs: meter.typicalMs() });

  function start(): void {
    const nowMs = clock.nowMs();
    for (const agent of list.all()) {
      list.drop(agent);
      agent.dueMs = nowMs;
      agent.failures = 0;
    }
    list.rebuild();
    gate.begin(nowMs);
    turn();
  }

  function stop(health: Health): void {
    gate.close();
    if (health.kind === 'idle') gate.forget();
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
    if (gate.isClosed()) return;
    const nowMs = clock.nowMs();
    for (const agent of list.all()) agent.dueMs = Math.min(agent.dueMs, nowMs);
    list.rebuild();
    gate.hurry(nowMs);
    turn();
  }

  /** Starts whatever may start now and sets the one timer for what comes next. */
  function turn(): void {
    clearTimeout(timer);
    if (gate.isClosed() || list.size() === 0) return;
    const nowMs = clock.nowMs();
    if (nowMs >= lookAtMs) look(nowMs);
    let wakeMs = lookAtMs;
    for (let agent = next(); agent !== null; agent = next()) {
      const startMs = Math.max(gate.probing()?.atMs ?? agent.dueMs, allowedMs);
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
    const probing = gate.probing();
    if (probing === null) return list.underWay().size >= maxInFlight ? null : list.first(() => false);
    // A probe never goes to an agent in doubt, and requests from before the problem do not take its place.
    const { atMs, suspects } = probing;
    const isUnderWay = [...list.underWay()].some(({ poll }) => poll !== null && poll.startedMs >= atMs);
    if (isUnderWay) return null;
    const isDoubted = ({ user }: WatchedAgent) => suspects.includes(user);
    return list.first([...list.all()].every(isDoubted) ? () => false : isDoubted);
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
      else if (outcome.kind === 'problem') onProblem(agent, outcome.problem, nowMs);
      turn();
    });
  }

  const dueAfter = (agent: WatchedAgent, startedMs: number): number =>
    nextDueMs(startedMs, agent.offsetShare, cadence.intervalMsOf(agent));

  function onReading(agent: WatchedAgent, said: Interpreted, startedMs: number): void {
    const before = store.getState().agents.get(agent.user);
    const late = hadGap(agent, clock, staleIntervals * cadence.intervalMsOf(agent));
    const seenMs = clock.nowMs();
    agent.lastGood = { atMs: seenMs, wallMs: clock.wallMs() };
    agent.hadGap = false;
    agent.failures = 0;
    agent.lastFailureMs = null;
    if (before !== undefined) {
      const { agent: after, kinds } = foldReading(before, said.reading, seenMs, late);
      recorder.record(after, { kinds, seenMs, late, unknownStatus: said.unknownStatus });
      takeUrgency(agent, urgencyOf(after), startedMs);
    }
    onAnswer(agent, seenMs);
  }

  /** The dialler answered, whatever it said. */
  function onAnswer(agent: WatchedAgent, nowMs: number): void {
    const { recovered, atFault } = gate.answer(agent.user, nowMs);
    if (recovered) {
      for (const other of list.all()) {
        if (other !== agent && other.failures === 0) other.dueMs = Math.min(other.dueMs, nowMs);
      }
      list.rebuild();
    }
    for (const { user, problem } of atFault) {
      const agentAtFault = list.get(user);
      if (agentAtFault !== undefined) suspend(agentAtFault, problem, nowMs);
    }
  }

  function onProblem(agent: WatchedAgent, problem: Problem, startedMs: number): void {
    const nowMs = clock.nowMs();
    const { user, lastFailureMs } = agent;
    agent.lastFailureMs = nowMs;
    const failed = { user, problem, startedMs, lastFailureMs, isOnlyAgent: list.size() === 1 };
    const scope = gate.fail(failed, nowMs);
    if (scope === 'stop') stop({ kind: 'stopped', problem });
    if (scope === 'agent') suspend(agent, problem, nowMs);
    if (problem.kind === 'unknown-agent') onAnswer(agent, nowMs);
  }

  /** This agent's polls fail while others are answered: it waits, and its row says why. */
  function suspend(agent: WatchedAgent, problem: Problem, nowMs: number): void {
    agent.failures += 1;
    const past = { failures: agent.failures, wasKnown: agent.lastGood !== null };
    const waitMs = agentWaitMs(problem, past, cadence.intervalMsOf(agent));
    list.reschedule(agent, nowMs + waitMs);
    const before = store.getState().agents.get(agent.user);
    if (before === undefined) return;
    const phase = problem.kind === 'unknown-agent' ? 'unknown' : before.phase;
    recorder.record({ ...before, phase, problem: problem.kind });
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
