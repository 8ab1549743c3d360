import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failStart } from '../../../../src/main/app/failed-start.ts';
import { makeTemporaryDirectory } from '../../../fakes/temporary-directory.ts';

it.each([
  ['en', 'EACCES', 'It may not write in its own folder, '],
  ['en', 'EROFS', 'It may not write in its own folder, '],
  ['en', 'ENOSPC', 'The disk is full.'],
  ['en', 'EIO', 'If this comes back, send the file '],
  ['es', 'EPERM', 'No puede escribir en su propia carpeta, '],
] as const)('in %s a start that failed with %s says why, and ends', async (language, code, sentence) => {
  await using directory = await makeTemporaryDirectory();
  const boxes: string[] = [];
  const exits: (number | undefined)[] = [];
  failStart(Object.assign(new Error(`${code}: no, 'secret.ts:1'`), { code }), {
    app: { exit: (exitCode) => exits.push(exitCode) },
    dialog: { showErrorBox: (title, content) => boxes.push(`${title}: ${content}`) },
    language,
    userData: directory.path,
  });
  expect(exits).toEqual([1]);
  expect(boxes).toEqual([expect.stringContaining(sentence)]);
  expect(boxes.join()).toContain(directory.path);
  // What a person cannot use stands in the log.
  expect(boxes.join()).not.toContain('secret.ts');
  expect(await readFile(join(directory.path, 'logs/main.log'), 'utf8')).toContain('secret.ts');
});
