import { spellingsOf } from '../canary/spellings.ts';

/** How a dialler could write the password it was sent: those that the canary looks for, and more. */
export function secretSpellingsOf(secret: string): ReadonlyMap<string, string> {
  const utf8 = Buffer.from(secret);
  const bytes = (write: (byte: number) => string): string => [...utf8].map(write).join('');
  const characters = (write: (character: string) => string): string => [...secret].map(write).join('');
  const hex = (code: number, length = 2): string => code.toString(16).padStart(length, '0');
  const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
  const quarters = Math.ceil((secret.length * 3) / 4);
  const escaped = JSON.stringify(secret).slice(1, -1);
  return new Map([
    ...spellingsOf(secret),
    ['in a sentence', `No user for "${secret}" here`],
    ['capitals', secret.toUpperCase()],
    ['small letters', secret.toLowerCase()],
    ['as the server compares it', secret.replace(/['"\\; ]/g, '')],
    ['without any signs', secret.replace(/[^\p{L}\p{N}]/gu, '')],
    ['with spaces between', characters((one) => `${one} `)],
    ['with hyphens between', characters((one) => `${one}-`)],
    ['with zero-width spaces between', characters((one) => `${one}\u200b`)],
    ['in two lines', `${secret.slice(0, 7)}\r\n${secret.slice(7)}`],
    [
      'full-width',
      characters((one) => (one > ' ' && one <= '~' ? String.fromCodePoint(codeOf(one) + 0xfee0) : one)),
    ],
    ['decomposed', secret.normalize('NFD')],
    ['mojibake', utf8.toString('latin1')],
    ['all but its end', `${'no such field '.repeat(7)}${secret.slice(0, quarters)}`],
    ['all but its beginning', secret.slice(-quarters)],
    [
      'ROT13',
      secret.replace(/[a-z]/gi, (one) => String.fromCharCode(codeOf(one) + (/[a-m]/i.test(one) ? 13 : -13))),
    ],
    ['HTML, decimal', characters((one) => `&#${codeOf(one)};`)],
    ['HTML, hexadecimal', characters((one) => `&#x${hex(codeOf(one))};`)],
    ['HTML twice', characters((one) => `&amp;#${codeOf(one)};`)],
    ['quoted-printable', bytes((byte) => `=${hex(byte).toUpperCase()}`)],
    ['\\x of every byte', bytes((byte) => `\\x${hex(byte)}`)],
    ['octal of every byte', bytes((byte) => `\\${byte.toString(8).padStart(3, '0')}`)],
    ['\\u{…}', characters((one) => `\\u{${hex(codeOf(one))}}`)],
    ['%u', characters((one) => `%u${hex(codeOf(one), 4)}`)],
    ['U+', characters((one) => `U+${hex(codeOf(one), 4)} `)],
    ['of CSS', characters((one) => `\\${hex(codeOf(one), 6)} `)],
    ['hex with spaces', bytes((byte) => `${hex(byte)} `)],
    ['hex with 0x', bytes((byte) => `0x${hex(byte)}, `)],
    ['of MySQL', `0x${utf8.toString('hex')}`],
    ['decimal bytes', bytes((byte) => `${byte}, `)],
    [
      'base64 in lines',
      Buffer.from(secret)
        .toString('base64')
        .replace(/(.{5})/g, '$1\n'),
    ],
    ['base64 of user and password', Buffer.from(`api:${secret}`).toString('base64')],
    ['base64, percent-encoded', encodeURIComponent(Buffer.from(secret).toString('base64'))],
    ['escaped, percent-encoded', encodeURIComponent(escaped)],
    ['SQL', `user='api' and x='${secret.replaceAll("'", "''")}'`],
  ]);
}
