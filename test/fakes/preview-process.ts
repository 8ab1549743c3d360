import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';
import type { DesktopAction } from '../../src/preview/wire/action.ts';
import type { DesktopState } from '../../src/preview/wire/desktop-state.ts';

interface Fact {
  readonly name: string;
  readonly value: unknown;
}

const root = join(import.meta.dirname, '../..');

/** The preview as a process of its own. The fixture app tells facts, one a line, in the order they happen. */
export function startPreview(flags: readonly string[]) {
  const child = spawn(process.execPath, [join(root, 'src/preview/main.ts'), '--no-open', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const facts: Fact[] = [];
  const lines: string[] = [];
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const fact = /^fact (.*)$/.exec(line)?.[1];
      if (fact === undefined) lines.push(line);
      else facts.push(JSON.parse(fact));
    });
  }

  const until = <T>(look: () => T | undefined): Promise<T> =>
    vi.waitUntil(() => look() ?? false, { timeout: 110_000, interval: 20 }) as Promise<T>;
  const url = (): Promise<URL> =>
    until(() => {
      const ready = lines.map((line) => /^Preview ready: (\S+)$/.exec(line)?.[1]).find((found) => found);
      return ready === undefined ? undefined : new URL(ready);
    });
  const at = async (path: string): Promise<URL> => {
    const address = await url();
    return new URL(`${path}${address.search}`, address);
  };

  return {
    child,
    lines,
    ended,
    url,
    at,
    names: () => facts.map(({ name }) => name),
    fact: async (name: string): Promise<unknown> =>
      (await until(() => facts.find((fact) => fact.name === name))).value,
    desktop: async (): Promise<DesktopState> =>
      (await (await fetch(await at('/desktop.json'))).json()) as DesktopState,
    control: async (action: DesktopAction): Promise<number> => {
      const body = JSON.stringify(action);
      return (await fetch(await at('/control'), { method: 'POST', body })).status;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}
