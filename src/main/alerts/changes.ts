import { type Change, changes } from '../../shared/change.ts';
import type { Family } from '../../shared/family.ts';
import type { Reading } from '../../shared/reading.ts';
import type { Rule } from '../../shared/rules.ts';
import type { AgentState } from '../../watch/agents.ts';
import { type Decisions, draftOf } from './decisions.ts';
import { endChanges, isPending } from './end-changes.ts';
import { escalate } from './escalate.ts';
import {
  type AgentEpisodes,
  type CallMemory,
  type ChangeEpisode,
  cameOfChange,
  type Episode,
} from './memory.ts';
import { isReplaced } from './replaced.ts';
import {
  afterChange,
  isGuarded,
  isSameCall,
  overGap,
  shortCallMs,
  wasShort,
  withTold,
} from './short-calls.ts';
import { isAbout } from './whom.ts';
import type { World } from './world.ts';

/** One change of an agent: ends what hung on the change before, and begins what rules make of this one. */
export function takeChange(
  { episodes, calls }: AgentEpisodes,
  change: Change,
  agent: AgentState,
  world: World,
  decisions: Decisions,
): AgentEpisodes {
  const before = overGap(calls, agent.seen);
  const wasCallShort = wasShort(change, before);
  const isKept = (episode: Episode) => !cameOfChange(episode) || outlives(episode.change, change);
  const ended = episodes.filter(cameOfChange).filter((episode) => !isKept(episode));
  for (const { alertId, change: over } of ended) {
    if (alertId !== null && over.kind === 'call-connected') decisions.add({ kind: 'over', alertId });
  }
  const closed = endChanges(ended, change, wasCallShort, before, world, decisions);
  const reason = reasonAgainst(change, closed);
  const callsNow = afterChange(change, closed, wasCallShort);
  const kept: AgentEpisodes = {
    episodes: episodes.filter(isKept),
    calls: callsNow,
    nextAtMs: Number.POSITIVE_INFINITY,
  };
  const rules = world.rules.filter((rule) => wants(rule, change, world));
  const isWanted = rules.some(({ escalation }) => escalation.notify !== null || escalation.sound !== null);
  if (!isWanted) decisions.keepQuiet(draftOf(change, world), 'switched-off');
  else if (reason !== null) decisions.keepQuiet(draftOf(change, world), reason);
  if (reason !== null) return kept;
  const guardMs = isGuarded(change, callsNow, world.settings) ? shortCallMs : 0;
  if (guardMs > 0 && isWanted) decisions.keepQuiet(draftOf(change, world), 'waits-for-length');
  const begun = rules.map((rule): Episode => begin(rule, change, guardMs));
  const escalated = escalateChanges(begun, callsNow, agent, world, decisions);
  return { ...kept, episodes: [...kept.episodes, ...escalated.episodes], calls: escalated.calls };
}

const wants = (rule: Rule, { kind, agentUser, to }: Change, { settings }: World): boolean =>
  rule.what.kind === 'change' &&
  rule.what.change === kind &&
  isAbout(rule.whom, agentUser, settings) &&
  !isReplaced(rule, { user: agentUser, reading: to }, settings);

const begin = (rule: Rule, change: Change, guardMs: number): Episode => ({
  key: `${rule.id} #${change.id}`,
  rule,
  agentUser: change.agentUser,
  beganMs: change.seenMs,
  change,
  guardMs,
  reached: new Set(),
  lastNotifiedMs: null,
  alertId: null,
  isAcknowledged: false,
  count: 0,
});

/** Goes on with whatever came of changes. Several rules may want the same change; it is told once, and seen once. */
export function escalateChanges(
  episodes: readonly Episode[],
  callsBefore: CallMemory,
  agent: AgentState,
  world: World,
  decisions: Decisions,
): AgentEpisodes {
  let calls = callsBefore;
  let nextAtMs = Number.POSITIVE_INFINITY;
  const told = new Map<number, Pick<Episode, 'alertId' | 'isAcknowledged'>>();
  const remember = ({ change, alertId, isAcknowledged }: ChangeEpisode): void => {
    const isSeen = isAcknowledged || told.get(change.id)?.isAcknowledged === true;
    if (alertId !== null) told.set(change.id, { alertId, isAcknowledged: isSeen });
  };
  const ofChanges = episodes.filter(cameOfChange).flatMap((episode) => inForce(episode, world, decisions));
  ofChanges.forEach(remember);
  const escalated = ofChanges.map((episode) => {
    const { change } = episode;
    const before = told.get(change.id);
    const draft = () => draftOf(change, world);
    const now = before === undefined ? episode : { ...episode, isAcknowledged: before.isAcknowledged };
    const result = escalate(now, world, agent.seen, {
      recordAlert: (isLate) =>
        before?.alertId ?? decisions.recordAlert(draft(), { isLate: isLate || change.late }),
      keepQuiet: (reason) => decisions.keepQuiet(draft(), reason),
      notifyAgain: (alertId) => decisions.notifyAgain(alertId, agent.user),
    });
    const { alertId } = result.episode;
    if (before === undefined && alertId !== null) calls = withTold(calls, change, alertId);
    const after = { ...result.episode, change };
    remember(after);
    nextAtMs = Math.min(nextAtMs, result.nextAtMs);
    return after;
  });
  return { episodes: escalated, calls, nextAtMs };
}

/** By its rule as it is now; nothing is left of it when the user took the rule back. */
function inForce(episode: ChangeEpisode, world: World, decisions: Decisions): readonly ChangeEpisode[] {
  const { change } = episode;
  const rule = world.rules.find(({ id }) => id === episode.rule.id);
  if (rule !== undefined && wants(rule, change, world)) return [{ ...episode, rule }];
  if (isPending(episode)) decisions.keepQuiet(draftOf(change, world), 'switched-off');
  return [];
}

/** A call that is parked or joined goes on; and what one answer tells of at once does not end itself. */
function outlives(change: Change, next: Change): boolean {
  if (change.kind === 'call-connected') return next.kind === 'status-changed' && next.to.family === 'in-call';
  const isNextCall = change.kind === 'call-ended' && next.kind === 'call-connected';
  return change.seenMs === next.seenMs && !isNextCall;
}

function reasonAgainst(change: Change, calls: CallMemory) {
  const { kind, from, to, late } = change;
  if (late && !changes[kind].isToldAfterGap) return 'found-after-a-gap';
  if (kind === 'status-changed' && isPassing(from, to)) return 'passing';
  return isSameCall(change, calls) ? 'told-already' : null;
}

/**
 * States of a second or two are not worth telling, nor is the way back from them; what follows is
 * (docs/api.md §6.16).
 */
const isPassing = (from: Reading, to: Reading): boolean =>
  passing.has(to.family) || (from.family === 'ringing' && to.family === 'ready');

const passing: ReadonlySet<Family> = new Set(['ringing', 'wrap-up', 'dead']);
