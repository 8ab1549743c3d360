import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { packagerWords } from '../../build/packager-words.ts';

const root = join(import.meta.dirname, '../..');

export interface PackParts {
  /** As given to `npm run package`. */
  readonly words: readonly string[];
  /** A stub of Electron. */
  readonly dist: string;
  readonly output: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What `npm run package` does after the build, on a machine without certificates and without Electron. */
export async function pack({ words, dist, output, env = {} }: PackParts): Promise<void> {
  const all = packagerWords(
    [...words, '--publish', 'never', `-c.electronDist=${dist}`, `-c.directories.output=${output}`],
    {
      platform: process.platform,
      env: {},
      certificates: () => '',
    },
  );
  if ('problem' in all) throw new Error(all.problem);
  const packager = spawn(
    process.execPath,
    [join(root, 'node_modules/electron-builder/cli.js'), ...all.words],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [packager.stdout, packager.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(packager, 'close');
  if (code !== 0) throw new Error(`The packager failed with ${code}:\n${said}`);
}

/** Programs that come before all others; each is the body of a script that has `words`, its arguments. */
export async function putOnPath(folder: string, programs: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, body] of Object.entries(programs)) {
    await writeFile(
      join(folder, name),
      `#!${process.execPath}\nconst words = process.argv.slice(2);\n${body}`,
      {
        mode: 0o755,
      },
    );
  }
  return [folder, process.env['PATH']].join(delimiter);
}
