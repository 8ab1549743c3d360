import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createElectronBinary } from '../../../build/electron-binary.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';

async function put(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'node_modules', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const complete = {
  'electron/package.json': '{"version":"45.4.1"}',
  'electron/path.txt': 'electron',
  'electron/dist/version': '45.4.1',
  'electron/dist/electron': '',
  'electron/dist/icudtl.dat': '',
};

test('a complete binary of the installed version is there', async () => {
  await using root = await makeTemporaryDirectory();
  await put(root.path, complete);
  const binary = createElectronBinary(root.path);
  expect(binary.find()).toBe(join(root.path, 'node_modules/electron/dist/electron'));
  expect(await binary.ensure()).toBe('there');
});

test('a binary of another version is not there', async () => {
  await using root = await makeTemporaryDirectory();
  await put(root.path, { ...complete, 'electron/dist/version': '44.0.0' });
  expect(createElectronBinary(root.path).find()).toBeNull();
});

test('a binary whose unpacking was cut off is not there, and the installer is not told that it is', async () => {
  await using root = await makeTemporaryDirectory();
  const { 'electron/dist/icudtl.dat': _, ...half } = complete;
  const installer = `const { existsSync, writeFileSync } = require('node:fs');
    if (!existsSync(__dirname + '/path.txt')) writeFileSync(__dirname + '/dist/icudtl.dat', '');
    writeFileSync(__dirname + '/path.txt', 'electron');`;
  await put(root.path, { ...half, 'electron/install.js': installer });
  vi.stubGlobal('fetch', async () => new Response());
  const binary = createElectronBinary(root.path);
  expect(binary.find()).toBeNull();
  expect(await binary.ensure()).toBe('fetched');
  expect(binary.find()).not.toBeNull();
});

test('a failure is remembered for a day and then tried again', async () => {
  await using root = await makeTemporaryDirectory();
  await put(root.path, { 'electron/package.json': '{"version":"45.4.1"}' });
  const binary = createElectronBinary(root.path);
  const reach = vi.fn(async () => {
    throw new TypeError('fetch failed');
  });
  vi.stubGlobal('fetch', reach);
  expect(await binary.ensure()).toBe('out-of-reach');
  expect(await binary.ensure()).toBe('recently-out-of-reach');
  const yesterday = new Date(Date.now() - 25 * 60 * 60_000);
  await utimes(join(root.path, 'node_modules/.cache/croco-tray/electron-out-of-reach'), yesterday, yesterday);
  expect(await binary.ensure()).toBe('out-of-reach');
  expect(reach).toHaveBeenCalledTimes(2);
});
