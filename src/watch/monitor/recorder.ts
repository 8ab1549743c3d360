import { agentKey } from '../../shared/account.ts';
import type { Change, ChangeKind } from '../../shared/change.ts';
import { noLiveState } from '../../shared/reading.ts';
import { type AgentState, unseenAgent } from '../agents.ts';
import { BlockMap } from '../block-map.ts';
import { type Interpret, nothingNew, type WatchStore, type WatchUpdate } from '../watch-state.ts';
import { isSameAgent } from './fold-reading.ts';
import type { WatchedAgent } from './watched-agent.ts';

export interface RecorderParts {
  readonly store: WatchStore;
  readonly onUpdate: (update: WatchUpdate) => void;
}

interface Happened extends Pick<Change, 'seenMs' | 'late'> {
  readonly kinds: readonly ChangeKind[];
  readonly unknownStatus: string | null;
}

/** Writes what polls tell into the state, only what someone could see differ, and hands on what happened. */
export function createRecorder({ store, onUpdate }: RecorderParts) {
  let lastChangeId = 0;

  /** Puts one agent into the state, and hands on what happened to them at this moment. */
  function record(after: AgentState, happened: Partial<Happened> = {}): void {
    const { kinds = [], seenMs = 0, late = false, unknownStatus = null } = happened;
    const agents = BlockMap.from(store.getState().agents);
    const before = agents.get(after.user);
    if (before === undefined) return;
    const changes = kinds.map((kind): Change => {
      lastChangeId += 1;
      const { user: agentUser, reading: to } = after;
      return { id: lastChangeId, agentUser, kind, from: before.reading, to, seenMs, late };
    });
    const isSame = isSameAgent(before, after);
    if (!isSame) store.setState({ agents: agents.with(after.user, after) });
    if (!isSame || unknownStatus !== null) onUpdate({ changes, unknownStatus });
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
    recordAll(stale);
  }

  /** These and nobody else from now on: known ones keep their state, also under another spelling of their name. */
  function recordWatched(users: Iterable<string>): ReadonlyMap<string, AgentState> {
    const known = store.getState().agents;
    const byKey = new Map([...known.values()].map((agent) => [agentKey(agent.user), agent]));
    const stateOf = (user: string): AgentState => {
      const respelt = byKey.get(agentKey(user));
      return respelt === undefined ? unseenAgent(user, noLiveState) : { ...respelt, user };
    };
    const agents = BlockMap.from([...users].map((user) => [user, known.get(user) ?? stateOf(user)] as const));
    store.setState({ agents });
    onUpdate(nothingNew);
    return agents;
  }

  /** Reads anew what is known, now that statuses mean something else. */
  function reinterpret(interpret: Interpret): void {
    recordAll([...store.getState().agents.values()].map((agent) => reinterpreted(agent, interpret)));
  }

  function recordAll(after: readonly AgentState[]): void {
    const before = BlockMap.from(store.getState().agents);
    const agents = after
      .filter((agent) => !isSameAgent(before.get(agent.user) ?? null, agent))
      .reduce((map, agent) => map.with(agent.user, agent), before);
    if (agents === before) return;
    store.setState({ agents });
    onUpdate(nothingNew);
  }

  return { record, recordStale, recordWatched, reinterpret };
}

function reinterpreted(agent: AgentState, interpret: Interpret): AgentState {
  const { reading } = interpret(agent.reading);
  const familySince = reading.family === agent.reading.family ? agent.familySince : agent.since;
  return { ...agent, reading, familySince };
}
