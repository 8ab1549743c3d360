import type { Clock } from '../../watch/clock.ts';
import type { AlertContent } from './content.ts';
import type { Shown } from './shown.ts';

export interface BurstParts {
  readonly show: (content: AlertContent) => Shown;
  readonly summarise: (contents: readonly AlertContent[]) => AlertContent;
  readonly clock: Clock;
  /** How long what a gap hid keeps coming in, at least and at most: a round of polls. */
  readonly roundMs: () => { readonly least: number; readonly most: number };
  /** Everybody has been seen again. */
  readonly isRoundOver: () => boolean;
}

const windowMs = 2_000;
const mostInWindow = 3;
const lookEveryMs = 500;

/**
 * Shows alerts at once, until more than three come within two seconds: those become one summary,
 * which takes the place of the three, and a storm that goes on makes one summary per window.
 */
export function createBurst({ show, summarise, clock, roundMs, isRoundOver }: BurstParts) {
  let recent: { readonly atMs: number; readonly content: AlertContent; readonly shown: Shown }[] = [];
  let held: AlertContent[] = [];
  let foldUntilMs = 0;
  let isTogether = false;
  let timer: NodeJS.Timeout | undefined;

  function tell(content: AlertContent): void {
    const nowMs = clock.nowMs();
    forgetOld(nowMs);
    if (held.length === 0 && nowMs >= foldUntilMs && recent.length < mostInWindow) {
      recent.push({ atMs: nowMs, content, shown: show(content) });
      return;
    }
    hold(content, recent[0] === undefined ? windowMs : recent[0].atMs + windowMs - nowMs);
  }

  /** For what a gap hid: never a storm of its own, always one summary, with all that comes meanwhile. */
  function tellTogether(content: AlertContent): void {
    const nowMs = clock.nowMs();
    forgetOld(nowMs);
    if (!isTogether) {
      isTogether = true;
      clearTimeout(timer);
      const { least, most } = roundMs();
      timer = setTimeout(() => flushAfterRound(nowMs + most), least);
    }
    held.push(content);
  }

  function flushAfterRound(latestMs: number): void {
    if (isRoundOver() || clock.nowMs() >= latestMs) flush();
    else timer = setTimeout(() => flushAfterRound(latestMs), lookEveryMs);
  }

  /** What was told a while ago is no part of the storm; what the storm began with stays until its summary. */
  function forgetOld(nowMs: number): void {
    if (held.length === 0) recent = recent.filter(({ atMs }) => nowMs - atMs < windowMs);
  }

  function hold(content: AlertContent, waitMs: number): void {
    held.push(content);
    timer ??= setTimeout(flush, waitMs);
  }

  function flush(): void {
    timer = undefined;
    isTogether = false;
    const contents = [...recent.map((one) => one.content), ...held];
    for (const { shown } of recent) shown.close();
    recent = [];
    held = [];
    foldUntilMs = clock.nowMs() + windowMs;
    show(contents.length === 1 && contents[0] !== undefined ? contents[0] : summarise(contents));
  }

  return {
    tell,
    tellTogether,
    stop: () => clearTimeout(timer),
  };
}
