import type { LoadFigures } from '../../shared/load.ts';

interface TimedAnswer {
  readonly atMs: number;
  readonly tookMs: number;
  readonly isError: boolean;
}

const windowMs = 60_000;
/** How much one answer moves what is typical. */
const weight = 0.1;

/** What the dialler's answers take: the typical one for the cadence, the figures for whoever looks. */
export function createLoadMeter() {
  const answers: TimedAnswer[] = [];
  let typicalMs: number | null = null;

  function forgetOld(nowMs: number): void {
    const kept = answers.findIndex(({ atMs }) => nowMs - atMs < windowMs);
    answers.splice(0, kept < 0 ? answers.length : kept);
  }

  return {
    note: (nowMs: number, tookMs: number, isError: boolean): void => {
      // A request that failed tells nothing of what an answer takes: after an outage nobody is to be spared.
      if (!isError) typicalMs = typicalMs === null ? tookMs : typicalMs + weight * (tookMs - typicalMs);
      answers.push({ atMs: nowMs, tookMs, isError });
      if (answers[0] !== undefined && nowMs - answers[0].atMs > 2 * windowMs) forgetOld(nowMs);
    },
    typicalMs: (): number | null => typicalMs,
    figures: (nowMs: number): LoadFigures => {
      forgetOld(nowMs);
      const times = answers.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
      const at = (share: number): number | null =>
        times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? null;
      return {
        requestsPerMinute: answers.length,
        errorsPerMinute: answers.filter(({ isError }) => isError).length,
        p50Ms: at(0.5),
        p95Ms: at(0.95),
      };
    },
  };
}
