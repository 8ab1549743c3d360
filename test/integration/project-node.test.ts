import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const elsewhere = `node_modules/node-${system}/bin/node`;
const readsNoTypeScript = '--no-strip-types';

async function makeProject(engines = '>=20.19') {
  const directory = await makeTemporaryDirectory();
  const files = {
    'package.json': JSON.stringify({
      type: 'module',
      engines: { node: engines },
      optionalDependencies: { 'node-other-system': '1.0.0', [`node-${system}`]: '1.0.0' },
    }),
    [`node_modules/node-${system}/package.json`]: '{"bin":{"node":"bin/node"}}',
    'say.ts': `const words: string[] = process.argv.slice(2);
      console.log(JSON.stringify({ words, execPath: process.execPath, path: process.env.PATH }));
      process.exitCode = 3;`,
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory.path, path)), { recursive: true });
    await writeFile(join(directory.path, path), content);
  }
  await mkdir(join(directory.path, 'build'));
  const script = join(directory.path, 'build/project-node.mjs');
  await copyFile(join(import.meta.dirname, '../../build/project-node.mjs'), script);
  return {
    ...directory,
    bringNode: async () => {
      await mkdir(dirname(join(directory.path, elsewhere)));
      await symlink(process.execPath, join(directory.path, elsewhere));
    },
    run: async (...nodeFlags: string[]) => {
      const child = spawn(process.execPath, [...nodeFlags, script, 'say.ts', 'one', '--two'], {
        cwd: directory.path,
      });
      const [out, problems, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ]);
      return { out, problems, code };
    },
  };
}

test('a Node that reads TypeScript runs the script itself', async () => {
  await using project = await makeProject();
  const { out, problems, code } = await project.run();
  expect(JSON.parse(out)).toMatchObject({ words: ['one', '--two'] });
  expect([problems, code]).toEqual(['', 3]);
});

test('another one has it run by the Node that npm ci brought, and so is whatever it starts', async () => {
  await using project = await makeProject();
  await project.bringNode();
  const { out, problems, code } = await project.run(readsNoTypeScript);
  const said = JSON.parse(out);
  expect(said.words).toEqual(['one', '--two']);
  expect(said.path.split(':')[0]).toBe(dirname(join(project.path, elsewhere)));
  expect([problems, code]).toEqual(['', 3]);
});

test('where none is for this system, one sentence says so', async () => {
  await using project = await makeProject();
  const { out, problems, code } = await project.run(readsNoTypeScript);
  expect([out, code]).toEqual(['', 1]);
  expect(problems).toContain(elsewhere);
});

test('a Node that is too old for npm ci is told which one it takes', async () => {
  await using project = await makeProject('>=99.9');
  expect(await project.run()).toEqual({
    out: '',
    problems: `Croco Tray needs Node 99.9 or newer, and this is Node ${process.versions.node}.\n`,
    code: 1,
  });
});
