import { build, runSuite, type Suite, suites } from './runner/run-suite.ts';
import { ensureSystemPackages } from './runner/system-packages.ts';
import { add, isEmpty, lineOf, noTests, oneFailure, type Tally } from './runner/tally.ts';

/** `node test/run.ts [unit|integration|e2e] [--electron] [words for vitest]`; no suite means all of them. */
const [first, ...rest] = process.argv.slice(2);
const only = suites.find((suite) => suite === first);
const words = only === undefined && first !== undefined ? [first, ...rest] : rest;

if (words.includes('--electron')) process.env['CROCO_E2E_HOST'] = 'electron';

const tally = await runAll(only === undefined ? suitesHere() : [only]);
if (only === undefined && isEmpty(tally)) console.error('There was not a single test to run.');
console.log(lineOf(tally));
process.exitCode = tally.failed > 0 || (only === undefined && isEmpty(tally)) ? 1 : 0;

/** The other suites lean on Linux: its Secret Service, its Chromium, its signals. */
function suitesHere(): readonly Suite[] {
  if (process.platform === 'linux') return suites;
  console.log('Here only the unit suite runs: the integration suite and the e2e suite on the preview need');
  console.log('Linux. The e2e suite on Electron runs everywhere: npm run test:e2e -- --electron');
  return ['unit'];
}

async function runAll(chosen: readonly Suite[]): Promise<Tally> {
  const isOnlyUnit = chosen.every((suite) => suite === 'unit');
  if (!isOnlyUnit && !ensureSystemPackages()) return oneFailure;
  let total = noTests;
  let isBuilt = false;
  for (const suite of chosen) {
    if (suite !== 'unit' && !isBuilt) {
      isBuilt = await build();
      if (!isBuilt) {
        console.error('The build failed, so that the tests that need it could not run.');
        return add(total, oneFailure);
      }
    }
    const result = await runSuite(
      suite,
      words.filter((word) => word !== '--electron'),
    );
    if (isEmpty(result)) console.log(`The ${suite} suite has no tests yet.`);
    total = add(total, result);
  }
  return total;
}
