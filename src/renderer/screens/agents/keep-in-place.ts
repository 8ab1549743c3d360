interface Before {
  readonly keys: readonly string[];
  /** What was in sight, from the top. */
  readonly inSight: readonly string[];
  readonly isAtTop: boolean;
  /** The row that has the focus. */
  readonly focused: string | null;
  readonly open: string | null;
}

/**
 * Which row stays where it is on the screen when the rows change: the one with the focus; otherwise, when rows
 * only came or went, the first in sight. Null leaves the list scrolled as it is. Whoever looks at the top wants
 * to see who comes up there, unless they are reading an open row.
 */
export function keepInPlace(before: Before, keys: readonly string[]): string | null {
  const now = new Set(keys);
  const { focused, open, inSight, isAtTop } = before;
  const isSeen = focused !== null && inSight.includes(focused) && now.has(focused);
  if (isSeen && (!isAtTop || focused === open)) return focused;
  if (isAtTop) return null;
  const known = new Set(before.keys);
  const stayed = before.keys.filter((key) => now.has(key));
  const isSameOrder = keys.filter((key) => known.has(key)).every((key, index) => key === stayed[index]);
  return isSameOrder ? (inSight.find((key) => now.has(key)) ?? null) : null;
}
