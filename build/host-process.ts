import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface HostProcessParts {
  /** Of Node: the host's script and its flags. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Somebody quit it. */
  readonly onQuit: () => void;
}

export interface HostProcess {
  /** Starts it, or ends it and starts it again at the same address. */
  readonly restart: () => void;
  readonly stop: () => Promise<void>;
}

/** The host gives the app ten seconds to quit. */
const longestQuitMs = 12_000;

/** The preview while it is developed: a process that comes and goes, before a browser tab that stays. */
export function createHostProcess({ args, env, say, onQuit }: HostProcessParts): HostProcess {
  let child: ChildProcess | null = null;
  let address: URL | null = null;
  let turn = Promise.resolve();

  function start(): void {
    const again = address === null ? [] : [`--port=${address.port}`, '--no-open'];
    const token = address?.searchParams.get('token');
    const started = spawn(process.execPath, [...args, ...again], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...env, ...(token ? { CROCO_PREVIEW_TOKEN: token } : {}) },
    });
    child = started;
    // Vite ends this process by itself when it is told to stop.
    const endToo = () => started.kill('SIGTERM');
    process.on('exit', endToo);
    createInterface({ input: started.stdout }).on('line', hear);
    started.on('exit', (code) => {
      process.off('exit', endToo);
      if (child !== started) return;
      child = null;
      if (code === 0) onQuit();
      else say('It starts again when something is changed.');
    });
  }

  function hear(line: string): void {
    const [, url] = /^Preview ready: (\S+)$/.exec(line) ?? [];
    if (url === undefined || address === null) say(line);
    else say('Started again.');
    if (url !== undefined) address = new URL(url);
  }

  async function end(): Promise<void> {
    const old = child;
    child = null;
    if (old === null) return;
    const ended = once(old, 'exit');
    old.kill('SIGTERM');
    const timer = setTimeout(() => old.kill('SIGKILL'), longestQuitMs);
    await ended;
    clearTimeout(timer);
  }

  return {
    restart: () => {
      turn = turn.then(end).then(start);
    },
    stop: () => {
      turn = turn.then(end);
      return turn;
    },
  };
}
