import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The rows to draw: those in sight, and these wherever they are. */
export const rangeWith =
  (kept: readonly (number | undefined)[]) =>
  (range: Range): number[] => {
    const inSight = defaultRangeExtractor(range);
    const more = kept.filter(
      (index) => index !== undefined && index < range.count && !inSight.includes(index),
    );
    return [...new Set([...inSight, ...more])].filter((index) => index !== undefined).sort((a, b) => a - b);
  };
