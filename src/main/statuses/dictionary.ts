import { type Dictionary, mostMeanings, statusKey, usualLimitMs } from '../../shared/dictionary.ts';
import { familyOf } from '../../shared/family.ts';
import type { Reading } from '../../shared/reading.ts';
import { hiddenText } from '../../watch/dialler/secret-finder.ts';
import type { Interpreted } from '../../watch/watch-state.ts';
import { remember } from '../app/remember.ts';
import type { MeaningOf } from './limit-of.ts';
import { withoutAnyNumber } from './status-text.ts';

/** Finds a status however the dialler spells it. */
export const meaningLookup = remember((dictionary: Dictionary): MeaningOf => {
  const byStatus = new Map(dictionary.map((meaning) => [statusKey(meaning.status), meaning]));
  return (status) => byStatus.get(statusKey(status)) ?? null;
});

/** The reading as the user wants it understood, and its status if nobody has said anything of it yet. */
export function interpret(reading: Reading, dictionary: Dictionary): Interpreted {
  const { status } = reading;
  if (status === '') return { reading, unknownStatus: null };
  const meaning = meaningLookup(dictionary)(status);
  const family = meaning?.family ?? familyOf(status);
  // A customer's number is written nowhere, not even where a dialler makes it part of a status.
  const isWhole = !status.includes(hiddenText) && withoutAnyNumber(status, reading, true) === status;
  const isUnknown = meaning === null && isWhole;
  return {
    reading: { ...reading, family, label: meaning?.label ?? '' },
    unknownStatus: isUnknown ? status : null,
  };
}

/** A status seen for the first time is listed, so that the user can say what it means. */
export function withStatus(dictionary: Dictionary, status: string): Dictionary {
  if (dictionary.length >= mostMeanings || meaningLookup(dictionary)(status) !== null) return dictionary;
  const limitMs = usualLimitMs(status, familyOf(status));
  return [...dictionary, { status, family: null, label: '', limitMs }];
}
