import type { AppStore } from '../../main/state/store.ts';
import type { Change, ChangeKind } from '../../shared/change.ts';
import type { ProblemKind } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import type { AgentState } from '../agents.ts';
import { BlockMap } from '../block-map.ts';
import { foldReading, isSameAgent } from './fold-reading.ts';
import type { WatchedAgent } from './watched-agent.ts';

/** Writes what polls tell into the store, and only what someone could see differ. */
export function createRecorder(store: AppStore) {
  let lastChangeId = 0;

  function reading(user: string, said: Reading, nowMs: number, afterGap: boolean): void {
    const before = store.getState().agents.get(user);
    if (before === undefined) return;
    const { agent: after, kinds } = foldReading(before, said, nowMs, afterGap);
    const toChange = (kind: ChangeKind): Change => {
      lastChangeId += 1;
      const moment = { seenMs: nowMs, late: afterGap };
      return { id: lastChangeId, agentUser: user, kind, from: before.reading, to: after.reading, ...moment };
    };
    commit(before, after, kinds.map(toChange));
  }

  function problem(user: string, problem: ProblemKind): void {
    const before = store.getState().agents.get(user);
    if (before === undefined) return;
    const phase = problem === 'unknown-agent' ? 'unknown' : before.phase;
    commit(before, { ...before, phase, problem }, []);
  }

  /** Marks whoever was last heard before the moment that counts for them. */
  function stale(watched: Iterable<WatchedAgent>, beforeMs: (agent: WatchedAgent) => number): void {
    const known = store.getState().agents;
    const aged = [...watched].flatMap((one) => {
      const { user, lastGood } = one;
      const agent = known.get(user);
      const isNewlyStale = agent?.staleSinceMs === null && lastGood !== null && lastGood.atMs < beforeMs(one);
      return isNewlyStale ? [{ ...agent, staleSinceMs: lastGood.atMs }] : [];
    });
    if (aged.length === 0) return;
    store.setState({
      agents: BlockMap.from([...known, ...aged.map((agent) => [agent.user, agent] as const)]),
    });
  }

  function commit(before: AgentState, after: AgentState, changes: readonly Change[]): void {
    if (changes.length === 0 && isSameAgent(before, after)) return;
    const agents = BlockMap.from(store.getState().agents).with(after.user, after);
    store.setState(changes.length === 0 ? { agents } : { agents, changes });
  }

  return { reading, problem, stale };
}
