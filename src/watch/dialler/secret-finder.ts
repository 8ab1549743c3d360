import { familyOf } from '../../shared/family.ts';

/** Whether a text holds the secret, in any spelling that is covered. */
export type HoldsSecret = (text: string) => boolean;

export const hiddenText = '•••';

/** With fewer signs than these, a secret counts as a word of its own only: it would be found in anything. */
const leastTelling = 6;
/** So much of a longer secret tells the rest. */
const leastPart = 7;
const mostLayers = 3;

/**
 * Finds a secret that a dialler repeats: as it is; in any case, with any signs, spaces or marks left out, added or put
 * between; backwards, and in ROT13; two thirds of its letters and digits; its bytes in UTF-8, UTF-16 or Latin-1 as base64, base64url,
 * base32, hexadecimal or decimal numbers; and each of these within up to three layers of escapes of addresses, forms,
 * JSON, JavaScript, CSS, C, HTML, XML and quoted-printable. Its work is linear in the text. It is no proof against
 * somebody who means to hide it.
 */
export function secretFinder(secret: string): HoldsSecret {
  // Nobody could tell the password from the status.
  if (secret === '' || (/^[\p{L} ]+$/u.test(secret) && familyOf(secret) !== 'other')) return () => false;
  const looks = [...foldedLooks(secret), ...encodedLooks(secret)];
  const shortest = Math.min(...looks.map(({ least }) => least));
  return (text) =>
    text.length >= shortest && layersOf(text).some((layer) => looks.some(({ isIn }) => isIn(layer)));
}

interface Look {
  readonly least: number;
  readonly isIn: (layer: string) => boolean;
}

const look = (fold: (text: string) => string, needles: readonly string[]): Look => ({
  least: Math.min(...needles.map(({ length }) => length)),
  isIn: (layer) => {
    const folded = fold(layer);
    return needles.some((needle) => folded.includes(needle));
  },
});

function foldedLooks(secret: string): readonly Look[] {
  const whole = exact(secret);
  if (/^\d+$/.test(whole)) {
    const alone = new RegExp(String.raw`(?<!\d)${whole}(?!\d)`);
    return [{ least: whole.length, isIn: (layer) => alone.test(exact(layer)) }];
  }
  const looks = [lettersOf, plainLettersOf].flatMap((fold) => {
    const folded = fold(secret);
    return folded.length < leastTelling ? [] : look(fold, withParts(folded));
  });
  if ([...whole].length >= leastTelling) return [...looks, look(exact, [whole])];
  const asWord = (text: string) => ` ${exactWords(text)} `;
  return [...looks, { ...look(asWord, [asWord(secret)]), least: whole.length }];
}

function withParts(folded: string): readonly string[] {
  const part = Math.ceil((folded.length * 2) / 3);
  const parts = part < leastPart ? [] : [folded.slice(0, part), folded.slice(-part)];
  return [folded, ...parts, [...folded].reverse().join(''), folded.replace(/[a-z]/g, rot13)];
}

const rot13 = (letter: string): string => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97);

/** Where a byte was lost or misread, what is left is the same. */
const lettersOf = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '').toLowerCase();
const plainLettersOf = (text: string): string => lettersOf(text.normalize('NFKD'));
const exactWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
/** The server itself deletes some signs from a password (docs/api.md §3.5). */
const exact = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{C}'"\\;]+/gu, '');

function encodedLooks(secret: string): readonly Look[] {
  const bytes = (['utf8', 'utf16le', 'latin1'] as const).map((encoding) => Buffer.from(secret, encoding));
  const all = [...bytes, Buffer.from(secret, 'utf16le').swap16()].filter(
    ({ length }) => length >= leastTelling,
  );
  if (all.length === 0) return [];
  return [
    look(
      base64Signs,
      all.flatMap((one) => [0, 1, 2].map((offset) => innerBase64(one, offset))),
    ),
    look(
      hexSigns,
      all.map((one) => one.toString('hex')),
    ),
    look(
      numbersOf,
      all.map((one) => numbersOf([...one].join(' '))),
    ),
    look((text) => text.toUpperCase().replace(/[^A-Z2-7]+/g, ''), all.map(base32)),
  ];
}

const base64Signs = (text: string): string =>
  text
    .replace(/[\s\\=]+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
const hexSigns = (text: string): string => text.toLowerCase().replace(/0x|[^0-9a-f]+/g, '');
const numbersOf = (text: string): string => ` ${text.replace(/\D+/g, ' ').trim()} `;

/** What of it is the same whatever stands before and after. */
function innerBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const isCut = (offset + bytes.length) % 3 !== 0;
  return text.slice(Math.ceil((offset * 8) / 6), isCut ? -1 : undefined);
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group, 2)] ?? '').join('');
}

/** The text as it is, and with one layer of its escapes after the other undone. */
function layersOf(text: string): readonly string[] {
  if (!mayHoldEscapes.test(text)) return [text];
  return [text, ...escapes.flatMap((kinds) => undone(text, kinds))];
}

function undone(text: string, kinds: RegExp): readonly string[] {
  const layers: string[] = [];
  for (let last = text; layers.length < mostLayers; ) {
    const next = last.replace(kinds, unescaped);
    if (next === last) break;
    layers.push(next);
    last = next;
  }
  return layers;
}

const mayHoldEscapes = /[%\\&=+]/;
const percent = [String.raw`(?:%[\da-f]{2})+`, '%u(?<percentUnicode>[\\da-f]{4})'];
const html = [
  '&#x(?<htmlHex>[\\da-f]{1,6});?',
  '&#(?<html>\\d{1,7});?',
  '&(?<entity>amp|lt|gt|quot|apos|num|plus|percnt|nbsp);',
];
const backslash = [
  String.raw`(?:\\x[\da-f]{2})+`,
  String.raw`\\u(?<unicode>[\da-f]{4})`,
  String.raw`\\u\{(?<braced>[\da-f]{1,6})\}`,
  String.raw`u\+(?<named>[\da-f]{4})`,
];
const others = [
  '(?:=[\\dA-F]{2})+',
  String.raw`\\(?<css>[\da-f]{4,6}) ?`,
  String.raw`\\(?<octal>[0-7]{3})`,
  String.raw`\\(?<shortCss>[\da-f]{2}) ?`,
];
/** Two signs of a password can look like an escape of another kind: each kind is undone alone, and with others. */
const escapes = [percent, html, backslash, others, [...percent, ...html, ...backslash]].map(
  (kinds) => new RegExp(kinds.join('|'), 'gi'),
);

function unescaped(whole: string, ...rest: readonly unknown[]): string {
  const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
  const {
    unicode,
    braced,
    named,
    percentUnicode,
    htmlHex,
    css,
    shortCss,
    html: decimal,
    octal,
    entity,
  } = groups;
  const hex = unicode ?? braced ?? named ?? percentUnicode ?? htmlHex ?? css ?? shortCss;
  if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
  if (decimal !== undefined) return characterOf(Number(decimal));
  if (octal !== undefined) return characterOf(Number.parseInt(octal, 8));
  if (entity !== undefined) return entities[entity] ?? ' ';
  return Buffer.from(whole.replace(/[^\da-f]+/gi, ''), 'hex').toString();
}

const characterOf = (code: number): string => (code > 0x10_ff_ff ? '' : String.fromCodePoint(code));
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
