import { isCallConnected } from '../../shared/call-connected.ts';
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
  const isConnected = isCallConnected(from, to);
  const isEnded = from.family === 'in-call' && (to.family !== 'in-call' || isConnected);
  return [...(isEnded ? ['call-ended' as const] : []), ...(isConnected ? ['call-connected' as const] : [])];
}
