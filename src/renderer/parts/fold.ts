import { withoutAccents } from '../../shared/plain-text.ts';

/** Case and accents do not matter to a search. */
export const fold = (text: string): string => withoutAccents(text).toLowerCase();

/** What a search looks for, folded: each of these words has to be there. */
export const wordsOf = (query: string): readonly string[] =>
  fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
