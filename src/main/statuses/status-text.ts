import type { Reading } from '../../shared/reading.ts';
import { maskNumber, maskWithin } from '../../watch/mask.ts';

/** What the user calls a status; empty when there is no live state. */
export const statusText = (reading: Reading, isPresenting = false): string =>
  reading.label === '' ? withoutNumber(reading.status, reading, isPresenting) : reading.label;

/** A text of the dialler's, in which it may have repeated the customer's number. */
export const withoutNumber = (text: string, reading: Reading, isPresenting: boolean): string =>
  maskWithin(text, reading, isPresenting ? () => '•••' : maskNumber);
