import type { Reading } from './reading.ts';

export const changeKinds = [
  'call-connected',
  'call-ended',
  'status-changed',
  'came-online',
  'went-offline',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

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
