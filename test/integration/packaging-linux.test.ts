import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildWhenNeeded } from '../../build/build-when-needed.ts';
import { pack, putOnPath } from '../fakes/packager.ts';
import { makeStubElectron } from '../fakes/stub-electron.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../fakes/temporary-directory.ts';

const root = join(import.meta.dirname, '../..');

/** Writes down what it is called with, and the files that are gone when it has ended. */
const fpm = `
  const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
  const after = (option) => words[words.indexOf(option) + 1];
  const desktop = words.find((word) => word.includes('.desktop='))?.split('=')[0];
  const files = { install: after('--after-install'), remove: after('--after-remove'), desktop };
  const texts = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readFileSync(file, 'utf8')]));
  appendFileSync(process.env.FPM_CALLS, JSON.stringify({ words, texts }) + '\\n');
  writeFileSync(after('--package'), 'stub');
`;
/** Keeps the folder that it was to pack. */
const mksquashfs = `
  const { cpSync, writeFileSync } = require('node:fs');
  cpSync(words[0], process.env.APP_DIR, { recursive: true, verbatimSymlinks: true });
  writeFileSync(words[1], Buffer.alloc(64));
`;

const call = z.object({
  words: z.array(z.string()),
  texts: z.object({ install: z.string(), remove: z.string(), desktop: z.string() }),
});

let directory: TemporaryDirectory;
let appDir: string;
let calls: Map<string, z.infer<typeof call>>;

beforeAll(async () => {
  if (!(await buildWhenNeeded(root))) throw new Error('The build failed.');
  directory = await makeTemporaryDirectory();
  const at = (path: string): string => join(directory.path, path);
  appDir = at('app-dir');
  await makeStubElectron('linux', at('electron'));
  await putOnPath(at('appimage-tools'), { mksquashfs, 'desktop-file-validate': '' });
  for (const folder of ['runtimes', 'lib/x64'])
    await mkdir(at(`appimage-tools/${folder}`), { recursive: true });
  await writeFile(at('appimage-tools/runtimes/runtime-x64'), 'runtime');
  await pack({
    words: ['--linux', 'deb', 'rpm', 'AppImage', '--x64'],
    dist: at('electron'),
    output: at('out'),
    env: {
      PATH: await putOnPath(at('bin'), { fpm }),
      USE_SYSTEM_FPM: 'true',
      APPIMAGE_TOOLS_PATH: at('appimage-tools'),
      FPM_CALLS: at('calls'),
      APP_DIR: appDir,
    },
  });
  const lines = (await readFile(at('calls'), 'utf8')).trim().split('\n');
  calls = new Map(
    lines.map((line) => {
      const parsed = call.parse(JSON.parse(line));
      return [parsed.words[parsed.words.indexOf('-t') + 1] ?? '', parsed];
    }),
  );
}, 240_000);

afterAll(() => directory[Symbol.asyncDispose]());

function callOf(target: string) {
  const found = calls.get(target);
  if (found === undefined) throw new Error(`fpm was not called for ${target}.`);
  const { words, texts } = found;
  const valuesOf = (option: string): readonly string[] =>
    words.flatMap((word, index) => (word === option ? [words[index + 1] ?? ''] : []));
  return { words, texts, valuesOf };
}

