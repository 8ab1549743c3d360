import type { Change } from '../../shared/change.ts';
import type { CallMemory } from './memory.ts';

/** A call that ends within this is one of a bad list or of answering machines, if others did so too. */
export const shortCallMs = 20_000;
const manyInARow = 3;

/** After enough short calls in a row the next one has to last before it is told. */
export const isGuarded = ({ shortCalls }: CallMemory): boolean => shortCalls >= manyInARow - 1;

/** Whether this change ended a call that we saw connect, and that almost at once. */
export const wasShort = ({ kind, late, seenMs }: Change, { connectedMs }: CallMemory): boolean =>
  kind === 'call-ended' && !late && connectedMs !== null && seenMs - connectedMs < shortCallMs;

export function afterChange(change: Change, calls: CallMemory, wasCallShort: boolean): CallMemory {
  switch (change.kind) {
    case 'call-connected':
      return change.late ? { ...anew(calls), connectedMs: null } : { ...calls, connectedMs: change.seenMs };
    case 'call-ended':
      return wasCallShort ? { ...calls, connectedMs: null, shortCalls: calls.shortCalls + 1 } : anew(calls);
    default:
      return calls;
  }
}

/** A call worth its name, or a gap, ends the row of short ones. */
const anew = ({ lastTold }: CallMemory): CallMemory => ({
  connectedMs: null,
  shortCalls: 0,
  alertIds: [],
  lineId: null,
  lastTold,
});
