import { expect, test, vi } from 'vitest';
import { launchChromium } from '../fakes/chromium.ts';
import { startPreview } from '../fakes/preview-process.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

/** What support reads of the built app that is started with these flags. */
async function diagnostics(...flags: readonly string[]): Promise<string> {
  await using directory = await makeTemporaryDirectory();
  await using preview = startPreview([`--user-data-dir=${directory.path}`, ...flags]);
  await using browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto((await preview.url()).href);
  await page.frameLocator('iframe').locator('#root > *').first().waitFor({ state: 'attached' });
  await page.frames().at(-1)?.evaluate('croco.copyDiagnostics({})');
  return vi.waitUntil(
    async () => (await preview.desktop()).messages.find(({ kind }) => kind === 'copied')?.text,
    { timeout: 30_000 },
  );
}

test('what was started without a sandbox stays so, and says so', { timeout: 120_000 }, async () => {
  expect(await diagnostics('--no-sandbox')).toContain('\n  sandbox: off\n');
  expect(await diagnostics()).toContain('\n  sandbox: on\n');
});
