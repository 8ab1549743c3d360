import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runBuild, stampOf } from './run-build.ts';

const sources = ['src/**', 'build/*.ts', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds what `npm run build` builds, unless nothing changed since. False when the build failed. */
export async function buildWhenNeeded(root: string): Promise<boolean> {
  const isNew = newestOf(root) < timeOf(stampOf(root)) && timeOf(join(root, 'out/main/index.js')) > 0;
  return isNew || (await runBuild(root));
}

const newestOf = (root: string): number =>
  Math.max(...globSync(sources, { cwd: root }).map((file) => timeOf(join(root, file))));

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
