import { type Budget, mostLevels, spend } from './bounds.ts';
import type { Steps } from './steps.ts';

export interface JsonFound {
  readonly value: unknown;
  /** Where it ends in the text. */
  readonly end: number;
}

type Holder =
  | { readonly value: unknown[]; readonly close: ']' }
  | { readonly value: Record<string, unknown>; readonly close: '}'; keys: number; key: string };

/**
 * The JSON value that begins at `start`, whatever stands behind it; null when there is none, or more of it than the
 * bounds allow. `JSON.parse` can do neither: it takes all of a text, at once, at any size.
 */
export function* readJson(text: string, start: number, budget: Budget): Steps<JsonFound | null> {
  const holders: Holder[] = [];
  let at = start;
  for (;;) {
    const way = spend(budget);
    if (way === 'stop') return null;
    if (way === 'pause') yield;
    const opened = holderAt(text, at);
    let found: JsonFound | null;
    if (opened === null) {
      found = scalarAt(text, at);
    } else {
      const first = afterSpace(text, at + 1);
      if (text[first] === opened.close) {
        found = { value: opened.value, end: first + 1 };
      } else {
        if (holders.length === mostLevels) return null;
        holders.push(opened);
        const next = nextValue(opened, text, first, budget);
        if (next === null) return null;
        at = next;
        continue;
      }
    }
    if (found === null) return null;
    let next: number | null = null;
    for (let holder = holders.at(-1); next === null; holder = holders.at(-1)) {
      if (holder === undefined) return found;
      put(holder, found.value);
      const end = afterSpace(text, found.end);
      if (text[end] === holder.close) {
        found = { value: holder.value, end: end + 1 };
        holders.pop();
      } else {
        if (text[end] !== ',') return null;
        next = nextValue(holder, text, afterSpace(text, end + 1), budget);
        if (next === null) return null;
      }
    }
    at = next;
  }
}

function holderAt(text: string, at: number): Holder | null {
  if (text[at] === '[') return { value: [], close: ']' };
  // Without a prototype, every name is only a name.
  return text[at] === '{' ? { value: Object.create(null), close: '}', keys: 0, key: '' } : null;
}

/** Where the next value begins; in an object behind its name. */
function nextValue(holder: Holder, text: string, at: number, budget: Budget): number | null {
  if (holder.close === ']') return at;
  holder.keys += 1;
  const name = holder.keys > budget.keys ? null : stringAt(text, at);
  if (name === null) return null;
  holder.key = name.value;
  const colon = afterSpace(text, name.end);
  return text[colon] === ':' ? afterSpace(text, colon + 1) : null;
}

function put(holder: Holder, value: unknown): void {
  if (holder.close === ']') holder.value.push(value);
  else holder.value[holder.key] = value;
}

function scalarAt(text: string, at: number): JsonFound | null {
  if (text[at] === '"') return stringAt(text, at);
  const [word] = scalar.exec(text.slice(at, at + longestScalar)) ?? [];
  if (word === undefined || word.length === longestScalar) return null;
  const value: unknown = JSON.parse(word);
  return { value: keepsDigits(value) ? value : word, end: at + word.length };
}

/** An id is no number, however it is written. */
const keepsDigits = (value: unknown): boolean => !Number.isInteger(value) || Number.isSafeInteger(value);

const longestScalar = 64;
/** What is longer is no text of anything that is asked for. */
const longestText = 16_000;
const scalar = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/;

function stringAt(text: string, at: number): { readonly value: string; readonly end: number } | null {
  if (text[at] !== '"') return null;
  let quote = text.indexOf('"', at + 1);
  while (quote > 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  if (quote < 0) return null;
  if (quote - at > longestText) return { value: '', end: quote + 1 };
  try {
    return { value: String(JSON.parse(text.slice(at, quote + 1))), end: quote + 1 };
  } catch {
    return null;
  }
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

function afterSpace(text: string, at: number): number {
  space.lastIndex = at;
  return space.test(text) ? space.lastIndex : at;
}

const space = /[ \t\r\n]*/y;
