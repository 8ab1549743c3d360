import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

it('the lock file names every platform’s build of a tool, or `npm ci` refuses it', () => {
  const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
  const { packages } = lock.parse(JSON.parse(text));
  const wanted = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ place, name })),
  );
  const missing = wanted.filter(
    ({ place, name }) => !(`${place}/node_modules/${name}` in packages || `node_modules/${name}` in packages),
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
