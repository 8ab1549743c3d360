/** A digit of a text: what it is worth, and where it stands. */
export interface Digit {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** With or without a prefix, a number ends in these digits. A run of fewer is an extension, a port, a count. */
export const tellingDigits = 7;

/** Of every script, full-width and in circles too. */
export const digitsIn = (text: string): readonly Digit[] =>
  [...text.matchAll(/\p{N}/gu)].flatMap(({ 0: character, index }) =>
    [...worthOf(character)].map((value) => ({ value, from: index, to: index + character.length })),
  );

function worthOf(character: string): string {
  if (character >= '0' && character <= '9') return character;
  const plain = character.normalize('NFKC');
  if (/^[0-9]+$/.test(plain)) return plain;
  return isDecimal.test(character) ? String(decimalsBefore(character.codePointAt(0) ?? 0) % 10) : '';
}

const isDecimal = /^\p{Nd}$/u;

/** Unicode has every script's ten digits side by side, from 0 to 9. */
function decimalsBefore(codePoint: number): number {
  let count = 0;
  while (isDecimal.test(String.fromCodePoint(codePoint - count - 1))) count += 1;
  return count;
}

/** What may stand between the digits of one number. A letter, a comma, a colon and the like begin something else. */
export const betweenDigits = String.raw`[^\p{L}\p{N},:;@#*<>"|=+&?!%]`;
const isBetween = new RegExp(`^${betweenDigits}*$`, 'u');

export const areOfOneRun = (text: string, one: Digit, next: Digit): boolean =>
  isBetween.test(text.slice(one.to, next.from));

/** Digits with nothing but separators between them. */
function runsIn(text: string): readonly (readonly Digit[])[] {
  const runs: Digit[][] = [];
  let last: Digit | null = null;
  for (const digit of digitsIn(text)) {
    if (last !== null && areOfOneRun(text, last, digit)) runs.at(-1)?.push(digit);
    else runs.push([digit]);
    last = digit;
  }
  return runs;
}

/** The longest run, as it is written, without what stands around a number: hosts, extensions, channels. */
export function mainRunOf(number: string): { readonly digits: string; readonly text: readonly string[] } {
  const alone = aroundNumber.reduce((rest, pattern) => rest.replace(pattern, ' | '), number);
  const [longest = []] = runsIn(alone).toSorted((a, b) => b.length - a.length);
  return {
    digits: longest.map(({ value }) => value).join(''),
    text: longest.map(({ from, to }) => alone.slice(from, to)),
  };
}

const aroundNumber: readonly RegExp[] = [
  // What follows the number in an address: `@host:5060`, `;user=phone`.
  /[@;]\s*[^\s<>"]*/g,
  // Asterisk's own ending of a channel: `SIP/5551234567-0000002a`.
  /(?<=^[a-z]\w*\/.*)-[\da-f]{8}$/gi,
  // `x99`, `ext. 99`, `#99`, `,,99`, `:5060`.
  /(?<=\p{N}[\s)]*)(?:[a-z]{1,9}\.?|[,#*:])[\s,#*:.=+]*\p{N}.*$/giu,
  // The address of a computer; pairs are a telephone number.
  /(?<![\p{N}.])(?!(?:\d\d\.){3})\d{1,3}(?:\.\d{1,3}){3}(?![\p{N}.])/gu,
];

/** Spelt otherwise, with another prefix or an extension, a number stays the same. */
export function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [mainRunOf(one).digits, mainRunOf(other).digits];
  if (a === '' || b === '') return one.trim().toLowerCase() === other.trim().toLowerCase();
  return a.length < tellingDigits || b.length < tellingDigits
    ? a === b
    : a.slice(-tellingDigits) === b.slice(-tellingDigits);
}

/** What reads as a number in a text of which nobody knows what it is about. */
export const numbersIn = (text: string): readonly (readonly Digit[])[] =>
  runsIn(text).filter(
    (run) => run.length >= tellingDigits && !isDateOrAddress(text.slice(run.at(0)?.from, run.at(-1)?.to)),
  );

/** Dates, versions and addresses, and the hours from one time to another. */
export const isDateOrAddress = (run: string): boolean =>
  /^\d{4}([-./])\d\d?\1\d\d?$|^\d\d?([-./])\d\d?\2\d{4}$|^(?!(?:\d\d\.){3})\d{1,4}(?:\.\d{1,4}){3}$/.test(
    run,
  ) || /^\d\d?\.\d\d\s*\p{Pd}\s*\d\d?\.\d\d$/u.test(run);
