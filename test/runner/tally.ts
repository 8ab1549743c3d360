import { z } from 'zod';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: 0 };

export const oneFailure: Tally = { passed: 0, failed: 1, skipped: 0 };

/** What we read of the JSON report, which follows Jest's. */
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** A file that does not load and a run that ends badly count as failures, though no test of theirs did. */
export function tallyOf(value: unknown, exitCode: number | null): Tally {
  const parsed = report.safeParse(value);
  if (!parsed.success) return oneFailure;
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = numFailedTests + brokenFiles.length;
  const isUnexplained = exitCode !== 0 && failed === 0;
  return { passed, failed: isUnexplained ? 1 : failed, skipped: numPendingTests + numTodoTests };
}

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const isEmpty = ({ passed, failed, skipped }: Tally): boolean => passed + failed + skipped === 0;

export const lineOf = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
