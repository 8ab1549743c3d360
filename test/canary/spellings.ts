/** How a text could stand in bytes that somebody wrote or sent; each as bytes, read one to a character. */
export function spellingsOf(secret: string): ReadonlyMap<string, string> {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const spellings: [string, Buffer | string][] = [
    ['raw', utf8],
    ['latin-1', Buffer.from(secret, 'latin1')],
    ['utf-16', utf16],
    ['utf-16, big-endian', Buffer.from(utf16).swap16()],
    ['percent-encoded', encodeURIComponent(secret)],
    ['percent-encoded, strictly', percent(secret, /[^\w.~-]/g)],
    [
      'percent-encoded, in small letters',
      percent(secret, /[^\w.~-]/g).replace(/%../g, (byte) => byte.toLowerCase()),
    ],
    ['percent-encoded, every byte', percent(secret, /[\s\S]/g)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
    ['of a form', new URLSearchParams({ '': secret }).toString().slice(1)],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['JSON, ASCII only', asciiJson(secret)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ['JSON in JSON, ASCII only', JSON.stringify(asciiJson(secret)).slice(1, -1)],
    ['every character as \\u', asciiJson(secret, /[\s\S]/g)],
    ['HTML', secret.replace(/[&<>"']/g, (character) => `&${entities[character] ?? ''};`)],
    ['hex', utf8.toString('hex')],
    ['hex, capitals', utf8.toString('hex').toUpperCase()],
    ['hex of utf-16', utf16.toString('hex')],
    ...[0, 1, 2].flatMap((offset): [string, string][] => [
      [`base64 at ${offset}`, innerBase64(utf8, offset, 'base64')],
      [`base64url at ${offset}`, innerBase64(utf8, offset, 'base64url')],
      [`base64 of utf-16 at ${offset}`, innerBase64(utf16, offset, 'base64')],
    ]),
    ['backwards', Buffer.from([...secret].reverse().join(''))],
  ];
  return new Map(
    spellings.map(([name, spelled]) => [
      name,
      (typeof spelled === 'string' ? Buffer.from(spelled) : spelled).toString('latin1'),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": '#39',
};

const percent = (text: string, which: RegExp): string =>
  text.replace(new RegExp(which.source, 'gu'), (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );

const asciiJson = (text: string, which = /[^ -~]/g): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What of it is the same whatever stands before and after. */
function innerBase64(bytes: Buffer, offset: number, encoding: 'base64' | 'base64url'): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString(encoding)
    .replace(/=+$/, '');
  const isCut = (offset + bytes.length) % 3 !== 0;
  return whole.slice(Math.ceil((offset * 8) / 6), isCut ? -1 : undefined);
}

/** The text as it is, and with its escapes undone, twice: each writer escapes another choice of signs. */
export function layersOf(text: string): readonly string[] {
  const once = percentDecoded(unescaped(text));
  const twice = percentDecoded(unescaped(once));
  return [...new Set([text, once, twice])];
}

const percentDecoded = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const unescaped = (text: string): string =>
  text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) =>
      Buffer.from(String.fromCharCode(Number.parseInt(hex, 16))).toString('latin1'),
    )
    .replace(/\\+x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\+(["'/])/g, '$1')
    .replace(/&#x([0-9a-f]{1,4});/gi, (_, hex: string) =>
      Buffer.from(String.fromCharCode(Number.parseInt(hex, 16))).toString('latin1'),
    );
