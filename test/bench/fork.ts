import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** Another of the bench's programs, in a process of its own. */
export const start = (
  file: string,
  words: readonly string[] = [],
  execArgv: readonly string[] = [],
): ChildProcess =>
  fork(join(import.meta.dirname, file), words, {
    execArgv: [...execArgv],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: authorityFile },
  });

export type Scheme = 'http' | 'https';

/** Who issued the certificate of the dialler behind https. */
export const authorityFile = join(import.meta.dirname, '../fixtures/tls/authority.pem');

export async function told<T>(child: ChildProcess, shape: z.ZodType<T>): Promise<T> {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error(`A program of the bench ended before it was done: ${child.spawnargs.join(' ')}`);
  });
  try {
    const [said] = await Promise.race([once(child, 'message'), ended]);
    return shape.parse(said);
  } finally {
    gone.abort();
    ended.catch(() => undefined);
  }
}

const placed = z.object({ url: z.string(), users: z.array(z.string()) });

/** A dialler in a process of its own, until it is disconnected. */
export async function startDialler(agents: number, answerMs: number, scheme: Scheme = 'http') {
  const child = start('dialler.ts', [
    String(agents),
    String(answerMs),
    ...(scheme === 'https' ? ['tls'] : []),
  ]);
  return { child, ...(await told(child, placed)) };
}
