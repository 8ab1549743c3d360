/**
 * Any value of a reply as text that is safe to show as it is: one line, no control, bidi, zero-width or
 * broken characters, trimmed and cut. PHP's nulls and `false` are empty; lists and objects have no text.
 */
export function plainText(value: unknown, maxCodePoints: number): string {
  const given = textOf(value);
  // Nearly all there is, and there can be thousands of them.
  if (given.length <= maxCodePoints && printableAscii.test(given)) return given.trim();
  const text = given.replace(lineBreaks, ' ').replace(unprintable, '').trim();
  // Twice as many units always hold enough code points, however long the rest.
  return [...text.slice(0, 2 * maxCodePoints)].slice(0, maxCodePoints).join('').trim();
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  // As PHP writes it, and so as it comes in XML.
  return value === true ? '1' : '';
}

/** Accents are a matter of spelling in these scripts. In others a mark makes another letter, and so another word. */
export const withoutAccents = (text: string): string => text.normalize('NFD').replace(accents, '$1');

const accents = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const printableAscii = /^[ -~]*$/;
const lineBreaks = /[\t-\r\u0085\u2028\u2029]+/g;
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
