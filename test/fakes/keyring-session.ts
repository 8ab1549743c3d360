import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { makeTemporaryDirectory } from './temporary-directory.ts';

const run = promisify(execFile);

/** A desktop session of its own: nothing in it can see or touch the keyring of whoever runs the tests. */
export interface DesktopSession {
  /** The whole environment for child processes that live in it. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** A session with a D-Bus, where the Secret Service starts on request but no keyring was ever made. */
export async function startSessionBus(): Promise<DesktopSession> {
  const directory = await makeTemporaryDirectory();
  const homeEnv = await makeHome(directory.path);
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
    env: homeEnv,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    await end(bus);
    await directory[Symbol.asyncDispose]();
  };
  try {
    const address = await firstLine(bus);
    return { env: { ...homeEnv, DBUS_SESSION_BUS_ADDRESS: address }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A session whose keyring is there, unlocked, and empty. */
export async function startKeyring(): Promise<DesktopSession> {
  const session = await startSessionBus();
  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: session.env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    await end(keyring);
    await session.stop();
  };
  try {
    // The keyring's own password, an empty one.
    keyring.stdin.end('\n');
    await keyringIsUnlocked(session.env);
    return { env: session.env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A session without a D-Bus, so that no Secret Service can be reached. */
export async function startWithoutBus(): Promise<DesktopSession> {
  const directory = await makeTemporaryDirectory();
  return { env: await makeHome(directory.path), stop: async () => directory[Symbol.asyncDispose]() };
}

/** An environment in which there is no session bus to be found. */
export async function makeHome(path: string): Promise<NodeJS.ProcessEnv> {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const runtime = join(path, 'run');
  await mkdir(runtime, { mode: 0o700 });
  return {
    ...env,
    HOME: path,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(path, 'data'),
    XDG_CONFIG_HOME: join(path, 'config'),
    XDG_CACHE_HOME: join(path, 'cache'),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error(`${child.spawnfile} has no output to read`);
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${child.spawnfile} ended without a word`);
  });
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  return String(line);
}

/** Only once someone answers to the name may it be asked: a question of its own would start another. */
async function keyringIsUnlocked(env: NodeJS.ProcessEnv): Promise<void> {
  const bus = ['--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  await answers(env, [...bus, 'org.freedesktop.DBus.GetNameOwner', 'string:org.freedesktop.secrets'], /:/);
  const keyring = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets/collection/login'];
  const isLocked = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
  await answers(env, [...keyring, 'org.freedesktop.DBus.Properties.Get', ...isLocked], /boolean false/);
}

/** Repeats a question on the bus until the answer is the one wanted. */
async function answers(env: NodeJS.ProcessEnv, question: string[], wanted: RegExp): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const asked = run('dbus-send', ['--session', '--print-reply', ...question], { env });
    const { stdout } = await asked.catch(() => ({ stdout: '' }));
    if (wanted.test(stdout)) return;
    await wait(50);
  }
  throw new Error(`No answer like ${wanted} to ${question.join(' ')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}
