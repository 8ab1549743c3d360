import type { Envelope } from './envelope.ts';
import { fieldOf, isFields } from './fields.ts';

/** A body made of nothing but beginnings may cost no more than this many attempts to parse it. */
const maxAttempts = 8;

/** The object that ends the body and holds `result` or `code`, whatever PHP printed before it (API §6.6). */
export function findJsonEnvelope(body: string): Envelope | null {
  const text = body.trim();
  let attempts = 0;
  for (const { index } of text.matchAll(/\{\s{0,64}"/g)) {
    attempts += 1;
    if (attempts > maxAttempts) return null;
    const fields = parse(text.slice(index));
    if (isFields(fields) && isEnvelope(fields)) return { fields, printsWarnings: index > 0 };
  }
  return null;
}

const isEnvelope = (fields: Readonly<Record<string, unknown>>): boolean =>
  fieldOf(fields, 'result') !== undefined || fieldOf(fields, 'code') !== undefined;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
