import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Row {
  readonly name: string;
  readonly path: string;
  readonly caller: string;
  /** What the caller calls it, where it is handed in under another name. */
  readonly alias: string;
}

const rows = [
  ...read('docs/one-poll.md').matchAll(
    /^\| \d+ +\| `(\w+)` +\| `([\w./-]+)` +\|[^|]*\| `(\w+)`(?: as `(\w+)`)? +\|$/gm,
  ),
].map(([, name = '', path = '', caller = '', alias = name]): Row => ({ name, path, caller, alias }));

/** Whose callers are no functions of the table. */
const entrances: Readonly<Record<string, string>> = {
  carryOut: 'src/watch/dialler/client.ts',
  ask: 'src/watch/dialler/dialler.ts',
  startPoll: 'src/watch/monitor/monitor.ts',
};

/** From the declaration of a function to the next line that closes a block at its own depth. */
function bodyOf(name: string, path: string): string {
  const lines = read(path).split('\n');
  const first = lines.findIndex((line) =>
    new RegExp(`^ *(?:export )?(?:async )?(?:function\\*? ${name}\\b|const ${name}\\b)`).test(line),
  );
  if (first < 0) return '';
  const depth = /^ */.exec(lines[first] ?? '')?.[0] ?? '';
  const last = lines.findIndex((line, at) => at > first && new RegExp(`^${depth}}[;,)]*$`).test(line));
  return lines.slice(first, last + 1).join('\n');
}

describe('the way of one poll', () => {
  it('is told in at most sixteen functions', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThanOrEqual(16);
  });

  it.each(rows)('$name is where the table says, and $caller calls it', ({ name, path, caller, alias }) => {
    expect(bodyOf(name, path)).not.toBe('');
    const callerPath = entrances[caller] ?? rows.find((row) => row.name === caller)?.path ?? '';
    expect(bodyOf(caller, callerPath)).toMatch(new RegExp(`\\b${alias}(?:<[^(]*>)?\\(`));
  });
});
