import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { electronSupport } from '../../build/electron-support.ts';
import { shippedPackages } from '../../build/shipped-packages.ts';
import { ensureSystemPackages } from '../runner/system-packages.ts';
import { readChecklist } from './checklist.ts';
import { runFiles } from './run-files.ts';
import { verdictOf } from './verdict.ts';

/** `npm run hardening`: runs the tests that SECURITY.md names, counts its items, and lists what is shipped. */
const root = join(import.meta.dirname, '../..');
const aboutPackages = ['test/unit/package-lock.test.ts', 'test/integration/shipped-packages.test.ts'];

async function run(): Promise<boolean> {
  if (!ensureSystemPackages() || !(await buildWhenNeeded(root))) return false;
  const checklist = readChecklist();
  const files = [
    ...new Set(checklist.flatMap(({ proofs }) => proofs.map(({ file }) => file))),
    ...aboutPackages,
  ];
  const ran = await runFiles(files);

  const verdicts = checklist.map((item) => verdictOf(item, ran));
  for (const { item, passed, missing, leftToElectron } of verdicts) {
    const state = missing.length === 0 && passed > 0 ? 'holds' : 'FAILS';
    const left = leftToElectron.length === 0 ? '' : `, ${leftToElectron.length} left to real Electron`;
    console.log(`${String(item.number).padStart(2)} ${state}  ${item.name}: ${passed} tests${left}`);
    for (const { file, title } of missing) console.log(`     not passed: ${file}: ${title}`);
  }
  const held = verdicts.filter(({ missing, passed }) => missing.length === 0 && passed > 0).length;

  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const electron = electronSupport(devDependencies.electron, new Date());
  const until = electron.until ?? 'a day nobody wrote down';
  console.log(
    `\nElectron ${electron.version}: supported until ${until} at least${electron.isSupported ? '' : ', which is OVER'}.`,
  );

  const shipped = shippedPackages(root);
  console.log(`\n${shipped.length} packages of others are inside the app, besides Electron itself:`);
  for (const { name, version, licence } of shipped) console.log(`  ${name} ${version} (${licence})`);
  const failed = ran.filter(({ status }) => status === 'failed');
  const packagesHold = aboutPackages.every((file) =>
    ran.some((test) => test.file === file && test.status === 'passed'),
  );
  console.log(
    `\nAt installation only @github/keytar runs a script; every package has its checksum, or is inside one that has: ${packagesHold && failed.every(({ file }) => !aboutPackages.includes(file)) ? 'holds' : 'FAILS'}.`,
  );
  const passed = ran.filter(({ status }) => status === 'passed').length;
  console.log(`${held}/${checklist.length} items hold.\n${passed} passed, ${failed.length} failed`);
  return held === 20 && electron.isSupported && packagesHold && failed.length === 0;
}

process.exitCode = (await run()) ? 0 : 1;
