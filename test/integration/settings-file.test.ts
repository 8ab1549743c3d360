import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSettingsFile } from '../../src/main/settings-file.ts';
import { createQuietLog } from '../fakes/quiet-log.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const saver = join(import.meta.dirname, '../fixtures/save-for-ever.ts');

/** Resolves with the number of saves before the process was killed in the middle of one. */
async function saveUntilKilled(path: string, saves: number, extraMs: number): Promise<number> {
  const child = spawn(process.execPath, [saver, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.length >= saves) setTimeout(() => child.kill('SIGKILL'), extraMs);
  });
  await once(child, 'exit');
  expect(output).toMatch(/^s+$/);
  return output.length;
}

it('settings load whole, whenever the app was killed while saving them', async () => {
  await using directory = await makeTemporaryDirectory();
  const path = join(directory.path, 'settings.json');
  let saves = 0;
  for (let run = 0; run < 12; run += 1) {
    saves += await saveUntilKilled(path, 10, run * 1.7);
    const { settings, broken } = await createSettingsFile({ path, log: createQuietLog() }).load();
    expect(broken).toBeNull();
    expect(settings.accounts[0]?.agentUsers).toHaveLength(20_000);
  }
  expect(saves).toBeGreaterThan(100);
});
