import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { electronSupport } from '../../build/electron-support.ts';
import { shippedPackages } from '../../build/shipped-packages.ts';
import { runReported } from '../runner/run-suite.ts';
import { ensureSystemPackages } from '../runner/system-packages.ts';
import { lineOf, tallyOf } from '../runner/tally.ts';
import { onElectronOnly, readEvidence } from './evidence.ts';

/** `npm run hardening`: runs the test files that docs/evidence.md names, and lists the packages inside the app. */
const root = join(import.meta.dirname, '../..');

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});
const manifest = z.object({ devDependencies: z.object({ electron: z.string() }) });

async function run(): Promise<boolean> {
  if (!ensureSystemPackages() || !(await buildWhenNeeded(root))) return false;
  const claims = readEvidence(root);
  const files = new Set(claims.flatMap(({ tests }) => tests));
  const ran = await runReported(['--reporter=dot', ...files]);
  const good = goodFiles(ran.report);

  for (const { text, tests } of claims) {
    const missing = tests.filter((file) => !good.has(file));
    const note = tests.includes(onElectronOnly) ? ' (in part left to real Electron)' : '';
    console.log(`${missing.length === 0 ? 'holds' : 'FAILS'}  ${text}${note}`);
    for (const file of missing) console.log(`         not passed: ${file}`);
  }

  const { devDependencies } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const electron = electronSupport(devDependencies.electron, new Date());
  const over = electron.isSupported ? '' : ', which is OVER';
  console.log(
    `\nElectron ${electron.version}: supported until ${electron.until ?? 'an unknown day'}${over}.`,
  );

  const shipped = shippedPackages(root);
  console.log(`\n${shipped.length} packages of others are inside the app, besides Electron itself:`);
  for (const { name, version, licence } of shipped) console.log(`  ${name} ${version} (${licence})`);

  const held = claims.filter(({ tests }) => tests.every((file) => good.has(file))).length;
  const tally = tallyOf(ran.report, ran.exitCode);
  console.log(`\n${held}/${claims.length} claims hold.\n${lineOf(tally)}`);
  return held === claims.length && electron.isSupported && tally.failed === 0;
}

/** A file of which nothing ran proves nothing. */
function goodFiles(value: unknown): ReadonlySet<string> {
  const { testResults } = report.parse(value ?? { testResults: [] });
  return new Set(
    testResults
      .filter(
        ({ status, assertionResults }) =>
          status === 'passed' && assertionResults.some((test) => test.status === 'passed'),
      )
      .map(({ name }) => relative(root, name).replaceAll('\\', '/')),
  );
}

process.exitCode = (await run()) ? 0 : 1;
