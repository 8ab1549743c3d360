import { mostLevels } from './bounds.ts';
import { type Fields, isFields } from './fields.ts';
import { type HoldsSecret, hiddenText } from './secret-finder.ts';
import type { Steps } from './steps.ts';

const valuesInAStep = 100;
/** Longer texts are cut to far less afterwards. */
const longestText = 4_000;

/** The same fields, with a mark in place of every text that repeats the password it was asked with. */
export function* withoutSecret(fields: Fields, holdsSecret: HoldsSecret): Steps<Fields> {
  let seen = 0;
  function* clean(value: unknown, level: number): Steps<unknown> {
    seen += 1;
    if (seen % valuesInAStep === 0) yield;
    if (typeof value === 'string') {
      const text = value.slice(0, longestText);
      return holdsSecret(text) ? hiddenText : text;
    }
    if (typeof value === 'number') return holdsSecret(String(value)) ? hiddenText : value;
    // Nothing that is read lies deeper.
    if (level === mostLevels) return null;
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(yield* clean(item, level + 1));
      return items;
    }
    return isFields(value) ? yield* cleanFields(value, level + 1) : value;
  }
  function* cleanFields(one: Fields, level: number): Steps<Fields> {
    const cleaned: Record<string, unknown> = Object.create(null);
    for (const [name, value] of Object.entries(one)) cleaned[name] = yield* clean(value, level);
    return cleaned;
  }
  return yield* cleanFields(fields, 0);
}
