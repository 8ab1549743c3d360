import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildWhenNeeded } from '../../../build/build-when-needed.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';

const countBuild = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('out/main', { recursive: true });
writeFileSync('out/main/index.js', '');
appendFileSync('builds', '.');`;

async function makeProject(root: string, bundler: string) {
  const files = {
    'src/index.ts': '',
    'node_modules/electron-vite/bin/electron-vite.js': '',
    'node_modules/vite/bin/vite.js': bundler,
    'build/third-party-licences.ts': '',
    'package.json': '{"type":"module"}',
    'node_modules/vite/package.json': '{"type":"module"}',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const aMinuteAgo = new Date(Date.now() - 60_000);
  for (const source of ['src/index.ts', 'package.json', 'build/third-party-licences.ts'])
    await utimes(join(root, source), aMinuteAgo, aMinuteAgo);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
}

const buildsOf = (root: string): Promise<string> => readFile(join(root, 'builds'), 'utf8');

test('what has not changed is built once', async () => {
  await using root = await makeTemporaryDirectory();
  await makeProject(root.path, countBuild);
  expect(await buildWhenNeeded(root.path)).toBe(true);
  expect(await buildWhenNeeded(root.path)).toBe(true);
  expect(await buildsOf(root.path)).toBe('.');
});

test('what was edited during a build is built the next time', async () => {
  await using root = await makeTemporaryDirectory();
  await makeProject(root.path, `${countBuild}\nwriteFileSync('src/index.ts', 'edited');`);
  await buildWhenNeeded(root.path);
  await buildWhenNeeded(root.path);
  expect(await buildsOf(root.path)).toBe('..');
});

test('a build that fails is no build', async () => {
  await using root = await makeTemporaryDirectory();
  await makeProject(root.path, `${countBuild}\nprocess.exitCode = 1;`);
  expect(await buildWhenNeeded(root.path)).toBe(false);
  expect(await buildWhenNeeded(root.path)).toBe(false);
  expect(await buildsOf(root.path)).toBe('..');
});
