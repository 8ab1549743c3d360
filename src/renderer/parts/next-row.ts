interface Rows {
  readonly count: number;
  /** How many rows are in sight; left out where pages are left to the browser. */
  readonly perPage?: number;
}

/** Where a key leads from a row; null for keys that lead nowhere. */
export function nextRow(key: string, at: number, { count, perPage }: Rows): number | null {
  const page = perPage === undefined ? undefined : Math.max(1, perPage - 1);
  const steps: Readonly<Record<string, number | undefined>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: page === undefined ? undefined : at + page,
    PageUp: page === undefined ? undefined : at - page,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}
