import type { ChangeKind } from '../../shared/change.ts';
import { isSameStatus } from '../../shared/family.ts';
import type { Reading } from '../../shared/reading.ts';

/** What happened between two readings of one agent, in the order it happened. */
export function changesBetween(from: Reading, to: Reading): readonly ChangeKind[] {
  const kinds: ChangeKind[] = [];
  const wasOnline = from.family !== 'offline';
  const isOnline = to.family !== 'offline';
  if (!wasOnline && !isOnline) return kinds;
  if (!wasOnline && isOnline) kinds.push('came-online');
  kinds.push(...callChanges(from, to));
  if (wasOnline && !isOnline) kinds.push('went-offline');
  if (kinds.length === 0 && !isSameStatus(from.status, to.status)) kinds.push('status-changed');
  return kinds;
}

function callChanges(from: Reading, to: Reading): readonly ChangeKind[] {
  const wasTalking = from.family === 'in-call';
  const isTalking = to.family === 'in-call';
  if (wasTalking && isTalking) return isAnotherCall(from, to) ? ['call-ended', 'call-connected'] : [];
  if (wasTalking) return ['call-ended'];
  if (!isTalking) return [];
  return isDeadCallBack(from, to) ? [] : ['call-connected'];
}

/** The dialler can hand over the next call between two polls, with no other state seen in between. */
const isAnotherCall = (from: Reading, to: Reading): boolean =>
  differs(from.leadId, to.leadId) || differs(from.inCallWith, to.inCallWith);

/** A call marked dead for one poll and alive in the next never connected anew. */
const isDeadCallBack = (from: Reading, to: Reading): boolean =>
  from.family === 'dead' && from.leadId !== '' && !isAnotherCall(from, to);

/** A field that appears or vanishes during a call says nothing; only two different values do. */
const differs = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
