import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const script = join(import.meta.dirname, '../soak/main.ts');
const told = z.object({
  requests: z.number(),
  pushes: z.number(),
  notifications: z.number(),
  faults: z.record(z.string(), z.number()),
  faultsFound: z.array(z.string()),
});

/** Four accelerated hours; a full day of them is `npm run soak`. */
async function soak(...flags: readonly string[]) {
  const words = [
    '--expose-gc',
    '--no-flush-bytecode',
    script,
    '--hours',
    '4',
    '--agents',
    '20',
    '--seed',
    '11',
    ...flags,
  ];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = await once(child, 'exit');
  return { code, ...told.parse(JSON.parse(output.trim().split('\n').at(-1) ?? '')) };
}

describe('hours of everything going wrong', () => {
  let runs: readonly [good: Awaited<ReturnType<typeof soak>>, leaking: Awaited<ReturnType<typeof soak>>];

  beforeAll(async () => {
    runs = await Promise.all([soak(), soak('--leak')]);
  }, 180_000);

  it('leave heap, handles, timers and listeners as they were, and everybody watched', () => {
    const [{ code, faultsFound }] = runs;
    expect(faultsFound).toEqual([]);
    expect(code).toBe(0);
  });

  it('held every kind of fault, and work to do', () => {
    const [{ faults, requests, pushes, notifications }] = runs;
    expect(Object.keys(faults)).toHaveLength(24);
    expect(requests).toBeGreaterThan(8_000);
    expect(pushes).toBeGreaterThan(100);
    expect(notifications).toBeGreaterThan(100);
  });

  it('would not hide a leak', () => {
    const [, { code, faultsFound }] = runs;
    expect(code).toBe(1);
    const leaking = faultsFound.map((fault) => / grew /.exec(fault) && fault.split(' grew ')[0]);
    expect(leaking).toEqual(expect.arrayContaining(['heapBytes', 'handles', 'timers', 'listeners of store']));
  });
});
