import { z } from 'zod';
import { rounded } from './figures.ts';
import { start, told } from './fork.ts';

const figures = z.object({
  hours: z.number(),
  polls: z.number(),
  firstBytes: z.number(),
  lastBytes: z.number(),
});

export interface HeapFigures extends z.infer<typeof figures> {
  /** After the last hour to after the first. */
  readonly ratio: number;
}

/** What the app holds on to after ten hours of a thousand agents, in virtual time, swept before each look. */
export async function measureHeap(): Promise<HeapFigures> {
  const measured = await told(start('heap-child.ts', [], ['--expose-gc', '--no-flush-bytecode']), figures);
  return { ...measured, ratio: rounded(measured.lastBytes / measured.firstBytes) };
}
