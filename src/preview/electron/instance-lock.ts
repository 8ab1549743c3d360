import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface Knock {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

export interface InstanceLock {
  /** False when another preview already runs on this folder; it has then been told. */
  readonly request: (folder: string, knock: Knock) => boolean;
  readonly release: () => void;
  readonly isHeld: () => boolean;
}

const holder = z.object({ url: z.url() });
const knockTimeoutMs = 5_000;
/** Far longer than a file takes to be written or put in place. */
const settleMs = 150;
const mostTries = 5;

/**
 * A file in the user's folder names the address that answers knocks. The file of a preview that crashed
 * names an address that does not answer, or not to this secret, and is taken over.
 */
export function createInstanceLock(knockUrl: string): InstanceLock {
  const lockText = JSON.stringify({ url: knockUrl });
  let held: string | null = null;

  function request(folder: string, knock: Knock): boolean {
    if (held !== null) return true;
    const file = join(folder, 'preview-lock.json');
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (tryToTake(file)) return true;
      const other = readHolder(file);
      if (other === null) pause();
      else if (isAnswered(other, knock)) return false;
      // Another start found the same dead holder, or was still writing, and has it by now: knock there.
      if (readHolder(file) === other && takeOver(file)) return true;
    }
    return false;
  }

  /** Several may do this at once: the last one has it, and the others find out by looking again. */
  function takeOver(file: string): boolean {
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, lockText, { mode: 0o600 });
    renameSync(mine, file);
    pause();
    if (readHolder(file) !== knockUrl) return false;
    held = file;
    return true;
  }

  function tryToTake(file: string): boolean {
    try {
      writeFileSync(file, lockText, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
    held = file;
    return true;
  }

  function release(): void {
    if (held !== null && readHolder(held) === knockUrl) rmSync(held, { force: true });
    held = null;
  }

  return { request, release, isHeld: () => held !== null };
}

/** The call is synchronous, so waiting has to be as well. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, settleMs);
}

function readHolder(file: string): string | null {
  try {
    return holder.parse(JSON.parse(readFileSync(file, 'utf8'))).url;
  } catch {
    return null;
  }
}

/** Electron's call is synchronous and a socket is not, so a short-lived process knocks. */
function isAnswered(url: string, knock: Knock): boolean {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'knock.ts')], {
    input: JSON.stringify({ url, knock }),
    timeout: knockTimeoutMs,
  });
  return status === 0;
}
