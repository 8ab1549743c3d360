import { expect, it } from 'vitest';
import { rowsOf, tableOf } from '../../faults/matrix.ts';

const fault = { area: 'Network', row: 'refused', sees: 'Nothing answers', recovery: '2.0 s' };
const passed = { status: 'passed', fullName: 'network: refused', meta: { fault } };
const reportOf = (...assertionResults: readonly unknown[]) => ({
  testResults: [{ name: 'network.test.ts', message: '', assertionResults }],
});

it('a row of the matrix says what its test left behind', () => {
  expect(rowsOf(reportOf(passed))).toEqual([{ ...fault, holds: true }]);
});

it('a test without a row counts only when it fails', () => {
  const other = { status: 'passed', fullName: 'no row stands twice', meta: {} };
  expect(rowsOf(reportOf(other))).toEqual([]);
  expect(rowsOf(reportOf({ ...other, status: 'failed' }))).toMatchObject([
    { row: 'no row stands twice', holds: false },
  ]);
});

it('a row that failed, a file that did not load and a report that is missing fail', () => {
  expect(rowsOf(reportOf({ ...passed, status: 'failed' }))).toEqual([{ ...fault, holds: false }]);
  expect(rowsOf(reportOf())).toMatchObject([{ holds: false }]);
  expect(rowsOf(null)).toMatchObject([{ holds: false }]);
});

it('the table names every area, and counts on its last line', () => {
  const rows = [
    { ...fault, holds: true },
    { ...fault, area: 'Machine', sees: '', holds: false },
  ];
  const lines = tableOf(rows);
  expect(lines).toContain('refused  Nothing answers     2.0 s');
  expect(lines).toContain('refused FAILED  –                   2.0 s');
  expect(lines.at(-1)).toBe('2 rows (Network 1, Machine 1): 1 hold, 1 fail');
});
