import { betweenDigits, isDateOrAddress } from '../../shared/phone-number.ts';
import { secretPattern } from '../../watch/dialler/secret-pattern.ts';

export interface Redactor {
  readonly redact: (text: string) => string;
  /** From now on no spelling of this value survives `redact`. */
  readonly hideSecret: (secret: string) => void;
}

/** Takes out of a text what no log may hold: credentials, customers' numbers, live secrets. */
export function createRedactor(): Redactor {
  const patterns = new Map<string, RegExp>();

  const hideSecrets = (text: string): string =>
    [...patterns.values()].reduce((rest, pattern) => rest.replace(pattern, mark), text);

  const isClean = (text: string): boolean =>
    [...patterns.values()].every((pattern) => text.search(pattern) < 0);

  return {
    redact: (text) => {
      // Secrets go first, while they are whole; what the rules leave may still join into one.
      const redacted = hideSecrets(applyRules(hideSecrets(text)));
      return [redacted, mark].find(isClean) ?? '';
    },
    hideSecret: (secret) => {
      if (secret !== '') patterns.set(secret, secretPattern(secret));
    },
  };
}

const mark = '•••';

const applyRules = (text: string): string =>
  text
    .replace(header, `$1${mark}`)
    .replace(scheme, `$1 ${mark}`)
    .replace(userInfo, `$1${mark}@`)
    .replace(xmlElement, `$1${mark}$3`)
    .replace(namedValue, `$1${mark}`)
    .replace(number, maskDigits);

/** The dialler's own among them: goPass, log_pass, pass_hash, phone_pass (docs/api.md §1.1, §2.3, §3.3). */
const secretName = String.raw`[\w-]*(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api_?key)(?:_\w+)?`;
const quote = String.raw`\\*["']`;

const header = /((?:authorization|cookie)\\*["']?\s*[:=]\s*\\*["']?)[^"'\r\n\\]+/gi;
const scheme = /\b(Basic|Bearer|Digest|Negotiate|NTLM)\s+[A-Za-z0-9+/_.~-]{8,}={0,2}/g;
const userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#]+@/gi;
const xmlElement = new RegExp(String.raw`(<(${secretName})(?:\s[^>]*)?>)[^<]*(<\/)`, 'gi');
const namedValue = new RegExp(
  String.raw`(${secretName}(?:${quote})?\s*[:=]\s*)` +
    String.raw`(?:\\+"(?:(?!\\+").)*(?:\\+"|$)|"(?:\\.|[^"\\])*(?:"|$)|'(?:\\.|[^'\\])*(?:'|$)|[^\s&;,<>"'})\]]+)`,
  'gi',
);
const number = new RegExp(String.raw`[+(]{0,2}\p{N}(?:${betweenDigits}*\p{N})*`, 'gu');

/** A dialler's number keeps its last two digits; dates, versions and addresses are not numbers. */
function maskDigits(text: string): string {
  const digits = text.replace(/\P{N}/gu, '');
  return digits.length < 7 || isDateOrAddress(text) ? text : `${mark}${[...digits].slice(-2).join('')}`;
}
