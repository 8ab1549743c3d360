import { parseJson } from '../app/parse-json.ts';

/** Greetings hold braces, too, but not many. */
const mostStarts = 8;
const mostEnds = 4;

/**
 * What a text may hold as JSON, the likeliest first. Mails and chats hand it on with a greeting before it or thanks
 * behind it, between the fences of code, with curly quotes, with special spaces and marks nobody sees.
 */
export function* jsonInChat(text: string): Generator<unknown> {
  yield parseJson(text);
  const cleaned = text.replace(/\p{Cf}/gu, '').replace(/\p{Z}/gu, ' ');
  yield* objectsIn(cleaned);
  yield* objectsIn(cleaned.replace(/«\s*|\s*»|[“”„‟″＂]/g, '"'));
}

function* objectsIn(text: string): Generator<unknown> {
  const starts = [...text.matchAll(/\{\s*"/g)].slice(0, mostStarts);
  const ends = [...text.matchAll(/\}/g)].slice(-mostEnds).toReversed();
  for (const { index: from } of starts) {
    for (const { index: to } of ends) yield parseJson(text.slice(from, to + 1));
  }
}
