import { isSameLead } from '../../shared/call-connected.ts';
import type { Change } from '../../shared/change.ts';
import { isSameNumber } from '../../shared/phone-number.ts';
import type { Reading } from '../../shared/reading.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { CallMemory } from './memory.ts';

/** A call that ends within this is one of a bad list or of answering machines, if others did so too. */
export const shortCallMs = 20_000;
const manyInARow = 3;
/** An answer without live state in mid-call is followed by the same call, which was told of. */
const sameCallMs = 5 * 60_000;

/**
 * After enough short calls in a row the next one has to last before it is told. Never so for me, for an agent that
 * is pinned, and for an inbound call, of which each is somebody who called.
 */
export function isGuarded(
  { kind, agentUser, to, late }: Change,
  { shortCalls }: CallMemory,
  wishes: Wishes,
): boolean {
  if (kind !== 'call-connected' || late || shortCalls < manyInARow - 1 || !wishes.foldsShortCalls)
    return false;
  return agentUser !== wishes.me && !wishes.pinned.includes(agentUser) && !isInbound(to);
}

type Wishes = Pick<Settings, 'foldsShortCalls' | 'me' | 'pinned'>;

/** By the type of the call, or by the mark on its status (docs/api.md §1.4). */
const isInbound = ({ callType, status }: Reading): boolean =>
  /^inbound\b/i.test(callType.trim()) || /\[I\]\s*$/i.test(status);

/** Whether this change ended a call that we saw connect, and that almost at once. */
export const wasShort = ({ kind, seenMs }: Change, { connectedMs }: CallMemory): boolean =>
  kind === 'call-ended' && connectedMs !== null && seenMs - connectedMs < shortCallMs;

/** A gap ends the row: calls that nobody saw may have come in between. */
export const overGap = (calls: CallMemory, seen: AgentState['seen']): CallMemory =>
  seen !== null && calls.lastMs !== null && seen.sinceMs > calls.lastMs ? anew(calls) : calls;

export function afterChange(change: Change, calls: CallMemory, wasCallShort: boolean): CallMemory {
  const { kind, late, seenMs: lastMs } = change;
  switch (kind) {
    case 'call-connected':
      if (late) return { ...anew(calls), lastMs };
      // A call that was there before has lasted longer than we can tell.
      return { ...calls, lastMs, connectedMs: isSameCall(change, calls) ? null : lastMs };
    case 'call-ended': {
      const { lastTold } = calls;
      const heardOf =
        lastTold !== null && isCallOf(change.from, lastTold) ? { ...lastTold, atMs: lastMs } : lastTold;
      const ended = wasCallShort ? { ...calls, shortCalls: calls.shortCalls + 1 } : anew(calls);
      return { ...ended, connectedMs: null, lastTold: heardOf, lastMs };
    }
    default:
      return calls;
  }
}

/** Remembers a connected call that was told of. */
export function withTold(calls: CallMemory, { kind, to, seenMs }: Change, alertId: number): CallMemory {
  if (kind !== 'call-connected') return calls;
  const lastTold = { leadId: to.leadId, inCallWith: to.inCallWith, atMs: seenMs };
  return { ...calls, alertIds: [...calls.alertIds, alertId], lastTold };
}

/** The call that was told of is back after an answer without live state. */
export const isSameCall = ({ kind, from, to, seenMs }: Change, { lastTold }: CallMemory): boolean =>
  kind === 'call-connected' &&
  from.family === 'offline' &&
  to.leadId !== '' &&
  lastTold !== null &&
  isCallOf(to, lastTold) &&
  seenMs - lastTold.atMs < sameCallMs;

const isCallOf = ({ leadId, inCallWith }: Change['to'], told: NonNullable<CallMemory['lastTold']>): boolean =>
  isSameLead(leadId, told.leadId) && isSameNumber(inCallWith, told.inCallWith);

/** A call worth its name ends the row of short ones. */
const anew = ({ lastTold, lastMs }: CallMemory): CallMemory => ({
  connectedMs: null,
  shortCalls: 0,
  alertIds: [],
  line: null,
  lastTold,
  lastMs,
});
