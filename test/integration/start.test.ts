import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test, vi } from 'vitest';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const build = join(import.meta.dirname, '../../build');
const scripts = [
  'project-node.mjs',
  'start.ts',
  'run-in-place.ts',
  'build-when-needed.ts',
  'run-build.ts',
  'choose-host.ts',
  'electron-binary.ts',
];
const files = {
  'package.json': '{"type":"module","engines":{"node":">=20.19"},"optionalDependencies":{}}',
  'node_modules/electron-vite/bin/electron-vite.js': '',
  'node_modules/vite/bin/vite.js': "require('node:fs').mkdirSync('out')",
  'build/third-party-licences.ts': '',
  'src/preview/main.ts': `process.on('SIGTERM', () => process.exit(7));
    console.log('host', process.pid, ...process.argv.slice(2));
    setInterval(() => {}, 1_000);`,
};

/** The start script beside a host that only says its process and its flags. */
async function makeProject() {
  const directory = await makeTemporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory.path, path)), { recursive: true });
    await writeFile(join(directory.path, path), text);
  }
  for (const name of scripts) await copyFile(join(build, name), join(directory.path, 'build', name));
  return directory;
}

async function hostLine(started: ReturnType<typeof spawn>): Promise<readonly string[]> {
  if (started.stdout === null) return [];
  for await (const line of createInterface(started.stdout)) {
    if (line.startsWith('host ')) return line.split(' ').slice(1);
  }
  return [];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the host gets every flag and its exit code is the answer', async () => {
  await using project = await makeProject();
  const script = join(project.path, 'build/start.ts');
  const started = spawn(process.execPath, [script, '--preview', '--demo', '--port=0']);
  const [, ...flags] = await hostLine(started);
  expect(flags).toEqual(['--preview', '--demo', '--port=0']);
  started.kill('SIGTERM');
  expect(await once(started, 'exit')).toEqual([7, null]);
});

test('no host is left behind when npm is told to stop, which only ends the shell between', async () => {
  await using project = await makeProject();
  const command = `"${process.execPath}" build/project-node.mjs build/start.ts --preview; true`;
  const shell = spawn('sh', ['-c', command], {
    cwd: project.path,
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  const [pid] = await hostLine(shell);
  expect(isAlive(Number(pid))).toBe(true);
  shell.kill('SIGTERM');
  try {
    await vi.waitUntil(() => !isAlive(Number(pid)), { timeout: 10_000 });
  } finally {
    if (isAlive(Number(pid))) process.kill(Number(pid), 'SIGKILL');
  }
});
