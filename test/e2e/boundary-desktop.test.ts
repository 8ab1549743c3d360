import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';
import type { AppDriver } from './driver/app-driver.ts';
import { host } from './driver/launch.ts';
import { launchPreview } from './driver/preview-driver.ts';

// Electron has its own in electron-only.test.ts.
describe.runIf(host === 'preview')('the desktop around the page', () => {
  it('gets no file and no tab of the page, whatever is dropped on it or clicked in it, and nobody a request', async () => {
    await using elsewhere = await startElsewhere();
    await using directory = await makeTemporaryDirectory();
    const file = join(directory.path, 'dropped.html');
    await writeFile(file, '<h1>dropped</h1>');
    const pages: Page[] = [];
    const app = await launchPreview({ userData: directory.path, env: process.env }, (page) =>
      pages.push(page),
    );
    try {
      const [page] = pages;
      if (page === undefined) throw new Error('There is no desktop.');
      const downloads: string[] = [];
      page.on('download', (download) => downloads.push(download.suggestedFilename()));
      await app.popover.getByRole('button', { name: 'Try the demo' }).waitFor();
      await dropOn(page, file);
      await app.evaluate(`for (const href of ['data:text/plain,x', URL.createObjectURL(new Blob(['x']))]) {
        Object.assign(document.createElement('a'), { href, download: 'x.txt' }).click();
      }`);
      await wait(1_500);
      expect(downloads).toEqual([]);
      expect(page.context().pages()).toHaveLength(1);
      expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:/);
      expect(await app.popover.getByRole('button', { name: 'Try the demo' }).isVisible()).toBe(true);

      // A browser lets no program stop a frame from leaving; the desktop lets it arrive nowhere.
      await leaveFor(app, elsewhere.url);
      await wait(1_000);
      expect(elsewhere.requests).toEqual([]);
      expect(page.context().pages()).toHaveLength(1);
      expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:/);
    } finally {
      await app.quit();
    }
  });
});

/** Somebody on this machine who would like to be told something. */
async function startElsewhere() {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('elsewhere');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    requests,
    url: `http://127.0.0.1:${port}/?secret`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** All at once, because the first that has its way takes the page with it. */
const leaveFor = (app: AppDriver, url: string): Promise<unknown> =>
  app
    .evaluate(`{
      const form = Object.assign(document.createElement('form'), { action: '${url}' });
      document.body.append(form);
      form.submit();
      for (const target of ['_blank', '_top', '_parent', '_self']) {
        const link = Object.assign(document.createElement('a'), { href: '${url}', target, ping: '${url}' });
        document.body.append(link);
        link.click();
      }
      open('${url}');
    }`)
    .catch(() => undefined);

/** A real one, by way of the browser, into the middle of the app's page. */
async function dropOn(page: Page, file: string): Promise<void> {
  const box = await page.locator('iframe').boundingBox();
  if (box === null) throw new Error('The popover is not in sight.');
  const at = { x: box.x + box.width / 2, y: box.y + 100 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
    await wait(200);
  }
  await session.detach();
}
