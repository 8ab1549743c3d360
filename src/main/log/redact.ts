import { betweenDigits, isDateOrAddress } from '../../shared/phone-number.ts';
import { type HoldsSecret, hiddenText as mark, secretFinder } from '../../watch/dialler/secret-finder.ts';
import { secretPattern } from './secret-pattern.ts';

export interface Redactor {
  readonly redact: (text: string) => string;
  /** From now on no spelling of this value survives `redact`. */
  readonly hideSecret: (secret: string) => void;
}

interface Hidden {
  readonly pattern: string;
  readonly holdsSecret: HoldsSecret;
}

/** A line of the log is a sentence and a few facts. */
const longestLine = 8_000;
/** The newest: whoever typed more was guessing. */
const mostSecrets = 50;

/**
 * Takes out of a text what no log may hold, with one pass for live secrets and one for what reads like a credential or
 * a customer's number: see `marks`. A text in which some rarer spelling of a secret is left is hidden whole.
 */
export function createRedactor(): Redactor {
  const secrets = new Map<string, Hidden>();
  let pattern: RegExp | null = null;

  const isClean = (text: string): boolean =>
    (pattern === null || text.search(pattern) < 0) &&
    [...secrets.values()].every(({ holdsSecret }) => !holdsSecret(text));

  return {
    redact: (given) => {
      const text = given.length > longestLine ? `${given.slice(0, longestLine)}…` : given;
      // Secrets go first, while they are whole; what the marks leave may still join into one.
      const rest = (pattern === null ? text : text.replace(pattern, mark)).replace(marks, hide);
      return [rest, mark].find(isClean) ?? '';
    },
    hideSecret: (secret) => {
      if (secret === '') return;
      secrets.delete(secret);
      secrets.set(secret, { pattern: secretPattern(secret), holdsSecret: secretFinder(secret) });
      const [oldest] = secrets.keys();
      if (secrets.size > mostSecrets && oldest !== undefined) secrets.delete(oldest);
      pattern = new RegExp([...secrets.values()].map((one) => one.pattern).join('|'), 'gu');
    },
  };
}

/** The dialler's own among them: goPass, log_pass, pass_hash, phone_pass (docs/api.md §1.1, §2.3, §3.3). */
const secretName = String.raw`[\w-]{0,40}(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api_?key)(?:_\w{1,20})?`;
const quote = String.raw`\\{0,8}["']`;
const quoted = String.raw`\\{1,8}"(?:(?!\\{1,8}").)*(?:\\{1,8}"|$)|"(?:\\.|[^"\\])*(?:"|$)|'(?:\\.|[^'\\])*(?:'|$)`;

/** Each bounded in itself, so that all of them together take a time that grows with the line. */
const marks = new RegExp(
  [
    String.raw`(?<header>(?:authorization|cookie)(?:${quote})?\s{0,8}[:=]\s{0,8}(?:${quote})?)[^"'\r\n\\]+`,
    String.raw`\b(?<scheme>(?-i:Basic|Bearer|Digest|Negotiate|NTLM)\s{1,8})[A-Za-z0-9+/_.~-]{8,}={0,2}`,
    String.raw`(?<url>\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#@]{1,2000}@`,
    String.raw`(?<element><${secretName}(?:\s[^>]{0,200})?>)[^<]*(?=<\/)`,
    String.raw`(?<named>${secretName}(?:${quote})?\s{0,8}[:=]\s{0,8})(?:${quoted}|[^\s&;,<>"'}\)\]]+)`,
    String.raw`(?<number>[+\(]{0,2}\p{N}(?:${betweenDigits}*\p{N})*)`,
  ].join('|'),
  'giu',
);

type Groups = Readonly<
  Record<'header' | 'scheme' | 'url' | 'element' | 'named' | 'number', string | undefined>
>;

function hide(...match: readonly unknown[]): string {
  const { header, scheme, url, element, named, number } = match.at(-1) as Groups;
  if (number !== undefined) return maskDigits(number);
  if (url !== undefined) return `${url}${mark}@`;
  return `${header ?? scheme ?? element ?? named ?? ''}${mark}`;
}

/** A dialler's number keeps its last two digits; dates, versions and addresses are not numbers. */
function maskDigits(text: string): string {
  const digits = text.replace(/\P{N}/gu, '');
  return digits.length < 7 || isDateOrAddress(text) ? text : `${mark}${[...digits].slice(-2).join('')}`;
}
