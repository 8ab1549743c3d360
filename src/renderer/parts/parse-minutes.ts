const minuteMs = 60_000;

export interface MinutesBounds {
  readonly min: number;
  readonly max: number;
  /** Empty means none. */
  readonly isOptional?: boolean;
}

/** Undefined when the text is not a number of minutes within the bounds. */
export function parseMinutes(
  text: string,
  { min, max, isOptional }: MinutesBounds,
): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return isOptional ? null : undefined;
  const minutes = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  return minutes >= min && minutes <= max ? minutes * minuteMs : undefined;
}

export const minutesText = (durationMs: number | null): string =>
  durationMs === null ? '' : String(Math.round((durationMs / minuteMs) * 10) / 10);
