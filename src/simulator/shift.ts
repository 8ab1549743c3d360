import { idle, type Span, turn } from './call.ts';
import type { Person } from './people.ts';
import { between, pick, type Random } from './random.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/**
 * From one login to the next. Shorter than a calendar day: the demo is looked at around the clock and
 * should never find an empty floor.
 */
export const workdayMs = 9 * hourMs;

/** A state and when it ends, counted from the start of the workday. */
export interface Episode {
  readonly info: Span['info'];
  readonly endMs: number;
}

/** One agent's shift from login to logout, and then logged out for good. */
export function* workday(person: Person, random: Random): Generator<Episode, Episode> {
  const shiftMs = between(random, 7.8, 8.2) * hourMs;
  const planned = plannedPauses(random);
  let nowMs = 0;
  function* through(spans: readonly Span[]): Generator<Episode, void> {
    for (const { info, lengthMs } of spans) {
      nowMs += lengthMs;
      yield { info, endMs: nowMs };
    }
  }
  yield* through([idle(person, 'PAUSE - LOGIN', between(random, 0.2, 1.5) * minuteMs)]);
  while (nowMs < shiftMs) {
    yield* through(turn(person, random));
    const due = planned[0];
    if (due !== undefined && due.atMs <= nowMs) {
      planned.shift();
      yield* through([idle(person, due.status, due.lengthMs)]);
    } else {
      yield* through(unplannedPause(person, random));
    }
  }
  return { info: null, endMs: Number.POSITIVE_INFINITY };
}

function plannedPauses(random: Random): { atMs: number; status: string; lengthMs: number }[] {
  const pause = (hour: number, status: string, low: number, high: number) => ({
    atMs: between(random, hour - 0.4, hour + 0.4) * hourMs,
    status,
    lengthMs: between(random, low, high) * minuteMs,
  });
  return [
    pause(1.8, 'PAUSE - BREAK', 8, 17),
    pause(4, 'PAUSE - LUNCH BREAK', 27, 38),
    pause(6.2, 'PAUSE - BREAK', 8, 17),
  ];
}

function unplannedPause(person: Person, random: Random): readonly Span[] {
  const chance = random();
  const pause = (status: string, low: number, high: number): Span =>
    idle(person, status, between(random, low, high) * minuteMs);
  if (chance < 0.025) return [pause('PAUSE - BATHROOM', 1.5, 7)];
  if (chance < 0.035) return [pause('PAUSE', 0.3, 3)];
  if (chance < 0.045) return [pause(`PAUSE - ${pick(random, ['COACH', 'MEETING', 'TECH'])}`, 5, 25)];
  // The agent's browser died (docs/api.md §1.6): LAGGED for half a minute, then logged out until it is back.
  if (chance < 0.055) return [pause('PAUSE - LAGGED', 0.5, 0.6), { info: null, lengthMs: minuteMs * 2 }];
  return [];
}
