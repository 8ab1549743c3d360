import type { ChangeKind } from '../../shared/change.ts';
import type { Since } from '../../shared/duration.ts';
import { noLiveState, type Reading } from '../../shared/reading.ts';
import type { AgentState } from '../agents.ts';
import { changesBetween } from './change.ts';

export interface Folded {
  readonly agent: AgentState;
  readonly kinds: readonly ChangeKind[];
}

/**
 * Joins a good reading to what was last known. The first one is a baseline and never a change.
 * After a gap (sleep, outage, pause) we cannot know when things happened: durations become lower bounds.
 * The same state on both sides of a gap is taken as one episode.
 */
export function foldReading(agent: AgentState, reading: Reading, nowMs: number, afterGap: boolean): Folded {
  const fresh = { phase: 'known', reading, staleSinceMs: null, problem: null } as const;
  if (agent.since === null || agent.seen === null) {
    const since: Since = { atMs: nowMs, atLeast: true };
    const seen = { sinceMs: nowMs, isBaseline: true };
    return { agent: { ...agent, ...fresh, since, familySince: since, seen }, kinds: [] };
  }
  const kinds = changesBetween(agent.reading, reading);
  const seen = afterGap ? { sinceMs: nowMs, isBaseline: false } : agent.seen;
  const begun: Since = { atMs: nowMs, atLeast: afterGap };
  const goesOn = (since: Since): Since => (afterGap ? { ...since, atLeast: true } : since);
  const isSameFamily = agent.reading.family === reading.family && !kinds.includes('call-connected');
  const since = kinds.length > 0 ? begun : goesOn(agent.since);
  const familySince = isSameFamily && agent.familySince !== null ? goesOn(agent.familySince) : begun;
  return { agent: { ...agent, ...fresh, since, familySince, seen }, kinds };
}

/** Whether anything anyone can see differs, so that an uneventful poll wakes nobody. */
export const isSameAgent = (a: AgentState | null, b: AgentState): boolean =>
  a !== null &&
  a.phase === b.phase &&
  a.staleSinceMs === b.staleSinceMs &&
  a.problem === b.problem &&
  a.since?.atMs === b.since?.atMs &&
  a.since?.atLeast === b.since?.atLeast &&
  a.familySince?.atMs === b.familySince?.atMs &&
  a.familySince?.atLeast === b.familySince?.atLeast &&
  a.seen?.sinceMs === b.seen?.sinceMs &&
  readingFields.every((field) => a.reading[field] === b.reading[field]);

const readingFields = Object.keys(noLiveState) as readonly (keyof Reading)[];
