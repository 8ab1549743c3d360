import { z } from 'zod';
import type { RequestError } from '../../shared/bridge.ts';
import { type Dictionary, mostMeanings, type StatusMeaning, usualLimitMs } from '../../shared/dictionary.ts';
import { familyOf } from '../../shared/family.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { strictList } from '../settings/row-parts.ts';
import { keyOf, meaningShape } from '../settings/shapes.ts';
import { jsonInChat } from './json-in-chat.ts';

const kind = 'croco-tray-dictionary';
const version = 1;

const file = z.object({
  kind: z.literal(kind),
  version: z.literal(version),
  statuses: strictList(meaningShape, mostMeanings, keyOf.meaning),
});

export const exportDictionary = (dictionary: Dictionary): string =>
  JSON.stringify({ kind, version, statuses: dictionary }, null, 2);

export interface Imported {
  readonly dictionary: Dictionary;
  /** How many entries came in. */
  readonly count: number;
}

/**
 * Entries of the same status are replaced in their place, the others follow. All of it is taken, or nothing;
 * where room is short, it is made by what was there before.
 */
export function importDictionary(text: string, before: Dictionary): Result<Imported, RequestError> {
  const statuses = statusesIn(text);
  if (statuses === null) return fail({ kind: 'bad-dictionary' });
  const byStatus = new Map(before.map((meaning) => [keyOf.meaning(meaning), meaning]));
  for (const meaning of statuses) byStatus.set(keyOf.meaning(meaning), meaning);
  const wanted = new Set(statuses.map(keyOf.meaning));
  const spare = before.filter((meaning) => !wanted.has(keyOf.meaning(meaning)));
  const leastSaidFirst = [...spare.filter(isAsLearned), ...spare.filter((one) => !isAsLearned(one))];
  const surplus = Math.max(0, byStatus.size - mostMeanings);
  for (const meaning of leastSaidFirst.slice(0, surplus)) byStatus.delete(keyOf.meaning(meaning));
  return succeed({ dictionary: [...byStatus.values()], count: statuses.length });
}

function statusesIn(text: string): Dictionary | null {
  for (const value of jsonInChat(text)) {
    const parsed = file.safeParse(value);
    if (parsed.success) return parsed.data.statuses;
  }
  return null;
}

/** Nobody has said anything of it, and it comes back by itself. */
const isAsLearned = ({ status, family, label, limitMs }: StatusMeaning): boolean =>
  family === null && label === '' && limitMs === usualLimitMs(status, familyOf(status));
