import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';
import { type Tally, tallyOf } from './tally.ts';

export const suites = ['unit', 'integration', 'e2e'] as const;
export type Suite = (typeof suites)[number];

const projects: Readonly<Record<Suite, readonly string[]>> = {
  unit: ['unit', 'dom'],
  integration: ['integration'],
  e2e: ['e2e'],
};

const root = join(import.meta.dirname, '../..');

/** Runs one suite and counts its tests; further words go to vitest as they are. */
export async function runSuite(suite: Suite, words: readonly string[]): Promise<Tally> {
  const chosen = projects[suite].flatMap((project) => ['--project', project]);
  const { report, exitCode } = await runReported([...chosen, '--reporter=default', ...words]);
  return tallyOf(report, exitCode);
}

/** Runs vitest and reads its JSON report; null when it left none. */
export async function runReported(
  words: readonly string[],
): Promise<{ readonly report: unknown; readonly exitCode: number | null }> {
  await using directory = await makeTemporaryDirectory();
  const reportPath = join(directory.path, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporter = ['--reporter=json', `--outputFile.json=${reportPath}`];
  const exitCode = await run(process.execPath, [vitest, 'run', '--passWithNoTests', ...reporter, ...words]);
  return { report: await readJson(reportPath), exitCode };
}

/** What the integration and e2e suites run: the very bundles that ship. */
export const build = async (): Promise<boolean> => (await run('npm', ['run', 'build'])) === 0;

async function run(program: string, words: readonly string[]): Promise<number | null> {
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && program === 'npm';
  const [exitCode] = await once(spawn(program, words, { cwd: root, stdio: 'inherit', shell }), 'exit');
  return typeof exitCode === 'number' ? exitCode : null;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