describe.each(['deb', 'rpm'])('the %s', (target) => {
  it('names who looks after it, where it comes from, and its licence', () => {
    const { valuesOf } = callOf(target);
    expect(valuesOf('--name')).toEqual(['croco-tray']);
    expect(valuesOf('--maintainer')).toEqual([
      expect.stringMatching(/^Croco Tray contributors <\S+@\S+\.\S+>$/),
    ]);
    expect(valuesOf('--url')).toEqual(['https://github.com/croco-tray/croco-tray']);
    expect(valuesOf('--license')).toEqual(['MIT']);
    expect(valuesOf('--description').join()).toContain('A desktop tray companion');
  });

  it('installs to a folder without a space, in which Chromium finds its sandbox', () => {
    const { words, texts } = callOf(target);
    expect(words.find((word) => word.endsWith('=/opt/croco-tray'))).toBeDefined();
    expect(texts.install).toContain("chmod 4755 '/opt/croco-tray/chrome-sandbox'");
    expect(words.filter((word) => word.includes('=/') && word.includes(' '))).toEqual([]);
  });

  it('has a desktop file with the name that people read, named as the app names itself', async () => {
    const { words, texts } = callOf(target);
    const { desktopName } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(words.some((word) => word.endsWith(`=/usr/share/applications/${desktopName}`))).toBe(true);
    expect(texts.desktop.split('\n')).toEqual(
      expect.arrayContaining([
        'Name=Croco Tray',
        'Exec=/opt/croco-tray/croco-tray %U',
        'Icon=croco-tray',
        `StartupWMClass=${desktopName.replace(/\.desktop$/, '')}`,
        'Categories=Office;',
      ]),
    );
  });

  it('brings a profile for AppArmor, puts it in place and takes it away', async () => {
    const { texts } = callOf(target);
    const profile = await readFile(
      join(directory.path, 'out/linux-unpacked/resources/apparmor-profile'),
      'utf8',
    );
    expect(profile).toMatch(
      /profile "croco-tray" "\/opt\/croco-tray\/croco-tray" flags=\(unconfined\) \{\n\s+userns,/,
    );
    expect(texts.install).toContain("APPARMOR_PROFILE_SOURCE='/opt/croco-tray/resources/apparmor-profile'");
    expect(texts.install).toContain("APPARMOR_PROFILE_TARGET='/etc/apparmor.d/croco-tray'");
    expect(texts.remove).toContain("APPARMOR_PROFILE_DEST='/etc/apparmor.d/croco-tray'");
  });
});

it('the deb needs what Electron and keytar are linked to', () => {
  const { valuesOf } = callOf('deb');
  const needed = [
    'libgtk-3-0',
    'libnss3',
    'libnotify4',
    'libgbm1',
    'libasound2t64 | libasound2',
    'libsecret-1-0',
  ];
  expect(valuesOf('-d')).toEqual(expect.arrayContaining(needed));
  expect(valuesOf('--architecture')).toEqual(['amd64']);
  expect(valuesOf('--package').join()).toMatch(/croco-tray-\d+\.\d+\.\d+-linux-amd64\.deb$/);
});

it('the rpm needs what Electron and keytar are linked to', () => {
  const { valuesOf } = callOf('rpm');
  const needed = ['gtk3', 'nss', 'libnotify', '(mesa-libgbm or libgbm1)', '(alsa-lib or libasound2)'];
  expect(valuesOf('-d')).toEqual(expect.arrayContaining([...needed, '(libsecret or libsecret-1-0)']));
});

describe('the AppImage', () => {
  const unshare = (code: number) => `process.exit(${code});`;

  async function startedWith(unshareCode: number): Promise<unknown> {
    const folder = join(directory.path, `app-run-${unshareCode}`);
    await putOnPath(folder, { 'croco-tray': 'console.log(JSON.stringify(words));' });
    const PATH = await putOnPath(join(folder, 'bin'), { unshare: unshare(unshareCode) });
    const run = spawn('bash', [join(appDir, 'AppRun'), '--demo'], {
      env: { ...process.env, APPDIR: folder, PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    run.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(run, 'close');
    return JSON.parse(said);
  }

  it('leaves the sandbox off only where the system forbids it', async () => {
    expect(await startedWith(0)).toEqual(['--demo']);
    expect(await startedWith(1)).toEqual(['--no-sandbox', '--demo']);
  });

  it('has a desktop file that leaves the sandbox on', async () => {
    const [file = ''] = globSync('*.desktop', { cwd: appDir });
    expect(file).toBe('io.github.croco-tray.CrocoTray.desktop');
    const lines = (await readFile(join(appDir, file), 'utf8')).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['Name=Croco Tray', 'Exec=AppRun %U']));
  });
});
