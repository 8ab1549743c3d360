import type { Platform } from '../../shared/app-view.ts';
import { addNotice, removeNotice } from '../app/notices.ts';
import type { AppStore } from '../state/store.ts';

/** What the system made of a notification. `unsupported`: it has no part that shows any. */
export type Outcome = 'shown' | 'failed' | 'unsupported';
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface OutcomesParts {
  readonly store: AppStore;
  readonly platform: Platform;
}

/** Says in the popover, once, that notifications do not show, and counts for support. */
export function createOutcomes({ store, platform }: OutcomesParts) {
  let counts: OutcomeCounts = { shown: 0, failed: 0, unsupported: 0 };
  let isTold = false;

  return {
    counts: (): OutcomeCounts => counts,
    note: (outcome: Outcome): void => {
      counts = { ...counts, [outcome]: counts[outcome] + 1 };
      if (outcome === 'shown') {
        removeNotice(store, 'no-libnotify');
        removeNotice(store, 'notifications-failed');
      } else if (!isTold) {
        // Only on Linux can the part be missing.
        const isMissing = outcome === 'unsupported' && platform === 'linux';
        addNotice(store, { kind: isMissing ? 'no-libnotify' : 'notifications-failed' });
      }
      isTold = outcome !== 'shown';
    },
  };
}
