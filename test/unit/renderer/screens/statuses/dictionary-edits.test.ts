import { describe, expect, it } from 'vitest';
import {
  addProblem,
  familyPart,
  isUnknown,
  newMeaning,
  withEntry,
  without,
  withPart,
} from '../../../../../src/renderer/screens/statuses/dictionary-edits.ts';
import {
  orderMeanings,
  searchMeanings,
} from '../../../../../src/renderer/screens/statuses/order-meanings.ts';
import { type Dictionary, mostMeanings } from '../../../../../src/shared/dictionary.ts';
import type { Family } from '../../../../../src/shared/family.ts';
import { meaning } from './open-statuses.tsx';

const dictionary: Dictionary = [
  meaning('READY'),
  meaning('CHAT'),
  meaning('PAUSE - BREAK', { limitMs: 900_000 }),
  meaning('BAÑO', { family: 'paused', label: 'Rest room' }),
];

const statuses = (list: Dictionary) => list.map(({ status }) => status);

describe('an edit of the dictionary', () => {
  const edits: readonly (readonly [string, (before: Dictionary) => Dictionary])[] = [
    ['a part', (before) => withPart(before, 'chat', { family: 'in-call' })],
    ['a removal', (before) => without(before, 'CHAT')],
    ['a new entry', (before) => withEntry(before, meaning('ESPERA'), 1)],
    ['an entry there already', (before) => withEntry(before, meaning('baño', { label: 'x' }), 0)],
  ];

  it.each(edits)('%s done twice is as if done once', (_, edit) => {
    expect(edit(dictionary)).not.toEqual(dictionary);
    expect(edit(edit(dictionary))).toEqual(edit(dictionary));
  });

  it('finds a status however it is spelt, and touches no other', () => {
    const after = withPart(dictionary, 'pause-break', { label: 'Coffee' });
    expect(after[2]).toEqual(meaning('PAUSE - BREAK', { limitMs: 900_000, label: 'Coffee' }));
    expect(after.toSpliced(2, 1)).toEqual(dictionary.toSpliced(2, 1));
  });

  it('puts a removed entry back in its place, and does not double one that was seen again meanwhile', () => {
    expect(withEntry(without(dictionary, 'CHAT'), meaning('CHAT'), 1)).toEqual(dictionary);
    const entry = meaning('CHAT', { family: 'in-call' });
    const seenAgain = [...without(dictionary, 'CHAT'), meaning('CHAT')];
    expect(withEntry(seenAgain, entry, 1)).toEqual([...without(dictionary, 'CHAT'), entry]);
  });
});

describe('what a status becomes', () => {
  it.each([
    ['unknown, found to be a pause with a usual limit', meaning('AL BAÑO'), 'paused', 600_000],
    ['unknown, found to be a pause like any other', meaning('ESPERA'), 'paused', null],
    [
      'a call, with a limit from before',
      meaning('BAÑO', { family: 'in-call', limitMs: 60_000 }),
      'paused',
      60_000,
    ],
    ['a pause whose limit was taken away', meaning('PAUSE - BREAK'), 'paused', null],
    ['a pause that is none any more', meaning('BREAK', { limitMs: 900_000 }), 'ready', 900_000],
    ['a call left to the app, which knows a pause', meaning('LUNCH', { family: 'in-call' }), null, 1_800_000],
  ] as const)('%s', (_, before, family: Family | null, limitMs) => {
    expect(familyPart(before, family)).toEqual({ family, limitMs });
  });

  it.each([
    ['LUNCH', 1_800_000],
    ['READY', null],
    ['WHATEVER', null],
  ])('%s added by hand has the limit %o, as if it had been seen', (status, limitMs) => {
    expect(newMeaning(status)).toEqual(meaning(status, { limitMs }));
  });

  it('is unknown only while neither the app nor the user knows', () => {
    expect(dictionary.filter(isUnknown)).toEqual([meaning('CHAT')]);
    expect(isUnknown(meaning('CHAT', { family: 'other' }))).toBe(false);
  });
});

it.each([
  ['', dictionary, 'needed'],
  [' - ', dictionary, 'needed'],
  ['pause/BREAK', dictionary, 'there'],
  ['one more', dictionary, null],
  ['one more', Array.from({ length: mostMeanings }, (_, index) => meaning(`S${index}`)), 'full'],
])('adding %o', (status, to, problem) => {
  expect(addProblem(status, to)).toBe(problem);
});

describe('the order of the statuses', () => {
  it('has the unknown first and the rest by name', () => {
    expect(statuses(orderMeanings(dictionary, null))).toEqual(['CHAT', 'BAÑO', 'PAUSE - BREAK', 'READY']);
  });

  it('leaves a row where it was opened', () => {
    const mapped = withPart(dictionary, 'CHAT', { family: 'in-call' });
    expect(statuses(orderMeanings(mapped, { status: 'CHAT', isFirst: true }))[0]).toBe('CHAT');
    expect(statuses(orderMeanings(mapped, null))).toEqual(['BAÑO', 'CHAT', 'PAUSE - BREAK', 'READY']);
  });
});

it.each([
  ['bano', ['BAÑO']],
  ['rest ROOM', ['BAÑO']],
  ['pause', ['PAUSE - BREAK']],
  ['', ['READY', 'CHAT', 'PAUSE - BREAK', 'BAÑO']],
  ['zzz', []],
])('searching %o finds %o', (query, found) => {
  expect(statuses(searchMeanings(dictionary, query))).toEqual(found);
});
