import {
  type Dictionary,
  mostMeanings,
  type StatusMeaning,
  statusKey,
  usualLimitMs,
} from '../../shared/dictionary.ts';
import { familyOf } from '../../shared/family.ts';
import type { Reading } from '../../shared/reading.ts';
import { BlockMap } from '../../watch/block-map.ts';
import { maskWithin } from '../../watch/mask.ts';
import type { AppStore } from '../state/store.ts';

export interface StatusDictionary {
  /** The reading as the user wants it understood; a status seen for the first time is learned. */
  readonly interpret: (reading: Reading) => Reading;
  readonly stop: () => void;
}

const indexes = new WeakMap<Dictionary, ReadonlyMap<string, StatusMeaning>>();

/** Finds a status however the dialler spells it. */
export function meaningLookup(dictionary: Dictionary): (status: string) => StatusMeaning | null {
  const known = indexes.get(dictionary);
  const byStatus = known ?? new Map(dictionary.map((meaning) => [statusKey(meaning.status), meaning]));
  if (known === undefined) indexes.set(dictionary, byStatus);
  return (status) => byStatus.get(statusKey(status)) ?? null;
}

/** Reads every status by the user's own dictionary, and keeps the agents in step when it changes. */
export function followDictionary(store: AppStore): StatusDictionary {
  function interpret(reading: Reading): Reading {
    const { status } = reading;
    if (status === '') return reading;
    const { dictionary } = store.getState().settings;
    const meaning = meaningLookup(dictionary)(status);
    // A customer's number is written nowhere, not even where a dialler makes it part of a status.
    if (meaning === null && maskWithin(status, reading) === status) learn(status);
    return understood(reading, meaning);
  }

  function learn(status: string): void {
    store.setState(({ settings }) => {
      if (settings.dictionary.length >= mostMeanings) return {};
      const learned = { status, family: null, label: '', limitMs: usualLimitMs(status, familyOf(status)) };
      return { settings: { ...settings, dictionary: [...settings.dictionary, learned] } };
    });
  }

  const stop = store.subscribe((state, before) => {
    const { dictionary } = state.settings;
    if (dictionary === before.settings.dictionary) return;
    const meaningOf = meaningLookup(dictionary);
    const agents = BlockMap.from(
      [...state.agents].map(([user, agent]) => {
        const reading = understood(agent.reading, meaningOf(agent.reading.status));
        const isSame = reading.family === agent.reading.family && reading.label === agent.reading.label;
        const familySince = reading.family === agent.reading.family ? agent.familySince : agent.since;
        return [user, isSame ? agent : { ...agent, reading, familySince }] as const;
      }),
    );
    if ([...agents].some(([user, agent]) => state.agents.get(user) !== agent)) store.setState({ agents });
  });

  return { interpret, stop };
}

const understood = (reading: Reading, meaning: StatusMeaning | null): Reading =>
  reading.status === ''
    ? reading
    : { ...reading, family: meaning?.family ?? familyOf(reading.status), label: meaning?.label ?? '' };
