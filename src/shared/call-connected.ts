import { isSameNumber } from './phone-number.ts';
import type { Reading } from './reading.ts';

/** What tells one call from the next: the numbers whole or masked, as whoever asks knows them. */
export type CallState = Pick<Reading, 'family' | 'leadId' | 'inCallWith'>;

/** In a call now that was not there before. */
export function isCallConnected(from: CallState, to: CallState): boolean {
  if (to.family !== 'in-call') return false;
  if (from.family === 'in-call') return isAnotherCall(from, to);
  return !isDeadCallBack(from, to);
}

/** The dialler can hand over the next call between two polls, with no other state seen in between. */
const isAnotherCall = (from: CallState, to: CallState): boolean =>
  differs(from.leadId, to.leadId, isSameLead) || differs(from.inCallWith, to.inCallWith, isSameNumber);

/** A call marked dead for one poll and alive in the next never connected anew. */
const isDeadCallBack = (from: CallState, to: CallState): boolean =>
  from.family === 'dead' && from.leadId !== '' && !isAnotherCall(from, to);

/** A field that appears or vanishes during a call says nothing; only two different values do. */
const differs = (a: string, b: string, isSame: (a: string, b: string) => boolean): boolean =>
  a !== '' && b !== '' && a !== b && !isSame(a, b);

/** With zeros before it or without, a lead is the same. */
export const isSameLead = (a: string, b: string): boolean => withoutZeros(a) === withoutZeros(b);

const withoutZeros = (id: string): string => id.replace(/^0+(?=.)/, '');
