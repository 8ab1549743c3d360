import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { shippedPackages } from '../../build/shipped-packages.ts';
import { languages } from '../../src/shared/settings.ts';
import { pack } from '../fakes/packager.ts';
import { fusesOn, makeStubElectron } from '../fakes/stub-electron.ts';

const root = join(import.meta.dirname, '../..');

let folder: string;
let app: string;
let asar: string;
/** Paths inside the archive, without the leading slash and without folders. */
let packed: readonly string[];

beforeAll(async () => {
  if (!(await buildWhenNeeded(root))) throw new Error('The build failed.');
  folder = await mkdtemp(join(tmpdir(), 'croco-tray-packaging-'));
  const dist = join(folder, 'electron');
  await makeStubElectron('linux', dist);
  await pack({ words: ['--linux', 'dir', '--x64'], dist, output: join(folder, 'out') });
  app = join(folder, 'out/linux-unpacked');
  asar = join(app, 'resources/app.asar');
  const { header } = getRawHeader(asar);
  packed = listPackage(asar, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => isFile(header, path));
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function isFile(header: unknown, path: string): boolean {
  const node = path
    .split('/')
    .reduce<unknown>(
      (at, part) => (at as { files?: Record<string, unknown> } | undefined)?.files?.[part],
      header,
    );
  return node !== undefined && !Object.hasOwn(node as object, 'files');
}

describe('the packed app', () => {
  it('holds the bundles, one keytar and nothing else', () => {
    const allowed = [
      /^package\.json$/,
      /^out\/main\/[^/]+\.js$/,
      /^out\/main\/chunks\/[^/]+\.wasm$/,
      /^out\/main\/chunks\/32x32-[^/]+\.png$/,
      /^out\/preload\/index\.cjs$/,
      /^out\/renderer\/index\.html$/,
      /^out\/renderer\/assets\/[^/]+\.(?:js|css)$/,
      /^node_modules\/keytar\/(?:package\.json|LICENSE\.md|lib\/keytar\.js|prebuilds\/linux-x64\/[^/]+\.node)$/,
    ];
    expect(packed.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
    for (const pattern of allowed) expect(packed.filter((path) => pattern.test(path))).not.toEqual([]);
  });

  it('has exactly one native file, unpacked, for the machine it is packed for', async () => {
    const native = globSync('**/*.node', { cwd: app });
    expect(native).toHaveLength(1);
    expect(native[0]).toMatch(
      /^resources\/app\.asar\.unpacked\/node_modules\/keytar\/prebuilds\/linux-x64\//,
    );
    const content = await readFile(join(app, native[0] ?? ''));
    // ELF for x86-64.
    expect(content.subarray(1, 4).toString()).toBe('ELF');
    expect(content.readUInt16LE(18)).toBe(0x3e);
  });

  it('carries the renderer of the tray icon', async () => {
    const wasm = packed.filter((path) => path.endsWith('.wasm'));
    expect(wasm).toHaveLength(1);
    expect(extractFile(asar, wasm[0] ?? '').subarray(0, 4)).toEqual(Buffer.from([0, 0x61, 0x73, 0x6d]));
    expect(extractFile(asar, 'out/main/index.js').toString()).toContain(wasm[0]?.split('/').at(-1));
  });

  it('knows its names, and none of its tools', () => {
    const { name, productName, main, desktopName, ...others } = JSON.parse(
      extractFile(asar, 'package.json').toString(),
    );
    expect({ name, productName, main, desktopName }).toEqual({
      name: 'croco-tray',
      productName: 'Croco Tray',
      main: './out/main/index.js',
      desktopName: 'io.github.croco-tray.CrocoTray.desktop',
    });
    expect(others).not.toHaveProperty('devDependencies');
    expect(others).not.toHaveProperty('scripts');
  });

  it('has its own licence and those of all packages in it beside it', async () => {
    const own = await readFile(join(app, 'resources/LICENSE.txt'), 'utf8');
    expect(own).toBe(await readFile(join(root, 'LICENSE'), 'utf8'));
    const others = await readFile(join(app, 'resources/THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const { name, version } of shippedPackages(root)) expect(others).toContain(`\n${name} ${version} (`);
    expect(globSync('LICENSE*', { cwd: app })).not.toEqual([]);
  });

  it('needs nothing at run time that is not in it', () => {
    const bundled = packed.filter((path) => /^out\/main\/.*\.js$/.test(path));
    const wanted = bundled.flatMap((path) => {
      const code = extractFile(asar, path).toString();
      const imports = code.matchAll(/(?:\bfrom|\bimport\(?|\brequire\()\s*["'`]([^"'`\s]+)["'`]/g);
      return [...imports].map(([, specifier = '']) => specifier);
    });
    const outside = wanted.filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier));
    expect(new Set(outside)).toEqual(new Set(['electron', 'keytar']));
  });

  it('has its fuses as they should be', async () => {
    expect(fusesOn(await readFile(join(app, 'croco-tray')))).toEqual([
      'asar integrity',
      'only from asar',
      'wasm trap handlers',
    ]);
  });

  it('speaks only the languages the app speaks', () => {
    const packs = globSync('*.pak', { cwd: join(app, 'locales') });
    expect(packs.map((name) => name.split(/[-.]/)[0]).sort()).toEqual(languages.toSorted());
  });

  it('is small', async () => {
    const bytes = (await stat(asar)).size;
    const scripts = packed
      .filter((path) => /^out\/main\/.*\.js$/.test(path))
      .reduce((sum, path) => sum + extractFile(asar, path).length, 0);
    console.log(`app.asar: ${(bytes / 1024 ** 2).toFixed(2)} MiB in ${packed.length} files`);
    console.log(`main bundle: ${(scripts / 1024 ** 2).toFixed(2)} MiB without the wasm`);
    expect(scripts).toBeLessThanOrEqual(1024 ** 2);
    expect(bytes).toBeLessThan(6 * 1024 ** 2);
  });
});
