import { type Family, foldStatus } from './family.ts';

/** What the user says of one of the dialler's status strings. Every string seen gets an entry. */
export interface StatusMeaning {
  /** Verbatim, as first seen. */
  readonly status: string;
  /** Null leaves it to the app. */
  readonly family: Family | null;
  /** Shown in place of the status; empty shows the status itself. */
  readonly label: string;
  /** How long a pause of this reason may last; null has no limit. */
  readonly limitMs: number | null;
}

export type Dictionary = readonly StatusMeaning[];

/** The same for every spelling of a status. Signs alone fold to nothing, and stand for themselves. */
export const statusKey = (status: string): string => foldStatus(status) || status.trim();

export const mostMeanings = 300;
export const longestLabel = 60;

/** In characters, as the reading is cut, see main's `reading-of.ts`. */
export const longestStatus = 60;

/**
 * A limit to begin with, by what the reason contains; the user's own takes its place. The numbers are common
 * advice for call centres; those of lunch and bathroom are our guess.
 */
const usualLimits: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/LUNCH|ALMUERZO|COMIDA/, 30],
  [/BREAK|BRK|DESCANSO/, 15],
  [/TECH/, 15],
  [/COACH/, 30],
  [/TRAIN|FORMACION|CAPACITACION/, 60],
  [/BATHROOM|RESTROOM|BANO/, 10],
];

export function usualLimitMs(status: string, family: Family): number | null {
  if (family !== 'paused') return null;
  const folded = foldStatus(status);
  const [, minutes] = usualLimits.find(([pattern]) => pattern.test(folded)) ?? [];
  return minutes === undefined ? null : minutes * 60_000;
}
