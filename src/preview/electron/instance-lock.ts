import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * A file in the user's folder names the address that answers knocks. The file of a preview that crashed
 * names an address that does not answer, or not to this secret, and is taken over.
 */
export function createInstanceLock(knockUrl: string): InstanceLock {
  let held: string | null = null;

  function request(folder: string, knock: Knock): boolean {
    if (held !== null) return true;
    const file = join(folder, 'preview-lock.json');
    if (tryToTake(file)) return true;
    const other = readHolder(file);
    if (other !== null && other !== knockUrl && isAnswered(other, knock)) return false;
    rmSync(file, { force: true });
    return tryToTake(file);
  }

  function tryToTake(file: string): boolean {
    try {
      writeFileSync(file, JSON.stringify({ url: knockUrl }), { flag: 'wx', mode: 0o600 });
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
