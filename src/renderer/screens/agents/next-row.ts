interface Rows {
  readonly count: number;
  /** How many rows are in sight. */
  readonly perPage: number;
}

/** Where a key leads from a row; null for keys that lead nowhere. */
export function nextRow(key: string, at: number, { count, perPage }: Rows): number | null {
  const page = Math.max(1, perPage - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}
