import type { Reading } from './reading.ts';
import { keysOf } from './tables.ts';

interface ChangeRow {
  /** Whether it notifies until the user chooses otherwise. */
  readonly notifies: boolean;
  /** Whether it is still told when it happened during a gap in polling; the rest is history by then. */
  readonly isToldAfterGap: boolean;
  /** What its alert says below the title, as in `topics`. */
  readonly body: 'call' | 'now' | 'before';
}

export const changes = {
  'call-connected': { notifies: true, isToldAfterGap: true, body: 'call' },
  'call-ended': { notifies: false, isToldAfterGap: false, body: 'now' },
  'status-changed': { notifies: false, isToldAfterGap: false, body: 'before' },
  'came-online': { notifies: false, isToldAfterGap: false, body: 'now' },
  'went-offline': { notifies: false, isToldAfterGap: false, body: 'before' },
} satisfies Record<string, ChangeRow>;

export type ChangeKind = keyof typeof changes;
export const changeKinds = keysOf(changes);

/** What happened between the last known state and a new reading. */
export interface Change {
  /** Rises by one with every change of this run. */
  readonly id: number;
  readonly agentUser: string;
  readonly kind: ChangeKind;
  readonly from: Reading;
  readonly to: Reading;
  /** Monotonic time at which we saw it. */
  readonly seenMs: number;
  /** It happened at an unknown moment of a gap in polling: an outage, a sleep, a pause of the watch. */
  readonly late: boolean;
}
