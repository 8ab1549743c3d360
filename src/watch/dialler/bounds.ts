/**
 * How much of an answer is looked at. An agent's real one has 700 bytes and 14 values, before which PHP may print
 * its warnings; a list of 3,000 users has 200 kB to 1 MB.
 */
export interface Bounds {
  readonly bytes: number;
  /** Values of JSON, or elements of XML, all attempts at reading them taken together. */
  readonly values: number;
  /** In one object. */
  readonly keys: number;
}

export const shortAnswer: Bounds = { bytes: 128 * 1024, values: 4_000, keys: 500 };
export const listAnswer: Bounds = { bytes: 2 * 1024 * 1024, values: 120_000, keys: 10_000 };

export const mostLevels = 24;

/** What is left of the bounds while one answer is read. */
export interface Budget {
  values: number;
  readonly keys: number;
}

export const budgetOf = ({ values, keys }: Bounds): Budget => ({ values, keys });

const valuesInAStep = 500;

/** Whether one more value may be read, and whether it is time for a pause. */
export function spend(budget: Budget): 'go' | 'pause' | 'stop' {
  budget.values -= 1;
  if (budget.values < 0) return 'stop';
  return budget.values % valuesInAStep === 0 ? 'pause' : 'go';
}
