import type { ChangeKind } from '../../shared/change.ts';
import type { Reading } from '../../shared/reading.ts';
import type { AgentState } from '../store.ts';
import { changesBetween } from './change.ts';

export interface Folded {
  readonly agent: AgentState;
  readonly kinds: readonly ChangeKind[];
}

export const unseenAgent = (user: string, reading: Reading): AgentState => ({
  user,
  phase: 'waiting',
  reading,
  since: null,
  staleSinceMs: null,
  problem: null,
});

/**
 * Joins a good reading to what was last known. The first one is a baseline and never a change.
 * After a gap (sleep, outage, pause) we cannot know when things happened: durations become lower bounds.
 * The same state on both sides of a gap is taken as one episode.
 */
export function foldReading(agent: AgentState, reading: Reading, nowMs: number, afterGap: boolean): Folded {
  const fresh = { phase: 'known', reading, staleSinceMs: null, problem: null } as const;
  if (agent.phase !== 'known') {
    return { agent: { ...agent, ...fresh, since: { atMs: nowMs, atLeast: true } }, kinds: [] };
  }
  const kinds = changesBetween(agent.reading, reading);
  if (kinds.length > 0 || agent.since === null) {
    return { agent: { ...agent, ...fresh, since: { atMs: nowMs, atLeast: afterGap } }, kinds };
  }
  const since = afterGap ? { ...agent.since, atLeast: true } : agent.since;
  return { agent: { ...agent, ...fresh, since }, kinds };
}

/** Whether anything anyone can see differs, so that an uneventful poll wakes nobody. */
export const isSameAgent = (a: AgentState, b: AgentState): boolean =>
  a.phase === b.phase &&
  a.staleSinceMs === b.staleSinceMs &&
  a.problem === b.problem &&
  a.since?.atMs === b.since?.atMs &&
  a.since?.atLeast === b.since?.atLeast &&
  (Object.keys(a.reading) as (keyof Reading)[]).every((field) => a.reading[field] === b.reading[field]);
