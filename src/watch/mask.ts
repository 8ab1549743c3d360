import {
  areOfOneRun,
  type Digit,
  digitsIn,
  mainRunOf,
  numbersIn,
  tellingDigits,
} from '../shared/phone-number.ts';
import type { Reading } from '../shared/reading.ts';

const hidden = '•••';

/**
 * Keeps the last four digits of a customer's number, however it is written; a short one is hidden whole. That there
 * is no number is said as the dialler says it.
 */
export function maskNumber(number: string): string {
  if (number.trim() === '') return '';
  const { text } = mainRunOf(number);
  return text.length >= tellingDigits ? `${hidden}${text.slice(-4).join('')}` : (withheld(number) ?? hidden);
}

/** In place of a number: `anonymous`, `"Private" <sip:private@host>`. */
const withheld = (number: string): string | null =>
  number
    .split(/[<>"]|\bsips?:|[@;].*/)
    .map((part) => part.trim())
    .find((part) => withheldWords.test(part)) ?? null;

const withheldWords =
  /^(?:(?:number |n[uú]mero )?(?:anonymous|an[oó]nimo|private|privado|withheld|restricted|restringido|blocked|bloqueado|hidden|oculto|unknown|desconocido|unavailable|no disponible)(?: (?:number|caller|call))?|(?:no |sin )(?:caller ?id|number|n[uú]mero)|n\/a)$/i;

type Numbers = Pick<Reading, 'inCallWith' | 'callerId'>;

/** A part of a text to be hidden, and the last digits of the number in it, which may stay. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly last: readonly Digit[];
}

/** Masks the customer's number where it stands in another field, such as a lead code made of it. */
export function maskWithin(text: string, { inCallWith, callerId }: Numbers, isWhole = false): string {
  const digits = digitsIn(text);
  if (digits.length < tellingDigits) return text;
  const beginnings = [inCallWith, callerId].flatMap(beginningsOf);
  return hide(
    text,
    beginnings.flatMap((beginning) => placesOf(beginning, text, digits)),
    isWhole,
  );
}

/** Masks whatever reads as a number, in a field that has no business to hold one. */
export const maskAnyNumber = (text: string, isWhole = false): string =>
  hide(
    text,
    numbersIn(text).map((run) => placeOf(run, run)),
    isWhole,
  );

/** A field can hold an extension after its number, or a second number: each group of digits may be the last. */
function beginningsOf(number: string): readonly string[] {
  const digits = digitsIn(number);
  const worth = digits.map(({ value }) => value).join('');
  return digits.flatMap(({ to }, at) => {
    const isEnd = digits[at + 1]?.from !== to;
    return isEnd && at + 1 >= tellingDigits ? [worth.slice(0, at + 1)] : [];
  });
}

/** Wherever the text ends as the number does, whatever it writes in between, with all that goes before it. */
function placesOf(number: string, text: string, digits: readonly Digit[]): readonly Place[] {
  const worth = digits.map(({ value }) => value).join('');
  const end = number.slice(-tellingDigits);
  const isOneRun = (at: number) => {
    const [one, next] = [digits[at - 1], digits[at]];
    return one !== undefined && next !== undefined && areOfOneRun(text, one, next);
  };
  const places: Place[] = [];
  for (let at = worth.indexOf(end); at >= 0; at = worth.indexOf(end, at + 1)) {
    let first = at;
    const isOfNumber = () => first > 0 && worth[first - 1] === number.at(first - at - tellingDigits - 1);
    while (isOneRun(first) || isOfNumber()) first -= 1;
    let next = at + tellingDigits;
    while (isOneRun(next)) next += 1;
    places.push(placeOf(digits.slice(first, next), digits.slice(at, at + tellingDigits)));
  }
  return places;
}

const placeOf = (digits: readonly Digit[], number: readonly Digit[]): Place => ({
  from: digits.at(0)?.from ?? 0,
  to: digits.at(-1)?.to ?? 0,
  last: number.slice(-4),
});

function hide(text: string, places: readonly Place[], isWhole: boolean): string {
  const apart: Place[] = [];
  for (const place of places.toSorted((a, b) => a.from - b.from || endOf(a) - endOf(b))) {
    const before = apart.at(-1);
    // Both numbers can be one and the same, or run into each other: one mask, of what comes last.
    if (before === undefined || before.to <= place.from) apart.push(place);
    else apart[apart.length - 1] = { ...place, from: before.from, to: Math.max(before.to, place.to) };
  }
  return apart.reduceRight((rest, { from, to, last }) => {
    const shown = isWhole ? '' : last.map((digit) => text.slice(digit.from, digit.to)).join('');
    return `${rest.slice(0, from)}${hidden}${shown}${rest.slice(to)}`;
  }, text);
}

const endOf = ({ last }: Place): number => last.at(-1)?.to ?? 0;
