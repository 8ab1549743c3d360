import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { pack } from '../fakes/packager.ts';
import { fusesOn, makeStubElectron } from '../fakes/stub-electron.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../fakes/temporary-directory.ts';

const root = join(import.meta.dirname, '../..');

let directory: TemporaryDirectory;
let app: string;

beforeAll(async () => {
  if (!(await buildWhenNeeded(root))) throw new Error('The build failed.');
  directory = await makeTemporaryDirectory();
  const dist = join(directory.path, 'electron');
  await makeStubElectron('win', dist);
  await pack({ words: ['--win', 'dir', '--x64'], dist, output: join(directory.path, 'out') });
  app = join(directory.path, 'out/win-unpacked');
}, 240_000);

afterAll(() => directory[Symbol.asyncDispose]());

describe('the app for Windows', () => {
  it('is a program of its own name, with the fuses that it should have', async () => {
    const program = await readFile(join(app, 'Croco Tray.exe'));
    expect(fusesOn(program)).toEqual(['asar integrity', 'only from asar', 'wasm trap handlers']);
    const text = program.toString('utf16le');
    for (const word of ['Croco Tray', 'Croco Tray contributors', 'ELECTRONASAR'])
      expect(text).toContain(word);
  });

  it('carries the keytar of Windows and no other', () => {
    const native = globSync('**/*.node', { cwd: app });
    expect(native).toHaveLength(1);
    expect(native.join().replaceAll('\\', '/')).toContain(
      'app.asar.unpacked/node_modules/keytar/prebuilds/win32-x64/',
    );
  });
});
