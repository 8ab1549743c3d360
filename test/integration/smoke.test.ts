import { expect, test, vi } from 'vitest';
import { readyLine } from '../../src/main/app/tell-starter.ts';
import { launchChromium } from '../fakes/chromium.ts';
import { startPreview } from '../fakes/preview-process.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const smokeLines = (lines: readonly string[]) => lines.filter((line) => line.startsWith('Smoke test'));

test('the built app passes its smoke test as soon as somebody sees its page, and quits', {
  timeout: 120_000,
}, async () => {
  await using directory = await makeTemporaryDirectory();
  await using preview = startPreview(['--smoke=60', `--user-data-dir=${directory.path}`]);
  await using browser = await launchChromium();
  const page = await browser.newPage();
  // The app may be gone before the desktop around it has loaded.
  const opened = page.goto((await preview.url()).href).catch(() => null);
  expect(await preview.ended).toBe(0);
  await opened;
  expect(smokeLines(preview.lines)).toEqual(['Smoke test passed: tray icon and page are up.']);
});

test('without a page it fails in time', async () => {
  await using directory = await makeTemporaryDirectory();
  await using preview = startPreview(['--smoke=3', `--user-data-dir=${directory.path}`]);
  expect(await preview.ended).toBe(1);
  expect(smokeLines(preview.lines)).toEqual(['Smoke test failed: within 3 s there was no page.']);
});

test('it fails where the app runs already, and that one goes on; whoever waits for the app hears of it', async () => {
  vi.stubEnv('CROCO_TELL_STARTER', '1');
  await using directory = await makeTemporaryDirectory();
  const data = `--user-data-dir=${directory.path}`;
  await using first = startPreview([data]);
  await vi.waitUntil(() => first.lines.includes(readyLine), { timeout: 60_000 });
  await using second = startPreview([data, '--smoke=60']);
  expect(await second.ended).toBe(1);
  expect(smokeLines(second.lines)).toEqual([
    'Smoke test failed: the app already runs with this data folder.',
  ]);
  expect(first.child.exitCode).toBeNull();
});
