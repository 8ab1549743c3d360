import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test, vi } from 'vitest';
import { failedLine, readyLine } from '../../src/main/app/tell-starter.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const root = join(import.meta.dirname, '../..');
const copied = ['build', 'src/main/app/tell-starter.ts'];

const files = {
  'package.json': '{"type":"module","engines":{"node":">=20.19"},"optionalDependencies":{}}',
  'node_modules/electron-vite/bin/electron-vite.js': '',
  'node_modules/vite/bin/vite.js': "require('node:fs').mkdirSync('out')",
  'build/third-party-licences.ts': '',
  'src/preview/main.ts': `process.on('SIGTERM', () => process.exit(7));
    console.log('host', process.pid, ...process.argv.slice(2));
    setInterval(() => {}, 1_000);`,
  // As start.ts does, with patience of its own.
  'build/start-soon.ts': `import { startApp } from './start-app.ts';
    const [root, hangMs, ...flags] = process.argv.slice(2);
    await startApp({ root, flags, hangMs: Number(hangMs) });`,
  'node_modules/electron/package.json': '{"version":"45.4.1"}',
  'node_modules/electron/path.txt': 'electron',
  'node_modules/electron/dist/version': '45.4.1',
  'node_modules/electron/dist/icudtl.dat': '',
};

/** The start script beside a preview that only says its process and its flags, and Electron that is a script. */
async function makeProject(electron: string) {
  const directory = await makeTemporaryDirectory();
  for (const path of copied) await cp(join(root, path), join(directory.path, path), { recursive: true });
  const all = { ...files, 'node_modules/electron/dist/electron': electron };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(directory.path, path)), { recursive: true });
    await writeFile(join(directory.path, path), text);
  }
  await chmod(join(directory.path, 'node_modules/electron/dist/electron'), 0o755);
  return directory;
}

describe('the preview', () => {
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

  test('gets every flag, and its exit code is the answer', async () => {
    await using project = await makeProject('');
    const script = join(project.path, 'build/start.ts');
    const started = spawn(process.execPath, [script, '--preview', '--demo', '--port=0']);
    const [, ...flags] = await hostLine(started);
    expect(flags).toEqual(['--preview', '--demo', '--port=0']);
    started.kill('SIGTERM');
    expect(await once(started, 'exit')).toEqual([7, null]);
  });

  test('is not left behind when npm is told to stop, which only ends the shell between', async () => {
    await using project = await makeProject('');
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
});

describe('Electron', () => {
  interface StartOptions {
    readonly hangMs?: number;
    /** Sent to us once the app says that it runs. */
    readonly signal?: NodeJS.Signals;
  }

  const flags = ['--demo', '--no-sandbox'];
  const running = `echo ${readyLine}`;
  const noLibrary =
    'echo "electron: error while loading shared libraries: libodd.so.9: cannot open shared object file" >&2; exit 127';

  /** As a desktop would start it; ends the preview where it comes to that. */
  async function start(electron: string, { hangMs = 60_000, signal }: StartOptions = {}) {
    await using project = await makeProject(electron);
    const started = spawn(
      process.execPath,
      [join(project.path, 'build/start-soon.ts'), project.path, `${hangMs}`, ...flags],
      // The flag makes root one of those who may run it.
      { env: { ...process.env, DISPLAY: ':0' } },
    );
    const lines: string[] = [];
    const previewFlags: string[] = [];
    for (const stream of [started.stdout, started.stderr]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line.replaceAll(project.path, '.'));
        if (line === readyLine && signal !== undefined) started.kill(signal);
        if (!line.startsWith('host ')) return;
        previewFlags.push(...line.split(' ').slice(2));
        started.kill('SIGTERM');
      });
    }
    const [code] = await once(started, 'exit');
    return { code, lines, previewFlags };
  }

  test.each([
    [
      'aborts at once',
      '#!/bin/sh\nkill -ABRT $$',
      /ended after [\d.]+ s, by SIGABRT, so .* --enable-logging$/,
    ],
    [
      'dies soon after it had started',
      `#!/bin/sh\n${running}; sleep 0.5; exit 1`,
      /ended after [\d.]+ s, with code 1, so .* --enable-logging$/,
    ],
    [
      'misses a library',
      `#!/bin/sh\n${noLibrary}`,
      /needs the library libodd\.so\.9, which is not installed here, so /,
    ],
    [
      'hangs without a window and does not listen',
      "#!/bin/sh\ntrap '' TERM\nwhile :; do sleep 0.1; done",
      /showed nothing for [\d.]+ s and was ended, so .* --disable-gpu$/,
    ],
    ['is no program of this system', '#!/nowhere/sh\n', /does not fit this system \(ENOENT\), so .* npm ci$/],
  ])('that %s leads to the preview, by one sentence', async (what, electron, sentence) => {
    const { code, lines, previewFlags } = await start(
      electron,
      what.startsWith('hangs') ? { hangMs: 1_000 } : {},
    );
    expect(lines.filter((line) => line.includes('so this opens the preview'))).toEqual([
      expect.stringMatching(sentence),
    ]);
    expect(previewFlags).toEqual(flags);
    expect(code).toBe(7);
  });

  test('that works gets the app and every flag, and its words and its exit code are ours', async () => {
    const ended = await start(`#!/bin/sh\necho "$@"\necho careful >&2\n${running}; sleep 4; exit 0`, {
      hangMs: 3_000,
    });
    expect(ended).toMatchObject({ code: 0, previewFlags: [] });
    expect(ended.lines.toSorted()).toEqual([
      '. --demo --no-sandbox',
      readyLine,
      'Starting in Electron.',
      'careful',
    ]);
  });

  test('that shows a box, because the app itself cannot start, is given time and is no crash', async () => {
    const electron = `#!/bin/sh\necho "${failedLine}"; sleep 4; exit 1`;
    expect(await start(electron, { hangMs: 3_000 })).toMatchObject({ code: 1, previewFlags: [] });
  });

  test('that ends well at once, because the app runs already, is no crash', async () => {
    expect(await start('#!/bin/sh\nexit 0')).toMatchObject({ code: 0, previewFlags: [] });
  });

  test.each([
    ['SIGINT', 'trap "exit 3" INT', 3],
    ['SIGTERM', '', 143],
  ] as const)('that is stopped by %s ends as it wants to', async (signal, trap, code) => {
    const electron = `#!/bin/sh\n${trap}\n${running}\nwhile :; do sleep 0.1; done`;
    expect(await start(electron, { signal })).toMatchObject({ code, previewFlags: [] });
  });
});
