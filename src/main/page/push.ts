import type { AppView } from '../../shared/app-view.ts';
import { type AppDelta, diffViews } from '../../shared/delta.ts';
import type { Clock } from '../../watch/clock.ts';
import type { AppStore } from '../state/store.ts';
import { appViewOf } from './app-view-of.ts';

export interface PushParts {
  readonly store: AppStore;
  readonly clock: Clock;
  readonly appVersion: string;
  readonly platform: AppView['platform'];
  readonly isPopoverOpen: () => boolean;
  readonly send: (delta: AppDelta) => void;
}

export interface Push {
  /** Everything, for a page that starts or lost count. */
  readonly fetchView: () => AppView;
  /** To be called when the popover opens: nothing was pushed while it was hidden. */
  readonly catchUp: () => void;
  readonly stop: () => void;
}

const leastGapMs = 100;

/** Keeps the page's mirror in step: deltas, at most ten a second, none to a hidden popover. */
export function createPush({ store, clock, appVersion, platform, isPopoverOpen, send }: PushParts): Push {
  let last = viewNow(0);
  let timer: NodeJS.Timeout | undefined;

  function viewNow(revision: number): AppView {
    return appViewOf(store.getState(), { revision, nowMs: clock.nowMs(), appVersion, platform });
  }

  function advance(): AppDelta | null {
    const next = viewNow(last.revision + 1);
    const delta = diffViews(last, next);
    if (delta !== null) last = next;
    return delta;
  }

  function pushNow(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isPopoverOpen()) return;
    const delta = advance();
    if (delta !== null) send(delta);
  }

  const unsubscribe = store.follow(() => {
    if (isPopoverOpen()) timer ??= setTimeout(pushNow, leastGapMs);
  });

  return {
    fetchView: () => {
      advance();
      return { ...last, nowMs: clock.nowMs() };
    },
    catchUp: pushNow,
    stop: () => {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}
