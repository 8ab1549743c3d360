import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** Another of the bench's programs, in a process of its own. */
export const start = (
  file: string,
  words: readonly string[] = [],
  execArgv: readonly string[] = [],
): ChildProcess => fork(join(import.meta.dirname, file), words, { execArgv: [...execArgv] });

export async function told<T>(child: ChildProcess, shape: z.ZodType<T>): Promise<T> {
  const [said] = await once(child, 'message');
  return shape.parse(said);
}

const placed = z.object({ url: z.string(), users: z.array(z.string()) });

/** A dialler in a process of its own, until it is disconnected. */
export async function startDialler(agents: number, answerMs: number) {
  const child = start('dialler.ts', [String(agents), String(answerMs)]);
  return { child, ...(await told(child, placed)) };
}
