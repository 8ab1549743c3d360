export const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

export const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Null of nothing, and where one is no number. */
export const p99 = (values: readonly number[]): number | null =>
  values.some(Number.isNaN)
    ? null
    : (values.toSorted((a, b) => a - b).at(Math.ceil(0.99 * values.length) - 1) ?? null);

/** To a hundredth. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return Math.round(middle * 100) / 100;
}
