import type { Envelope } from './envelope.ts';
import { fieldOf, isFields } from './fields.ts';

/** A body made of nothing but beginnings may cost no more than this many attempts to parse it. */
const maxAttempts = 8;

/** The object that holds `result` or `code`, whatever PHP printed before it (docs/api.md §6.6) or after it. */
export function findJsonEnvelope(body: string): Envelope | null {
  const text = body.trim();
  // Nearly always there is nothing else, and there is no need to search.
  const whole = parse(text);
  if (isFields(whole) && isEnvelope(whole)) return { fields: whole, printsWarnings: false };
  let attempts = 0;
  for (const { index } of text.matchAll(/\{\s{0,64}"/g)) {
    attempts += 1;
    if (attempts > maxAttempts) return null;
    for (const end of endsOf(text)) {
      const fields = parse(text.slice(index, end));
      if (isFields(fields) && isEnvelope(fields)) {
        return { fields, printsWarnings: index > 0 || end < text.length };
      }
    }
  }
  return null;
}

/** Where the answer may end: with the body, or where PHP's own words begin, which it prints on a line apart. */
function endsOf(text: string): readonly number[] {
  const after = /\}\s*(?:<br|<b>|\n(?:PHP |Warning:|Notice:|Deprecated:|Fatal error:))/i.exec(text);
  return after === null ? [text.length] : [text.length, after.index + 1];
}

const isEnvelope = (fields: Readonly<Record<string, unknown>>): boolean =>
  fieldOf(fields, 'result') !== undefined || fieldOf(fields, 'code') !== undefined;

function parse(text: string): unknown {
  try {
    // Nearly no reply has an id this long, and asking for each value costs time.
    return longInteger.test(text) ? JSON.parse(text, withAllDigits) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const longInteger = /\d{16}/;

/** An id beyond 2^53 is no number of JavaScript's: as text it keeps its digits. TypeScript knows no source yet. */
function withAllDigits(
  _name: string,
  value: unknown,
  ...more: readonly { readonly source?: string }[]
): unknown {
  const source = more[0]?.source ?? '';
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? source : value;
}
