import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const viteIsQuiet = ['--logLevel', 'warn'];

/** Bundles, the preview's page and the licences, into `out/`. Says what went wrong, and no more than that it is done. */
export async function runBuild(root: string): Promise<boolean> {
  const startedAt = new Date();
  const steps = [
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', ...viteIsQuiet],
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'build/preview.vite.config.ts', ...viteIsQuiet],
    ['build/third-party-licences.ts'],
  ];
  console.log('Building …');
  for (const [script = '', ...args] of steps) {
    const step = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
    const [code] = await once(step, 'exit');
    if (code !== 0) {
      console.error('The build failed; what went wrong is above.');
      return false;
    }
  }
  writeFileSync(stampOf(root), '');
  // What is edited while it builds may have been missed, and has to be newer than the stamp.
  utimesSync(stampOf(root), startedAt, startedAt);
  console.log(`Built in ${((Date.now() - startedAt.getTime()) / 1_000).toFixed(1)} s.`);
  return true;
}

/** Its time is that of the last build. */
export const stampOf = (root: string): string => join(root, 'out/.built');
