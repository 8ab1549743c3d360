import type { Change } from '../../shared/change.ts';
import { type Decisions, draftOf } from './decisions.ts';
import { dueMs } from './escalate.ts';
import type { CallMemory, ChangeEpisode, Episode } from './memory.ts';
import { withTold } from './short-calls.ts';
import type { World } from './world.ts';

/** The next change has come before this one was told: it did not last, or was one of many short calls. */
export function endChanges(
  ended: readonly ChangeEpisode[],
  next: Change,
  wasCallShort: boolean,
  calls: CallMemory,
  world: World,
  decisions: Decisions,
): CallMemory {
  let callsNow = calls;
  for (const change of new Set(ended.map((episode) => episode.change))) {
    const episodes = ended.filter((episode) => episode.change === change);
    const isTold = episodes.some(({ alertId }) => alertId !== null);
    if (!isTold && episodes.some(isPending)) {
      callsNow = endPending(episodes, change, next, wasCallShort, callsNow, world, decisions);
    }
  }
  return callsNow;
}

export const isPending = ({ rule, reached }: Episode): boolean =>
  (rule.escalation.notify !== null || rule.escalation.sound !== null) &&
  !reached.has('notify') &&
  !reached.has('sound');

function endPending(
  episodes: readonly Episode[],
  change: Change,
  next: Change,
  wasCallShort: boolean,
  calls: CallMemory,
  world: World,
  decisions: Decisions,
): CallMemory {
  const draft = draftOf(change, world);
  if (!episodes.some((episode) => isOnlyGuarded(episode, world))) {
    decisions.keepQuiet(draft, 'passing');
    return calls;
  }
  if (!wasCallShort) {
    // How long it lasted is hidden by a gap, or it ended just before its time: still a call to tell of.
    const id = decisions.recordAlert(draft, { isLate: next.late });
    return id === null ? calls : withTold(calls, change, id);
  }
  const { line } = calls;
  if (line !== null) {
    const count = line.count + 1;
    decisions.add({ kind: 'grow', alertId: line.alertId, count });
    decisions.keepQuiet(draft, 'short-calls');
    return { ...calls, line: { ...line, count } };
  }
  const count = calls.alertIds.length + 1;
  const alertId = decisions.recordAlert(
    { ...draft, topic: 'short-calls', count },
    { replaces: calls.alertIds },
  );
  return { ...calls, line: alertId === null ? null : { alertId, count } };
}

/** But for the guard it would have been told by now. */
const isOnlyGuarded = (episode: Episode, { nowMs, intervalMs }: World): boolean =>
  episode.guardMs > 0 &&
  (['notify', 'sound'] as const).some((level) => {
    const atMs = dueMs({ ...episode, guardMs: 0 }, level, intervalMs);
    return atMs !== null && atMs <= nowMs;
  });
