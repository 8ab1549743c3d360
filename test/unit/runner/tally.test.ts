import { describe, expect, it } from 'vitest';
import { lineOf, tallyOf } from '../../runner/tally.ts';

const report = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

const broken = { status: 'failed', assertionResults: [] };

describe('the last line of a test run', () => {
  it.each([
    ['all is well', report, 0, '5 passed, 0 failed'],
    ['tests failed', { ...report, numFailedTests: 2 }, 1, '5 passed, 2 failed'],
    ['some were left out', { ...report, numPendingTests: 2 }, 0, '5 passed, 0 failed, 2 skipped'],
    ['a file did not load', { ...report, testResults: [broken] }, 1, '5 passed, 1 failed'],
    ['the run ended badly for no reason a test gave', report, 1, '5 passed, 1 failed'],
    ['the run was killed', report, null, '5 passed, 1 failed'],
    ['there is no report', null, 0, '0 passed, 1 failed'],
  ])('when %s', (_when, value, exitCode, line) => {
    expect(lineOf(tallyOf(value, exitCode))).toBe(line);
  });
});
