import type { Reading } from '../../shared/reading.ts';
import { maskAnyNumber, maskWithin } from '../../watch/mask.ts';

/** What the user calls a status; empty when there is no live state. */
export const statusText = (reading: Reading, isPresenting = false): string =>
  reading.label === '' ? withoutAnyNumber(reading.status, reading, isPresenting) : reading.label;

/** A text of the dialler's, in which it may have repeated the customer's number. */
export const withoutNumber = (text: string, reading: Reading, isPresenting: boolean): string =>
  maskWithin(text, reading, isPresenting);

/** A text that never has to hold a number: the call it was part of may be over, and its number no longer known. */
export const withoutAnyNumber = (text: string, reading: Reading, isPresenting: boolean): string =>
  maskAnyNumber(withoutNumber(text, reading, isPresenting), isPresenting);
