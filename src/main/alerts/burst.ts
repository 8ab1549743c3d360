import type { Clock } from '../clock.ts';
import type { AlertContent } from './content.ts';

export interface Shown {
  readonly close: () => void;
}

export interface BurstParts {
  readonly show: (content: AlertContent) => Shown;
  readonly summarise: (contents: readonly AlertContent[]) => AlertContent;
  readonly clock: Clock;
}

const windowMs = 2_000;
const mostInWindow = 3;

/**
 * Shows alerts at once, until more than three come within two seconds: those become one summary,
 * which takes the place of the three, and a storm that goes on makes one summary per window.
 */
export function createBurst({ show, summarise, clock }: BurstParts) {
  let recent: { readonly atMs: number; readonly content: AlertContent; readonly shown: Shown }[] = [];
  let held: AlertContent[] = [];
  let foldUntilMs = 0;
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

  /** For what a gap hid: never a storm of its own, always one summary. */
  function tellTogether(content: AlertContent): void {
    forgetOld(clock.nowMs());
    hold(content, windowMs);
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
