export interface Clock {
  /** Main's monotonic clock as of the last tick. */
  readonly nowMs: () => number;
  /** Calls back every second while the page is visible. Returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** To be called with main's time whenever main tells it. */
  readonly sync: (mainNowMs: number) => void;
}

export interface ClockParts {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  readonly performance: Pick<Performance, 'now'>;
}

const tickMs = 1_000;

/** One timer for every elapsed time on the page; none while nobody looks. */
export function createClock({ document, performance }: ClockParts): Clock {
  const listeners = new Set<() => void>();
  let offsetMs: number | null = null;
  let nowMs = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick(): void {
    nowMs = performance.now() + (offsetMs ?? 0);
    for (const listener of listeners) listener();
  }

  function adjust(): void {
    clearInterval(timer);
    timer = undefined;
    if (listeners.size === 0 || document.visibilityState !== 'visible') return;
    tick();
    timer = setInterval(tick, tickMs);
  }

  return {
    nowMs: () => nowMs,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        document.addEventListener('visibilitychange', adjust);
        adjust();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        document.removeEventListener('visibilitychange', adjust);
        adjust();
      };
    },
    sync: (mainNowMs) => {
      const isFirst = offsetMs === null;
      offsetMs = mainNowMs - performance.now();
      if (isFirst) tick();
    },
  };
}
