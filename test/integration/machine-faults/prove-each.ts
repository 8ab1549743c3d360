import { it } from 'vitest';
import type { MachineFault } from './rows.ts';

/** A hundred processes take their time on a busy machine. */
const longestMs = 180_000;

/** One test for each row, none forgotten; what the row says is left for whoever prints the matrix. */
export function proveEach<Key extends string>(
  faults: Readonly<Record<Key, MachineFault>>,
  proofs: Readonly<Record<Key, () => Promise<void>>>,
): void {
  for (const key of Object.keys(faults) as Key[]) {
    const { name, sentence, recovery } = faults[key];
    it(name, { timeout: longestMs }, async ({ task }) => {
      Object.assign(task.meta, { fault: { area: 'Machine', row: name, sees: sentence ?? '', recovery } });
      await proofs[key]();
    });
  }
}
