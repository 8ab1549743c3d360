/**
 * Matches a secret in any spelling a log line could carry it in: raw, percent-encoded in whole or in
 * part, form-encoded, JSON-escaped (also within JSON within JSON), base64.
 */
export function secretPattern(secret: string): string {
  // A run of backslashes counts as one: how many each layer of escaping made of it cannot be known.
  const characters = [...secret.replace(/\\+/g, '\\')];
  const spelled = characters.map((character, index) => spellings(character, characters[index - 1]));
  return [spelled.join(''), ...base64Spellings(secret).map(escapeRegExp)].join('|');
}

function spellings(character: string, previous: string | undefined): string {
  const percent = [...Buffer.from(character)].map((byte) => `%${anyCase(hex(byte, 2))}`).join('');
  const unicode = [...character]
    .flatMap((point) => point.split(''))
    .map((unit) => String.raw`\\{1,8}u${anyCase(hex(unit.charCodeAt(0), 4))}`)
    .join('');
  if (character === '\\') return String.raw`(?:\\|${percent}|u005[cC])+`;
  // A quote's own backslashes cannot be told from those of a backslash before it.
  const backslashes = previous === '\\' ? '' : String.raw`\\{0,8}`;
  const short = shortEscapes[character];
  const escaped = short === undefined ? [] : [String.raw`\\{1,8}${short}`];
  const plain = [`${backslashes}${escapeRegExp(character)}`];
  const form = character === ' ' ? [String.raw`\+`] : [];
  return `(?:${[...plain, percent, unicode, ...escaped, ...form].join('|')})`;
}

/** Within a longer text the same bytes come out in three ways, by where they begin. */
function base64Spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const whole = bytes.toString('base64').replace(/=+$/, '');
  const shifted = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const isCut = (offset + bytes.length) % 3 !== 0;
    return text.slice(Math.ceil((offset * 8) / 6), isCut ? -1 : undefined);
  });
  // The stable part of a short secret is so short that it would match by chance.
  const all = [whole, ...shifted.filter((text) => text.length >= 6)];
  return [...new Set(all.flatMap(base64Variants))];
}

const base64Variants = (text: string): string[] => [
  text,
  text.replaceAll('+', '-').replaceAll('/', '_'),
  encodeURIComponent(text),
  text.replaceAll('/', '\\/'),
];

const shortEscapes: Readonly<Record<string, string>> = {
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\b': 'b',
  '\f': 'f',
};

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

const anyCase = (text: string): string =>
  text.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
