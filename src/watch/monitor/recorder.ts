import type { Change } from '../../shared/change.ts';
import type { ProblemKind } from '../../shared/problem.ts';
import { noLiveState } from '../../shared/reading.ts';
import { type AgentState, unseenAgent } from '../agents.ts';
import { BlockMap } from '../block-map.ts';
import type { Interpret, Interpreted, WatchStore, WatchUpdate } from '../watch-state.ts';
import { foldReading, isSameAgent } from './fold-reading.ts';
import type { WatchedAgent } from './watched-agent.ts';

export interface RecorderParts {
  readonly store: WatchStore;
  readonly onUpdate: (update: WatchUpdate) => void;
}

/** Writes what polls tell into the state, only what someone could see differ, and hands on what happened. */
export function createRecorder({ store, onUpdate }: RecorderParts) {
  let lastChangeId = 0;

  /** Gives the agent as known now; undefined when nobody watches this user any longer. */
  function record(
    user: string,
    { reading, unknownStatus }: Interpreted,
    nowMs: number,
    afterGap: boolean,
  ): AgentState | undefined {
    const before = store.getState().agents.get(user);
    if (before === undefined) return undefined;
    const { agent: after, kinds } = foldReading(before, reading, nowMs, afterGap);
    const changes = kinds.map((kind): Change => {
      lastChangeId += 1;
      const moment = { seenMs: nowMs, late: afterGap };
      return { id: lastChangeId, agentUser: user, kind, from: before.reading, to: after.reading, ...moment };
    });
    commit([after], { changes, unknownStatus });
    return after;
  }

  function recordProblem(user: string, problem: ProblemKind): void {
    const before = store.getState().agents.get(user);
    if (before === undefined) return;
    const phase = problem === 'unknown-agent' ? 'unknown' : before.phase;
    commit([{ ...before, phase, problem }]);
  }

  /** Marks whoever was last heard before the moment that counts for them. */
  function recordStale(watched: Iterable<WatchedAgent>, beforeMs: (agent: WatchedAgent) => number): void {
    const { agents } = store.getState();
    const stale = [...watched].flatMap((one) => {
      const { user, lastGood } = one;
      const agent = agents.get(user);
      const isNewlyStale = agent?.staleSinceMs === null && lastGood !== null && lastGood.atMs < beforeMs(one);
      return isNewlyStale ? [{ ...agent, staleSinceMs: lastGood.atMs }] : [];
    });
    commit(stale);
  }

  /** These and nobody else from now on: known ones keep their state. */
  function recordWatched(users: Iterable<string>): ReadonlyMap<string, AgentState> {
    const known = store.getState().agents;
    const agents = BlockMap.from(
      [...users].map((user) => [user, known.get(user) ?? unseenAgent(user, noLiveState)] as const),
    );
    store.setState({ agents });
    onUpdate(nothingNew);
    return agents;
  }

  /** Reads anew what is known, now that statuses mean something else. */
  function reinterpret(interpret: Interpret): void {
    commit([...store.getState().agents.values()].map((agent) => reinterpreted(agent, interpret)));
  }

  function commit(after: readonly AgentState[], update: WatchUpdate = nothingNew): void {
    const before = BlockMap.from(store.getState().agents);
    const agents = after
      .filter((agent) => !isSameAgent(before.get(agent.user) ?? null, agent))
      .reduce((map, agent) => map.with(agent.user, agent), before);
    if (agents !== before) store.setState({ agents });
    if (agents !== before || update.unknownStatus !== null) onUpdate(update);
  }

  return { record, recordProblem, recordStale, recordWatched, reinterpret };
}

const nothingNew: WatchUpdate = { changes: [], unknownStatus: null };

function reinterpreted(agent: AgentState, interpret: Interpret): AgentState {
  const { reading } = interpret(agent.reading);
  const familySince = reading.family === agent.reading.family ? agent.familySince : agent.since;
  return { ...agent, reading, familySince };
}
