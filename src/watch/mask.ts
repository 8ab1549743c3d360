import type { Reading } from '../shared/reading.ts';

/** Keeps the last four characters of a customer's number, however it is spaced; a short one is hidden whole. */
export function maskNumber(number: string): string {
  const compact = number.replace(/[\s().-]/g, '');
  if (compact === '') return number.trim() === '' ? '' : '•••';
  const characters = [...compact];
  const shown = characters.length > 6 ? characters.slice(-4).join('') : '';
  return `•••${shown}`;
}

type Numbers = Pick<Reading, 'inCallWith' | 'callerId'>;

/** With or without a prefix, a number ends in these digits. */
const tellingDigits = 7;
const digitRun = /\d(?:[\s().-]*\d){6,}/g;

/** Masks the customer's number where it stands in another field, such as a lead code made of it. */
export function maskWithin(text: string, { inCallWith, callerId }: Numbers, mask = maskNumber): string {
  const ends = [inCallWith, callerId].map((number) => digitsOf(number).slice(-tellingDigits));
  const telling = ends.filter((end) => end.length === tellingDigits);
  if (telling.length === 0) return text;
  return text.replace(digitRun, (run) =>
    telling.some((end) => digitsOf(run).includes(end)) ? mask(run) : run,
  );
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
