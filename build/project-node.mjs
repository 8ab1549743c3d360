import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * `node build/project-node.mjs SCRIPT …` runs a script of this project in a Node that reads its TypeScript: this one
 * if it does, or else the one that `npm ci` brought. Plain JavaScript, because older Nodes have to read it.
 * It looks for that Node in its package: most versions of npm lose `node_modules/.bin/node` when they drop the
 * packages for other systems, which link to the same name.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { engines, optionalDependencies } = readJson('package.json');
const here = process.versions.node;
const oldest = engines.node.replace('>=', '');
/** From here on Node reads TypeScript without a word about it. */
const oldestForTypeScript = '24.3';
const orphanedCheckMs = 500;

const [script = '', ...args] = process.argv.slice(2);
if (!isAtLeast(oldest)) fail(`Croco Tray needs Node ${oldest} or newer, and this is Node ${here}.`);
else if (isAtLeast(oldestForTypeScript) && process.features.typescript) await runHere();
else runElsewhere(findNode());

async function runHere() {
  onOrphaned(() => process.kill(process.pid, 'SIGTERM'));
  process.argv.splice(1, 2, resolve(script));
  await import(pathToFileURL(resolve(script)).href);
}

/** Whatever the script starts finds the same Node. */
function runElsewhere(node) {
  if (node === null) {
    fail(
      `Croco Tray is built with Node ${oldestForTypeScript} or newer. "npm ci" brings one for most systems, but none is here.`,
    );
    return;
  }
  process.env.PATH = [dirname(node), process.env.PATH].join(delimiter);
  const child = spawn(node, [script, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  onOrphaned(() => child.kill('SIGTERM'));
  child.on('error', ({ message }) => fail(`${node} does not start: ${message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function findNode() {
  const system = `-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const name = Object.keys(optionalDependencies).find((each) => each.endsWith(system));
  try {
    const folder = join('node_modules', name);
    return join(root, folder, readJson(join(folder, 'package.json')).bin.node);
  } catch {
    return null;
  }
}

/** npm hands a signal to the shell it runs us in, and that shell dies of it without a word to us. */
function onOrphaned(act) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, orphanedCheckMs);
  timer.unref();
}

function isAtLeast(version) {
  return here.localeCompare(version, 'en', { numeric: true }) >= 0;
}

function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function fail(problem) {
  console.error(problem);
  process.exitCode = 1;
}
