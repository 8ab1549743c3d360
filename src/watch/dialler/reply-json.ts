import { type Bounds, budgetOf } from './bounds.ts';
import type { Envelope } from './envelope.ts';
import { type Fields, fieldOf, isFields } from './fields.ts';
import { readJson } from './read-json.ts';
import type { Steps } from './steps.ts';

/** A body made of nothing but beginnings may cost no more than this many attempts to read it. */
const mostStarts = 8;
/** Nearly always there is nothing else, and no need to search: up to this long it is read at once. */
const shortLength = 16 * 1024;

/** The object that holds `result` or `code`, whatever PHP printed before it (docs/api.md §6.6) or after it. */
export function* findJsonEnvelope(body: string, bounds: Bounds): Steps<Envelope | null> {
  const text = body.trim();
  const whole = text.length > shortLength ? undefined : parse(text);
  if (isEnvelope(whole)) return { fields: whole, printsWarnings: false };
  const budget = budgetOf(bounds);
  let starts = 0;
  for (const { index } of text.matchAll(/\{\s{0,16}"/g)) {
    starts += 1;
    if (starts > mostStarts) return null;
    const found = yield* readJson(text, index, budget);
    if (found === null || !isEnvelope(found.value)) continue;
    const after = text.slice(found.end);
    if (after === '' || ofPhp.test(after)) {
      return { fields: found.value, printsWarnings: index > 0 || after !== '' };
    }
  }
  return null;
}

/** PHP's own words after the answer, which it prints on a line apart. */
const ofPhp = /^(?:\s*<br|\s*<b>|\s*\n(?:PHP |Warning:|Notice:|Deprecated:|Fatal error:))/i;

const isEnvelope = (value: unknown): value is Fields =>
  isFields(value) && (fieldOf(value, 'result') !== undefined || fieldOf(value, 'code') !== undefined);

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
