import type { SlowedBy } from '../../shared/app-view.ts';

/** How soon an agent deserves to be asked again: `high` near an event, `low` far from any. */
export const urgencies = ['high', 'normal', 'low'] as const;
export type Urgency = (typeof urgencies)[number];

export type UrgencyCounts = Readonly<Record<Urgency, number>>;

export interface Cadence {
  /** Between two polls of an agent of this urgency. */
  readonly intervalsMs: Readonly<Record<Urgency, number>>;
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

/** Of what is to be given up, quiet agents give more. */
const weights: Readonly<Record<Urgency, number>> = { high: 1, normal: 2, low: 4 };
const longestQuietMs = 60_000;
/** Of the budget: without anything to spare, what one late timer held up would hold up everybody for ever. */
const plannedShare = 0.97;
/**
 * On average no more requests under way than this: a dialler that answers slowly is asked less often, and of the
 * slots (`request-slots.ts`) half of one is left for the lists.
 */
const wantedInFlight = 4.5;
/** A poll that returns to its own moment may come half an interval late, and on the budget's edge it may queue. */
const slack = 2;

/**
 * The intervals that keep a floor within what user, budget and dialler allow. Where it fits everybody gets what
 * was set, which is a promise: any call longer than that is seen. What does not fit is stretched, quiet agents
 * first and up to a bound, so that those near an event stay soonest and nobody starves.
 */
export function cadenceOf(counts: UrgencyCounts, wishes: CadenceWishes): Cadence {
  const { intervalMs, requestsPerSecond, answerMs } = wishes;
  const byBudget = plannedShare * requestsPerSecond;
  const byAnswers = answerMs === null ? byBudget : (wantedInFlight * 1_000) / Math.max(1, answerMs);
  const perSecond = Math.min(byBudget, byAnswers);
  const total = counts.high + counts.normal + counts.low;
  const longestMs = Math.max(longestQuietMs, intervalMs, (2 * total * 1_000) / perSecond);
  const intervalsMs = stretched(counts, intervalMs, perSecond, longestMs);
  const isStretched = urgencies.some((urgency) => counts[urgency] > 0 && intervalsMs[urgency] > intervalMs);
  return {
    intervalsMs,
    boundMs: Math.ceil(slack * Math.max(...urgencies.map((urgency) => intervalsMs[urgency]))),
    slowedBy: isStretched ? (byAnswers < byBudget ? 'dialler' : 'budget') : null,
  };
}

const halvings = 50;

/** The least stretch by which the requests fit: each halving knows it twice as well. */
function stretched(counts: UrgencyCounts, intervalMs: number, perSecond: number, longestMs: number) {
  const intervals = (stretch: number): Cadence['intervalsMs'] => {
    const of = (urgency: Urgency): number =>
      Math.ceil(Math.max(intervalMs, Math.min(longestMs, intervalMs * weights[urgency] * stretch)));
    return { high: of('high'), normal: of('normal'), low: of('low') };
  };
  const fits = (stretch: number): boolean => {
    const each = intervals(stretch);
    return (
      urgencies.reduce((sum, urgency) => sum + (counts[urgency] * 1_000) / each[urgency], 0) <= perSecond
    );
  };
  let [tooLittle, enough] = [0, longestMs / intervalMs];
  if (fits(tooLittle)) return intervals(tooLittle);
  for (let left = halvings; left > 0; left -= 1) {
    const middle = (tooLittle + enough) / 2;
    if (fits(middle)) enough = middle;
    else tooLittle = middle;
  }
  return intervals(enough);
}
