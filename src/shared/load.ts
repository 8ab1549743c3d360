/** How the dialler is asked and how it answers. */
export interface LoadFigures {
  /** Over the last minute, or since the start when that is less. */
  readonly requestsPerMinute: number;
  readonly errorsPerMinute: number;
  /** Null before the first answer. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}
