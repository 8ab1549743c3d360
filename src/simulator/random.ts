/** A stream of numbers in [0, 1) that is the same for the same seed. */
export type Random = () => number;

/** mulberry32: small, fast, and even enough for a make-believe floor. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Gives every agent a stream of its own for every day, so that asking about one never moves another. */
export const seedOf = (seed: number, index: number, day: number): number =>
  Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^
  Math.imul(index + 1, 0xc2b2ae35) ^
  Math.imul(day + 1, 0x27d4eb2f);

export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

export const integer = (random: Random, low: number, high: number): number =>
  Math.floor(between(random, low, high + 1));

export function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

/** How long people take: mostly near the median, now and then very long. */
export function logNormal(random: Random, median: number, sigma: number, low: number, high: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(high, Math.max(low, median * Math.exp(sigma * normal)));
}
