import { expect, test } from 'vitest';
import { runElectron } from '../../../../build/electron/run-electron.ts';

test.each([
  ['is not there', '/nowhere/electron', 'ENOENT'],
  ['is in no folder, which Node tells by throwing', `${import.meta.filename}/electron`, 'ENOTDIR'],
])('a program that %s is refused, not a crash of ours', async (_what, executable, refusal) => {
  const ending = await runElectron({ executable, args: [], hangMs: 60_000 });
  expect(ending).toMatchObject({ code: null, signal: null, refusal, wasHung: false });
});
