import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagerWords } from './packager-words.ts';
import { runBuild } from './run-build.ts';

/** `npm run package`: builds, and makes installers for this system or the one that is named. */
const root = join(import.meta.dirname, '..');
const words = packagerWords(process.argv.slice(2), {
  platform: process.platform,
  env: process.env,
  certificates: () =>
    spawnSync('security', ['find-identity', '-v', '-p', 'codesigning'], { encoding: 'utf8' }).stdout ?? '',
});

if ('problem' in words) {
  console.error(words.problem);
  process.exitCode = 1;
} else if (await runBuild(root)) {
  const cli = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
  const packager = spawn(process.execPath, [cli, ...words.words], { cwd: root, stdio: 'inherit' });
  const [code] = await once(packager, 'exit');
  process.exitCode = code === 0 ? 0 : 1;
} else process.exitCode = 1;
