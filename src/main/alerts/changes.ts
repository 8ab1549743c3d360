import type { Change } from '../../shared/change.ts';
import type { Family } from '../../shared/family.ts';
import type { Reading } from '../../shared/reading.ts';
import type { AgentState } from '../store.ts';
import { type Climber, climb, dueMs } from './ladder.ts';
import type { AgentMemory, CallMemory, Episode } from './memory.ts';
import { type Draft, factsOf, type Scribe, statusText } from './scribe.ts';
import { afterChange, isGuarded, shortCallMs, wasShort } from './short-calls.ts';
import { isAbout } from './whom.ts';
import type { World } from './world.ts';

/** An answer without live state in mid-call is followed by the same call, which was told of. */
const sameCallMs = 5 * 60_000;

/** One change of an agent: ends what hung on the change before, and begins what rules make of this one. */
export function takeChange(
  { episodes, calls }: AgentMemory,
  change: Change,
  agent: AgentState,
  world: World,
  scribe: Scribe,
): AgentMemory {
  const wasCallShort = wasShort(change, calls);
  let callsNow = calls;
  for (const episode of episodes) {
    if (episode.change !== null) callsNow = close(episode, change, wasCallShort, callsNow, world, scribe);
  }
  callsNow = afterChange(change, callsNow, wasCallShort);
  const states = episodes.filter((episode) => episode.change === null);
  const draft = draftOf(change, world);
  const rules = world.rules.filter(
    ({ what, whom }) =>
      what.kind === 'change' &&
      what.change === change.kind &&
      isAbout(whom, change.agentUser, world.settings),
  );
  const reason = reasonAgainst(change, callsNow, rules.length > 0);
  if (reason !== null) {
    scribe.keepQuiet(draft, reason);
    return { episodes: states, calls: callsNow, nextAtMs: Number.POSITIVE_INFINITY };
  }
  let toldId: number | null = null;
  const begun = rules.map((rule) => {
    const episode: Episode = {
      key: `${rule.id} #${change.id}`,
      rule,
      agentUser: change.agentUser,
      beganMs: change.seenMs,
      change,
      guardMs: change.kind === 'call-connected' && isGuarded(callsNow) && !change.late ? shortCallMs : 0,
      reached: new Set(),
      lastKnockMs: null,
      alertId: null,
      isAcknowledged: false,
      count: 0,
    };
    // Several rules may want the same change; it is told once.
    const climber = changeClimber(episode, world, scribe, () => toldId);
    const climbed = climb(episode, world, agent.seen, climber);
    toldId ??= climbed.episode.alertId;
    return climbed.episode;
  });
  if (toldId !== null) callsNow = withTold(callsNow, change, toldId);
  return { episodes: [...states, ...begun], calls: callsNow, nextAtMs: Number.POSITIVE_INFINITY };
}

/** How an episode that came of a change tells of it. */
export function changeClimber(
  { change }: Episode,
  world: World,
  scribe: Scribe,
  toldId: () => number | null,
): Climber {
  const draft = (): Draft =>
    change === null ? { topic: 'status-changed', agentUser: null } : draftOf(change, world);
  return {
    tell: (isLate) => toldId() ?? scribe.tell(draft(), { isLate }),
    keepQuiet: (reason) => scribe.keepQuiet(draft(), reason),
    knockAgain: (alertId) => scribe.write({ kind: 'knock-again', alertId }),
  };
}

/** Remembers a connected call that was told of. */
export function withTold(calls: CallMemory, { kind, to, seenMs }: Change, alertId: number): CallMemory {
  if (kind !== 'call-connected') return calls;
  const lastTold = { leadId: to.leadId, inCallWith: to.inCallWith, atMs: seenMs };
  return { ...calls, alertIds: [...calls.alertIds, alertId], lastTold };
}

/** The next change has come before this episode told: it did not last, or was one of many short calls. */
function close(
  episode: Episode,
  next: Change,
  wasCallShort: boolean,
  calls: CallMemory,
  world: World,
  scribe: Scribe,
): CallMemory {
  const { change, alertId, guardMs } = episode;
  const isPending = dueMs(episode, 'notify', world.intervalMs) !== null && !episode.reached.has('notify');
  if (change === null || alertId !== null || !isPending) return calls;
  const draft = draftOf(change, world);
  if (guardMs === 0 || change.kind !== 'call-connected') {
    scribe.keepQuiet(draft, 'passing');
    return calls;
  }
  if (!wasCallShort) {
    // How long it lasted is hidden by a gap, or it ended just before its time: still a call to tell of.
    const id = scribe.tell(draft, { isLate: next.late });
    return id === null ? calls : withTold(calls, change, id);
  }
  const count = calls.shortCalls + 1;
  if (calls.lineId !== null) {
    scribe.write({ kind: 'grow', alertId: calls.lineId, count });
    scribe.keepQuiet(draft, 'short-calls');
    return calls;
  }
  const line: Draft = { ...draft, topic: 'short-calls', count };
  return { ...calls, lineId: scribe.tell(line, { replaces: calls.alertIds }) };
}

/** After a gap only a connected call is still told, marked late: the rest is history by then. */
function reasonAgainst(change: Change, { lastTold }: CallMemory, isWanted: boolean) {
  const { kind, from, to, late, seenMs } = change;
  if (!isWanted) return 'switched-off';
  if (late && kind !== 'call-connected') return 'found-after-a-gap';
  if (kind === 'status-changed' && isPassing(from, to)) return 'passing';
  const isSameCall =
    kind === 'call-connected' &&
    from.family === 'offline' &&
    lastTold !== null &&
    to.leadId !== '' &&
    to.leadId === lastTold.leadId &&
    to.inCallWith === lastTold.inCallWith &&
    seenMs - lastTold.atMs < sameCallMs;
  return isSameCall ? 'told-already' : null;
}

/** States of a second or two are not worth telling, nor is the way back from them; what follows is (API §6.16). */
const isPassing = (from: Reading, to: Reading): boolean =>
  passing.has(to.family) || (from.family === 'ringing' && to.family === 'ready');

const passing: ReadonlySet<Family> = new Set(['ringing', 'wrap-up', 'dead']);

const draftOf = ({ kind, agentUser, from, to }: Change, world: World): Draft => ({
  ...factsOf({ user: agentUser, reading: to }, world),
  topic: kind,
  statusBefore: statusText(from, world.settings.isPresenting),
});
