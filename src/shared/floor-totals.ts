/**
 * The dialler's own counts of the whole floor; null where it did not say. They need not add up (docs/api.md
 * §2.1).
 */
export interface FloorTotals {
  readonly live: number | null;
  readonly paused: number | null;
  readonly ready: number | null;
  readonly inCall: number | null;
}
