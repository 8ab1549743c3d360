import {
  type Dictionary,
  mostMeanings,
  type StatusMeaning,
  usualLimitMs,
} from '../../../shared/dictionary.ts';
import { type Family, familyOf, foldStatus, isSameStatus } from '../../../shared/family.ts';

/** Each gives the same when done twice: an edit is drawn over what main has, and main may have it already. */

const findMeaning = (dictionary: Dictionary, status: string): StatusMeaning | undefined =>
  dictionary.find((meaning) => isSameStatus(meaning.status, status));

export const withPart = (
  dictionary: Dictionary,
  status: string,
  part: Partial<Omit<StatusMeaning, 'status'>>,
): Dictionary =>
  dictionary.map((meaning) => (isSameStatus(meaning.status, status) ? { ...meaning, ...part } : meaning));

export const without = (dictionary: Dictionary, status: string): Dictionary =>
  dictionary.filter((meaning) => !isSameStatus(meaning.status, status));

/** In its place, or in that of an entry of the same status. */
export function withEntry(dictionary: Dictionary, entry: StatusMeaning, index: number): Dictionary {
  if (findMeaning(dictionary, entry.status) !== undefined) return withPart(dictionary, entry.status, entry);
  return dictionary.toSpliced(index, 0, entry);
}

export type AddProblem = 'needed' | 'there' | 'full';

/** Why a status cannot be added; null when it can. */
export function addProblem(status: string, dictionary: Dictionary): AddProblem | null {
  if (foldStatus(status) === '') return 'needed';
  if (findMeaning(dictionary, status) !== undefined) return 'there';
  return dictionary.length >= mostMeanings ? 'full' : null;
}

export const shownFamily = ({ status, family }: StatusMeaning): Family => family ?? familyOf(status);

/** Neither the app nor the user says what it means. */
export const isUnknown = ({ status, family }: StatusMeaning): boolean =>
  family === null && familyOf(status) === 'other';

export const newMeaning = (status: string): StatusMeaning => ({
  status,
  family: null,
  label: '',
  limitMs: usualLimitMs(status, familyOf(status)),
});

/** What turns out to be a pause gets the usual limit of its kind, as one that was known as a pause did. */
export function familyPart(
  meaning: StatusMeaning,
  family: Family | null,
): Pick<StatusMeaning, 'family' | 'limitMs'> {
  const isNewPause = shownFamily(meaning) !== 'paused';
  const usualMs = isNewPause ? usualLimitMs(meaning.status, shownFamily({ ...meaning, family })) : null;
  return { family, limitMs: meaning.limitMs ?? usualMs };
}
