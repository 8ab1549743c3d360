import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const root = join(import.meta.dirname, '../..');

/** What we read of the JSON report, which follows Jest's. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export interface RanTest {
  readonly file: string;
  readonly title: string;
  readonly status: string;
}

/** Runs these files, of whatever suites, and tells of each test in them how it ended. */
export async function runFiles(files: readonly string[]): Promise<readonly RanTest[]> {
  await using directory = await makeTemporaryDirectory();
  const path = join(directory.path, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${path}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1' },
  });
  await once(child, 'exit');
  const text = await readFile(path, 'utf8').catch(() => '{"testResults":[]}');
  return report.parse(JSON.parse(text)).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: relative(root, name).replaceAll('\\', '/'),
      title: fullName,
      status,
    })),
  );
}
