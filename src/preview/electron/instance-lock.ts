import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface InstanceLock {
  /** False when another preview already runs on this folder; it has then been told. */
  readonly request: (folder: string) => boolean;
  readonly release: () => void;
  readonly isHeld: () => boolean;
}

const holder = z.object({ url: z.url() });
const betweenTriesMs = 150;
const mostTries = 5;

/**
 * A file in the user's folder names the address where a second start is heard. The file of a preview that crashed
 * names an address where nobody listens, or somebody else, and is taken over. However slow the machine, one has it:
 * a file is there with all its text or not at all, and only who puts the second one beside it may replace the first.
 */
export function createInstanceLock(ownUrl: string): InstanceLock {
  let held: string | null = null;

  function request(folder: string): boolean {
    const file = join(folder, 'preview-lock.json');
    for (let tries = 0; tries < mostTries && held === null; tries += 1) {
      if (tries > 0) pause();
      const other = readHolder(file);
      const answer = tryToPlace(file) ? 'ours' : tell(other);
      if (answer === 'told') return false;
      if (answer === 'ours' || (answer === 'gone' && takeOver(file, other))) held = file;
    }
    return held !== null;
  }

  function tryToPlace(file: string): boolean {
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, JSON.stringify({ url: ownUrl }), { mode: 0o600 });
    try {
      linkSync(whole, file);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(whole);
    }
  }

  function takeOver(file: string, from: string | null): boolean {
    const taking = `${file}.taking`;
    if (!tryToPlace(taking)) {
      // Left by somebody who died while taking over.
      const other = readHolder(taking);
      if (other !== null && tell(other) === 'gone') rmSync(taking, { force: true });
      return false;
    }
    if (readHolder(file) === from) {
      renameSync(taking, file);
      return true;
    }
    rmSync(taking);
    return false;
  }

  function release(): void {
    if (held !== null && readHolder(held) === ownUrl) rmSync(held, { force: true });
    held = null;
  }

  return { request, release, isHeld: () => held !== null };
}

/** The call is synchronous, so waiting has to be as well. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, betweenTriesMs);
}

/** Null when there is no file, or not one of ours. */
function readHolder(file: string): string | null {
  try {
    return holder.parse(JSON.parse(readFileSync(file, 'utf8'))).url;
  } catch {
    return null;
  }
}

/** Electron's call is synchronous and a socket is not, so a short-lived process does it. */
function tell(url: string | null): 'told' | 'busy' | 'gone' {
  if (url === null) return 'gone';
  const script = join(import.meta.dirname, 'signal-second-instance.ts');
  const { status } = spawnSync(process.execPath, [script], { input: url });
  if (status === 0) return 'told';
  return status === 3 ? 'gone' : 'busy';
}
