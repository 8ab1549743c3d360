import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src/**', 'build/*.ts', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds what `npm run build` builds, unless nothing changed since. False when the build failed. */
export async function buildWhenNeeded(root: string): Promise<boolean> {
  const stamp = join(root, 'out/.built');
  const startedAt = new Date();
  if (newestOf(root) < timeOf(stamp) && timeOf(join(root, 'out/main/index.js')) > 0) return true;
  console.log('Building …');
  const steps = [
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'build/preview.vite.config.ts',
      '--logLevel',
      'warn',
    ],
    ['build/third-party-licences.ts'],
  ];
  for (const [script = '', ...args] of steps) {
    const step = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
    const [code] = await once(step, 'exit');
    if (code !== 0) return false;
  }
  writeFileSync(stamp, '');
  // What is edited while it builds may have been missed, and has to be newer than the stamp.
  utimesSync(stamp, startedAt, startedAt);
  console.log(`Built in ${((Date.now() - startedAt.getTime()) / 1_000).toFixed(1)} s.`);
  return true;
}

const newestOf = (root: string): number =>
  Math.max(...globSync(sources, { cwd: root }).map((file) => timeOf(join(root, file))));

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
