import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, runReported } from '../runner/run-suite.ts';
import { ensureSystemPackages } from '../runner/system-packages.ts';
import { rowsOf, tableOf } from './matrix.ts';

/** `npm run faults`: every row of the fault matrix, as its test found it; the last line counts them. */
const root = join(import.meta.dirname, '../..');
const machine = 'test/integration/machine-faults';
const hasMachine = existsSync(join(root, machine));

if (hasMachine && !(ensureSystemPackages() && (await build()))) process.exit(1);
const folders = ['test/integration/faults', ...(hasMachine ? [machine] : [])];
const { report, exitCode } = await runReported(['--project', 'integration', '--reporter=dot', ...folders]);
const rows = rowsOf(report);
console.log(`\n${tableOf(rows).join('\n')}`);
process.exitCode = exitCode === 0 && rows.every(({ holds }) => holds) ? 0 : 1;
