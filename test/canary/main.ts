import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { runSuite } from '../runner/run-suite.ts';
import { ensureSystemPackages } from '../runner/system-packages.ts';
import { add, lineOf, oneFailure } from '../runner/tally.ts';

/** `npm run canary`: first that the searcher finds what is planted, then that the app leaves nothing to find. */
const root = join(import.meta.dirname, '../..');

async function run() {
  if (!ensureSystemPackages() || !(await buildWhenNeeded(root))) return oneFailure;
  const searcher = await runSuite('unit', ['test/unit/canary']);
  return add(searcher, await runSuite('e2e', ['test/e2e/canary.test.ts']));
}

const tally = await run();
console.log(await readFile(join(root, 'artefacts/canary.txt'), 'utf8').catch(() => 'No table was made.'));
console.log(lineOf(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
