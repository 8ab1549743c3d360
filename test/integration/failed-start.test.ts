import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPreview } from '../fakes/preview-process.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

it('a start that fails says why in one sentence, keeps the rest for its log, and ends', async () => {
  await using directory = await makeTemporaryDirectory();
  // No lock can be taken where a folder has its name.
  await mkdir(join(directory.path, 'preview-lock.json'));
  await using preview = startPreview([`--user-data-dir=${directory.path}`]);
  expect(await preview.ended).toBe(1);
  const log = join(directory.path, 'logs/main.log');
  expect(preview.lines).toEqual([
    `Croco Tray could not start: Start it again. If this comes back, send the file ${log} to whoever supports you.`,
  ]);
  expect(await readFile(log, 'utf8')).toContain('preview-lock.json');
});
