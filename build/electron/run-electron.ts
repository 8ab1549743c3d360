import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { failedLine, readyLine } from '../../src/main/app/tell-starter.ts';
import type { Ending } from './after-start.ts';

export interface RunParts {
  readonly executable: string;
  readonly args: readonly string[];
  /** It has this long to say that it runs, or it is ended. */
  readonly hangMs: number;
}

const killAfterMs = 2_000;
/** What Electron started may hold its pipes open for longer than it lives itself. */
const drainMs = 500;
/** Of what it wrote, in characters: enough for the words with which it gave up. */
const longestEnd = 10_000;

/** Runs Electron until it ends; what it writes goes where ours goes, and signals to us go to it. */
export async function runElectron(parts: RunParts): Promise<Ending> {
  try {
    return await run(parts);
  } catch (error) {
    // Node throws what it has no event for, such as a file for another processor on Windows.
    return { ...never, refusal: codeOf(error) };
  }
}

const never: Ending = {
  code: null,
  signal: null,
  refusal: null,
  afterMs: 0,
  hadStarted: false,
  hasToldWhy: false,
  wasAsked: false,
  wasHung: false,
  lastWords: '',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

async function run({ executable, args, hangMs }: RunParts): Promise<Ending> {
  // Editors built on Electron set it in their terminals, and Electron would then be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const startedMs = performance.now();
  const child = spawn(executable, args, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...env, CROCO_TELL_STARTER: '1' },
  });
  const ended = endOf(child);
  let hadStarted = false;
  let hasToldWhy = false;
  let wasAsked = false;
  let wasHung = false;
  passOn(child.stdout, process.stdout, (end) => {
    hadStarted ||= end.includes(readyLine);
    hasToldWhy ||= end.includes(failedLine);
  });
  let lastWords = '';
  passOn(child.stderr, process.stderr, (end) => {
    lastWords = end;
  });

  const pass = (signal: NodeJS.Signals): void => {
    wasAsked = true;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  const hang = setTimeout(() => {
    if (hadStarted || hasToldWhy) return;
    wasHung = true;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
  }, hangMs);

  const end = await ended;
  const afterMs = performance.now() - startedMs;
  clearTimeout(hang);
  for (const signal of signals) process.off(signal, pass);
  return { ...end, afterMs, wasAsked, wasHung, hadStarted, hasToldWhy, lastWords };
}

/** With all that it wrote, unless its pipes stay open. */
function endOf(child: ChildProcess): Promise<Pick<Ending, 'code' | 'signal' | 'refusal'>> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      if (child.pid !== undefined) return;
      resolve({ code: null, signal: null, refusal: codeOf(error) });
    });
    child.on('exit', (code, signal) => {
      const end = () => resolve({ code, signal, refusal: null });
      child.on('close', end);
      setTimeout(end, drainMs);
    });
  });
}

function passOn(from: Readable, to: Writable, hear: (end: string) => void): void {
  let end = '';
  from.setEncoding('utf8').on('data', (chunk: string) => {
    to.write(chunk);
    end = (end + chunk).slice(-longestEnd);
    hear(end);
  });
}
