import { z } from 'zod';
import type { RequestError } from '../shared/bridge.ts';
import { type Dictionary, mostMeanings } from '../shared/dictionary.ts';
import { foldStatus } from '../shared/family.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { meaningShape } from './alert-shapes.ts';

const kind = 'croco-tray-dictionary';
const version = 1;

const file = z.object({
  kind: z.literal(kind),
  version: z.literal(version),
  statuses: z.array(meaningShape).max(mostMeanings),
});

export const exportDictionary = (dictionary: Dictionary): string =>
  JSON.stringify({ kind, version, statuses: dictionary }, null, 2);

export interface Imported {
  readonly dictionary: Dictionary;
  /** How many entries came in. */
  readonly count: number;
}

/** Entries of the same status are replaced in their place, the others follow. All of it is taken, or nothing. */
export function importDictionary(text: string, before: Dictionary): Result<Imported, RequestError> {
  const parsed = file.safeParse(parseJson(text));
  if (!parsed.success) return fail({ kind: 'bad-dictionary' });
  const byStatus = new Map(before.map((meaning) => [foldStatus(meaning.status), meaning]));
  for (const meaning of parsed.data.statuses) byStatus.set(foldStatus(meaning.status), meaning);
  const dictionary = [...byStatus.values()].slice(0, mostMeanings);
  return succeed({ dictionary, count: parsed.data.statuses.length });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
