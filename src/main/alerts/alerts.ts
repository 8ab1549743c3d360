import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AppStore } from '../store.ts';
import type { Words } from '../words.ts';
import { createBurst, type Shown } from './burst.ts';
import { type AlertContent, decide } from './decide.ts';
import { summaryOf } from './summary.ts';

export interface AlertParts {
  readonly store: AppStore;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
  readonly show: (content: AlertContent) => Shown;
}

/** Tells what changed, as the rules decide. Returns the way to stop. */
export function startAlerts({ store, words, clock, log, show }: AlertParts): () => void {
  const translate = () => words.in(store.getState().language);
  const burst = createBurst({ show, clock, summarise: (contents) => summaryOf(contents, translate()) });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.changes === before.changes) return;
    for (const change of state.changes) {
      const decision = decide(change, state.settings.notify, translate());
      if (decision.kind === 'keep-quiet') {
        log.debug('no notification', { change: change.kind, reason: decision.reason });
      } else if (decision.late) burst.tellTogether(decision.content);
      else burst.tell(decision.content);
    }
  });
  return () => {
    unsubscribe();
    burst.stop();
  };
}
