import type { Alert, QuietReason } from '../../src/shared/alert.ts';
import type { Family } from '../../src/shared/family.ts';
import type { ShiftPlan } from './shift-plan.ts';

/** One good answer about one agent. Times are the wall clock's. */
export interface PollRecord {
  /** The moment it is true of. */
  readonly asOfMs: number;
  readonly answeredMs: number;
  readonly status: string;
  readonly family: Family;
  readonly leadId: string;
}

/** What was seen to happen to the inbox. */
export type InboxEvent =
  | {
      readonly kind: 'line';
      readonly atMs: number;
      readonly alert: Alert;
      /** Lines that went as it came. */
      readonly replacedIds: readonly number[];
      /** How long ago its agent was last heard of, on the monotonic clock; null for an alert about no single one. */
      readonly silentForMs: number | null;
    }
  | { readonly kind: 'grown'; readonly atMs: number; readonly alert: Alert; readonly by: number };

export interface ShownRecord {
  readonly atMs: number;
  readonly title: string;
  readonly alertIds: readonly number[];
  closedAtMs: number | null;
}

/** All that a shift left behind. */
export interface Recording {
  readonly plan: ShiftPlan;
  readonly polls: ReadonlyMap<string, readonly PollRecord[]>;
  readonly pollCount: number;
  readonly inbox: readonly InboxEvent[];
  readonly shown: readonly ShownRecord[];
  readonly keptQuiet: ReadonlyMap<QuietReason, number>;
}
