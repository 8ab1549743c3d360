import type { Clock } from '../../watch/clock.ts';
import type { Shown } from './shown.ts';

export interface BurstParts<Held, Content> {
  /** One notification for these, as far as they are to be told by now; null for none. */
  readonly contentOf: (held: readonly Held[]) => Content | null;
  readonly show: (content: Content) => Shown;
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
export function createBurst<Held, Content>(parts: BurstParts<Held, Content>) {
  const { contentOf, show, clock, roundMs, isRoundOver } = parts;
  let recent: { readonly atMs: number; readonly one: Held; readonly shown: Shown }[] = [];
  let held: Held[] = [];
  let foldUntilMs = 0;
  let isTogether = false;
  let timer: NodeJS.Timeout | undefined;

  function notify(one: Held, manner: 'at-once' | 'in-summary'): void {
    if (manner === 'in-summary') {
      holdTogether(one);
      return;
    }
    const nowMs = clock.nowMs();
    forgetOld(nowMs);
    if (held.length === 0 && nowMs >= foldUntilMs && recent.length < mostInWindow) {
      const content = contentOf([one]);
      if (content !== null) recent.push({ atMs: nowMs, one, shown: show(content) });
      return;
    }
    hold(one, recent[0] === undefined ? windowMs : recent[0].atMs + windowMs - nowMs);
  }

  /** For what a gap hid: never a storm of its own, always one summary, with all that comes meanwhile. */
  function holdTogether(one: Held): void {
    const nowMs = clock.nowMs();
    forgetOld(nowMs);
    if (!isTogether) {
      isTogether = true;
      clearTimeout(timer);
      const { least, most } = roundMs();
      timer = setTimeout(() => flushAfterRound(nowMs + most), least);
    }
    held.push(one);
  }

  function flushAfterRound(latestMs: number): void {
    if (isRoundOver() || clock.nowMs() >= latestMs) flush();
    else timer = setTimeout(() => flushAfterRound(latestMs), lookEveryMs);
  }

  /** What was told a while ago is no part of the storm; what the storm began with stays until its summary. */
  function forgetOld(nowMs: number): void {
    if (held.length === 0) recent = recent.filter(({ atMs }) => nowMs - atMs < windowMs);
  }

  function hold(one: Held, waitMs: number): void {
    held.push(one);
    timer ??= setTimeout(flush, waitMs);
  }

  function flush(): void {
    timer = undefined;
    isTogether = false;
    const all = [...recent.map(({ one }) => one), ...held];
    for (const { shown } of recent) shown.close();
    recent = [];
    held = [];
    foldUntilMs = clock.nowMs() + windowMs;
    const content = contentOf(all);
    if (content !== null) show(content);
  }

  return {
    notify,
    stop: () => clearTimeout(timer),
  };
}
