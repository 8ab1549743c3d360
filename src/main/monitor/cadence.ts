import type { SlowedBy } from '../../shared/app-view.ts';

/** How soon an agent deserves to be asked again: `near` an event, `plain`, or `far` from any. */
export const pulls = ['near', 'plain', 'far'] as const;
export type Pull = (typeof pulls)[number];

export type PullCounts = Readonly<Record<Pull, number>>;

export interface Cadence {
  /** Between two polls of an agent of this pull. */
  readonly intervalsMs: Readonly<Record<Pull, number>>;
  /** No answer about anybody is ever older, but for the time an answer takes and while requests fail. */
  readonly boundMs: number;
  /** What makes the intervals longer than wanted. */
  readonly slowedBy: SlowedBy | null;
}

export interface CadenceWishes {
  /** As set by the user: what agents near an event get. */
  readonly intervalMs: number;
  /** The hard budget of requests. */
  readonly requestsPerSecond: number;
  /** What an answer takes, typically; null before the first. */
  readonly answerMs: number | null;
}

const factors: Readonly<Record<Pull, number>> = { near: 1, plain: 2, far: 4 };
const longestQuietMs = 60_000;
/** On average no more requests under way than this: a dialler that answers slowly is asked less often. */
const wantedInFlight = 6;
/** A poll that returns to its own moment may come half an interval late, and on the budget's edge it may queue. */
const slack = 2;

/**
 * The intervals that keep a floor within what user, budget and dialler allow. What does not fit is stretched
 * evenly, quiet agents up to a bound first, so that nobody starves and those near an event stay soonest.
 */
export function cadenceOf(counts: PullCounts, wishes: CadenceWishes): Cadence {
  const { intervalMs, requestsPerSecond, answerMs } = wishes;
  const byAnswers = answerMs === null ? requestsPerSecond : (wantedInFlight * 1_000) / Math.max(1, answerMs);
  const perSecond = Math.min(requestsPerSecond, byAnswers);
  const total = counts.near + counts.plain + counts.far;
  const wanted = mapPulls((pull) =>
    Math.max(intervalMs, Math.min(longestQuietMs, intervalMs * factors[pull])),
  );
  const longestMs = Math.max(longestQuietMs, (2 * total * 1_000) / perSecond);
  const intervalsMs = stretched(counts, wanted, perSecond, longestMs);
  const isStretched = pulls.some((pull) => intervalsMs[pull] > wanted[pull]);
  return {
    intervalsMs,
    boundMs: Math.ceil(slack * Math.max(...pulls.map((pull) => intervalsMs[pull]))),
    slowedBy: isStretched ? (byAnswers < requestsPerSecond ? 'dialler' : 'budget') : null,
  };
}

type Intervals = Readonly<Record<Pull, number>>;

const mapPulls = (value: (pull: Pull) => number): Intervals => ({
  near: value('near'),
  plain: value('plain'),
  far: value('far'),
});

/** Stretches by one factor; who would pass the longest interval gets that, and the others share what is left. */
function stretched(counts: PullCounts, wanted: Intervals, perSecond: number, longestMs: number): Intervals {
  let atLongest: readonly Pull[] = [];
  for (;;) {
    const free = pulls.filter((pull) => !atLongest.includes(pull));
    const rateOf = (list: readonly Pull[], interval: (pull: Pull) => number): number =>
      list.reduce((sum, pull) => sum + (counts[pull] * 1_000) / interval(pull), 0);
    const left = perSecond - rateOf(atLongest, () => longestMs);
    const factor = Math.max(1, rateOf(free, (pull) => wanted[pull]) / left);
    const intervalOf = (pull: Pull): number =>
      atLongest.includes(pull) ? longestMs : Math.ceil(wanted[pull] * factor);
    const tooLong = free.filter((pull) => intervalOf(pull) > longestMs);
    if (tooLong.length === 0) return mapPulls(intervalOf);
    atLongest = [...atLongest, ...tooLong];
  }
}
