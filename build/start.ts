import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from './build-when-needed.ts';
import { chooseHost, hasDisplay } from './choose-host.ts';
import { createElectronBinary } from './electron-binary.ts';

/** `npm start`: builds, chooses the host and says why, and is then nothing but the way to it. */
const root = join(import.meta.dirname, '..');
const flags = process.argv.slice(2);

if (Number.parseInt(process.versions.node, 10) < 24) {
  const node = join(root, 'node_modules/.bin/node');
  const { status } = spawnSync(node, [import.meta.filename, ...flags], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
}

const binary = createElectronBinary(root);
if (await buildWhenNeeded(root)) {
  const isPreviewWanted = flags.includes('--preview');
  const choice = await chooseHost(
    { isPreviewWanted, hasDisplay: hasDisplay(process.platform, process.env) },
    binary.ensure,
  );
  console.log(choice.why);
  const electron = choice.host === 'electron' ? binary.find() : null;
  if (electron === null) run(process.execPath, [join(root, 'src/preview/main.ts'), ...flags]);
  else run(electron, [root, ...flags]);
} else {
  console.error('The build failed; what went wrong is above.');
  process.exitCode = 1;
}

function run(program: string, args: readonly string[]): void {
  // Editors built on Electron set it in their terminals, and Electron would then be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(program, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  onOrphaned(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`Could not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? (signal === null ? 1 : 128 + constants.signals[signal]));
  });
}

/** npm hands a signal to the shell it runs us in, and that shell dies of it without a word to us. */
function onOrphaned(act: () => void): void {
  if (process.platform === 'win32' || process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 500);
}
