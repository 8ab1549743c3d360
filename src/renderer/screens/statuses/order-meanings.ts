import type { Dictionary, StatusMeaning } from '../../../shared/dictionary.ts';
import { foldStatus } from '../../../shared/family.ts';
import { isUnknown } from './dictionary-edits.ts';

export interface OpenRow {
  readonly status: string;
  /** Where it stood when it was opened: it must not jump away while it is edited. */
  readonly isFirst: boolean;
}

/** Those that nobody knows come first, for the user to say; the rest by name. */
export function orderMeanings(dictionary: Dictionary, open: OpenRow | null): Dictionary {
  const isFirst = (meaning: StatusMeaning): boolean =>
    meaning.status === open?.status ? open.isFirst : isUnknown(meaning);
  return dictionary.toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || a.status.localeCompare(b.status),
  );
}

export function searchMeanings(dictionary: Dictionary, query: string): Dictionary {
  const wanted = foldStatus(query);
  return dictionary.filter(({ status, label }) =>
    [status, label].some((text) => foldStatus(text).includes(wanted)),
  );
}
