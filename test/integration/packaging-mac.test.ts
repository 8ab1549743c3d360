import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { languages } from '../../src/shared/settings.ts';
import { pack, putOnPath } from '../fakes/packager.ts';
import { fusesOn, makeStubElectron } from '../fakes/stub-electron.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../fakes/temporary-directory.ts';

const root = join(import.meta.dirname, '../..');
const codesign = `require('node:fs').appendFileSync(process.env.CODESIGN_CALLS, JSON.stringify(words) + '\\n');`;

let directory: TemporaryDirectory;
let app: string;
/** The words of each call of codesign, in order. */
let calls: readonly (readonly string[])[];

beforeAll(async () => {
  if (!(await buildWhenNeeded(root))) throw new Error('The build failed.');
  directory = await makeTemporaryDirectory();
  const at = (path: string): string => join(directory.path, path);
  await makeStubElectron('mac', at('electron'));
  await pack({
    words: ['--mac', 'dir', '--arm64'],
    dist: at('electron'),
    output: at('out'),
    env: {
      PATH: await putOnPath(at('bin'), { codesign }),
      CODESIGN_CALLS: at('calls'),
      NODE_OPTIONS: `--require=${join(import.meta.dirname, '../fixtures/pretend-mac.cjs')}`,
    },
  });
  app = at('out/mac-arm64/Croco Tray.app');
  const lines = (await readFile(at('calls'), 'utf8')).trim().split('\n');
  calls = lines.map((line) => z.array(z.string()).parse(JSON.parse(line)));
}, 240_000);

afterAll(() => directory[Symbol.asyncDispose]());

const contents = (path: string): Promise<Buffer> => readFile(join(app, 'Contents', path));

describe('the app for macOS, where there is no certificate', () => {
  it('is signed by nobody: first whole, as its fuses are set, and then part by part with what it may do', () => {
    const [first = [], ...others] = calls;
    expect(first).toEqual(expect.arrayContaining(['--sign', '-', '--force', '--deep', app]));
    const parts = others.filter(([word]) => word === '--sign');
    expect(parts.length).toBeGreaterThan(1);
    for (const words of parts) {
      expect(words.slice(0, 3)).toEqual(['--sign', '-', '--force']);
      expect(words.join(' ')).toContain('--options runtime --entitlements build/entitlements.mac.plist');
    }
    expect(parts.at(-1)?.at(-1)).toBe(app);
    expect(calls.findIndex(([word]) => word === '--verify')).toBeGreaterThan(
      calls.indexOf(parts.at(-1) ?? []),
    );
  });

  it('may load its own frameworks and keytar, though nobody has signed them', async () => {
    const entitlements = await readFile(join(root, 'build/entitlements.mac.plist'), 'utf8');
    expect(entitlements).toMatch(/disable-library-validation<\/key>\s*<true\/>/);
  });

  it('has the fuses that it should have', async () => {
    const framework = await contents('Frameworks/Electron Framework.framework/Electron Framework');
    expect(fusesOn(framework)).toEqual(['asar integrity', 'only from asar', 'wasm trap handlers']);
  });

  it('keeps out of the Dock, needs the macOS that Electron needs, and knows what its archive has to be', async () => {
    const plist = (await contents('Info.plist')).toString();
    expect(plist).toMatch(/<key>LSUIElement<\/key>\s*<true\/>/);
    expect(plist).toMatch(
      /<key>CFBundleIdentifier<\/key>\s*<string>io\.github\.croco-tray\.CrocoTray<\/string>/,
    );
    expect(plist).toMatch(/<key>LSMinimumSystemVersion<\/key>\s*<string>13\.0<\/string>/);
    expect(plist).toMatch(/<key>ElectronAsarIntegrity<\/key>/);
  });

  it('carries the keytar of this Mac and no other, and its own languages', () => {
    const native = globSync('**/*.node', { cwd: app });
    expect(native).toHaveLength(1);
    expect(native.join()).toContain('app.asar.unpacked/node_modules/keytar/prebuilds/darwin-arm64/');
    const spoken = globSync('Contents/Resources/*.lproj', { cwd: app });
    expect(spoken.map((path) => path.replace(/^.*\/(\w\w).*$/, '$1')).toSorted()).toEqual(
      languages.toSorted(),
    );
  });
});
