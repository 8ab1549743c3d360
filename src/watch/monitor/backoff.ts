const firstMs = 1_000;
const longestMs = 60_000;

/**
 * How long to wait before the next probe after `failures` failures in a row (1 or more): anywhere between
 * a second and a bound that doubles up to a minute, so that many desktops do not return in step.
 */
export function backoffMs(failures: number, random: () => number): number {
  const boundMs = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 16));
  return Math.round(firstMs + random() * (boundMs - firstMs));
}
