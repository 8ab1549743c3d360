import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { launchChromium } from '../fakes/chromium.ts';
import { startPreview } from '../fakes/preview-process.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const out = `--out=${join(import.meta.dirname, '../fixtures/preview-main')}`;

async function startFixture(...flags: string[]) {
  const directory = await makeTemporaryDirectory();
  const dataFlag = `--user-data-dir=${directory.path}`;
  const preview = startPreview([out, dataFlag, ...flags]);
  return Object.assign(preview, {
    dataFlag,
    directory: directory.path,
    async [Symbol.asyncDispose]() {
      if (preview.child.exitCode === null && preview.child.signalCode === null) preview.child.kill('SIGKILL');
      await preview.ended;
      await directory[Symbol.asyncDispose]();
    },
  });
}

describe('without a browser', () => {
  test('the app has its name, and nothing before ready', async () => {
    await using preview = await startFixture();
    expect(await preview.fact('identity')).toEqual({ name: 'Fixture', version: '1.2.3' });
    expect(await preview.fact('required')).toBe(true);
    expect(await preview.fact('before ready')).toEqual({
      tray: 'Cannot create Tray before app is ready',
      window: 'Cannot create BrowserWindow before app is ready',
      notification: 'Cannot create Notification before app is ready',
      screen: "The 'screen' module can't be used before the app 'ready' event",
      session: 'Session can only be received when app is ready',
      protocol: 'Session can only be received when app is ready',
    });
    expect(await preview.fact('late schemes')).toContain('before app is ready');
    expect(await preview.fact('same scheme twice')).toBe('Failed to register protocol: app');
    expect(await preview.fact('second handler')).toBe("Attempted to register a second handler for 'echo'");
    expect(await preview.fact('push of a function')).toBe('An object could not be cloned.');
    expect(await preview.fact('not loaded')).toContain('ERR_UNKNOWN_URL_SCHEME');
    await preview.fact('loaded');
  });

  test('quitting asks first, closes windows, and ends well', async () => {
    await using preview = await startFixture();
    await preview.control({ do: 'quit' });
    expect(await preview.ended).toBe(0);
    expect(preview.names().slice(-2)).toEqual(['before-quit', 'window closed']);
  });

  test('a terminating signal is a quit', async () => {
    await using preview = await startFixture();
    await preview.url();
    preview.child.kill('SIGTERM');
    expect(await preview.ended).toBe(0);
    expect(preview.names()).toContain('window closed');
  });

  test('an app that cannot start says why and fails', async () => {
    await using preview = await startFixture('--crash-at-start');
    expect(await preview.ended).toBe(1);
    expect(preview.lines.join('\n')).toContain('broken on purpose');
  });

  test('a second start on the same folder tells the first and ends', async () => {
    await using first = await startFixture();
    await first.url();
    await using second = startPreview([out, first.dataFlag]);
    expect(await second.ended).toBe(0);
    expect(second.names()).toContain('not alone');
    expect(second.lines.join('\n')).not.toContain('Preview ready');
    await first.fact('second-instance');
  });

  test('the lock of a crashed preview does not lock anybody out', async () => {
    await using first = await startFixture();
    await first.url();
    const lock = join(first.directory, 'preview-lock.json');
    const left = await readFile(lock, 'utf8');
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await readFile(lock, 'utf8')).toBe(left);
    await using second = startPreview([out, first.dataFlag]);
    await second.fact('started');
    await writeFile(lock, 'half a fi');
    await using third = startPreview([out, first.dataFlag]);
    await third.fact('started');
  });

  test('of several starts at the same instant after a crash, one runs', async () => {
    await using directory = await makeTemporaryDirectory();
    const left = JSON.stringify({ url: 'http://127.0.0.1:1/second-instance?token=gone' });
    await writeFile(join(directory.path, 'preview-lock.json'), left);
    const flags = [out, `--user-data-dir=${directory.path}`];
    await using one = startPreview(flags);
    await using two = startPreview(flags);
    await using three = startPreview(flags);
    const came = ({ url, ended }: typeof one) => Promise.race([url().then(() => 'runs'), ended]);
    const all = await Promise.all([one, two, three].map(came));
    expect(all.toSorted()).toEqual([0, 0, 'runs']);
    // Each of them starts a process for each time it asks another one.
  }, 120_000);
});

test('a taken port is said in one sentence', async () => {
  await using first = await startFixture();
  const { port } = await first.url();
  await using second = await startFixture(`--port=${port}`);
  expect(await second.ended).toBe(1);
  expect(second.lines).toEqual([expect.stringContaining(port)]);
});

describe('the door', () => {
  /** Status and headers, as nothing in a browser could ask. */
  const ask = (url: URL, headers: Record<string, string>, method = 'GET') =>
    new Promise<{ status: number; names: readonly string[] }>((resolve, reject) => {
      const sent = request(url, { method, headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, names: Object.keys(response.headers) });
      });
      sent.on('error', reject);
      sent.end();
    });

  test('is shut to everybody without token, host and origin, whatever they ask for', async () => {
    await using preview = await startFixture();
    await preview.fact('loaded');
    const url = await preview.url();
    const { framePath } = (await preview.desktop()).window;
    const statusOf = async (path: string) => (await ask(new URL(path, url), {})).status;
    expect((await ask(await preview.at('/desktop.json'), {})).status).toBe(200);
    expect(await statusOf('/desktop.json')).toBe(401);
    expect(await statusOf('/control')).toBe(401);
    expect(await statusOf('/w/guess/index.html')).toBe(404);
    expect((await ask(await preview.at('/../package.json'), {})).status).toBe(404);
    const paths = ['/', '/desktop.json', '/control'].map((path) => preview.at(path));
    for (const place of [...(await Promise.all(paths)), new URL(framePath ?? '', url)]) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const strangers = [
          { host: `evil.example:${url.port}` },
          { host: url.host, origin: 'https://evil.example', 'access-control-request-method': 'POST' },
        ];
        for (const headers of strangers) {
          const { status, names } = await ask(place, headers, method);
          expect([place.pathname, method, headers, status]).toEqual([place.pathname, method, headers, 403]);
          expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
        }
      }
    }
    expect((await preview.desktop()).window.visible).toBe(false);
  });

  test('is on the loopback address only', async () => {
    await using preview = await startFixture();
    const { port } = await preview.url();
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0);
    const reach = (host: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect({ host, port: Number(port), timeout: 2_000 });
        const end = (said: string) => {
          socket.destroy();
          resolve(said);
        };
        socket.on('connect', () => end('answered'));
        socket.on('timeout', () => end('silent'));
        socket.on('error', () => end('refused'));
      });
    expect(await reach('127.0.0.1')).toBe('answered');
    for (const host of ['::1', '127.0.0.2', ...outer.map(({ address }) => address)]) {
      expect([host, await reach(host)]).not.toEqual([host, 'answered']);
    }
  });

  test('opens its socket only to the desktop page', async () => {
    await using preview = await startFixture();
    const address = await preview.at('/socket');
    const { origin } = address;
    address.protocol = 'ws:';
    const first = (options: { origin?: string; headers?: Record<string, string> }): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(address, options);
        socket.on('error', (error) => resolve(error.message));
        socket.on('message', (data) => {
          resolve(JSON.parse(String(data)).kind);
          socket.close();
        });
      });
    expect(await first({ origin })).toBe('desktop');
    expect(await first({ origin: 'http://evil.example' })).toContain('403');
    expect(await first({})).toContain('403');
    const rebound = { origin: 'http://evil.example', headers: { host: `evil.example:${address.port}` } };
    expect(await first(rebound)).toContain('403');
    address.searchParams.set('token', 'wrong');
    expect(await first({ origin })).toContain('403');
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** Without Playwright's own colour scheme, so that the desktop's reaches the app's page. */
  async function openDesktop(preview: Awaited<ReturnType<typeof startFixture>>): Promise<Page> {
    const page = await browser.newPage({ colorScheme: null });
    await page.goto((await preview.url()).href);
    // The token does not stay in the address.
    await page.waitForURL(({ search }) => search === '');
    return page;
  }

  test("the bridge between the app's page and main keeps Electron's rules", async () => {
    await using preview = await startFixture();
    await openDesktop(preview);
    expect(await preview.fact('page report')).toEqual({
      hasUndefined: true,
      time: 5,
      big: '1',
      bytes: [1, 2],
      functionSent: 'An object could not be cloned.',
      failed: "Error invoking remote method 'fail': TypeError: no luck",
      missing: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      badReply: "Error invoking remote method 'bad-reply': Error: An object could not be cloned.",
      // Neither the push before the page was there nor the one after it stopped listening.
      pushed: [{ at: 0, keys: ['at', 'nothing'] }],
      isFrozen: true,
      count: 1,
      required: 'module not found: node:fs',
      fetched: 'Failed to fetch',
      parentReach: 'SecurityError',
    });
    expect(await preview.fact('sender')).toEqual({ origin: 'app://bundle', parent: null });
    expect(preview.names()).toEqual(expect.arrayContaining(['served']));
  });

  test('icon, menu, notification and window take mouse and keyboard', async () => {
    await using preview = await startFixture();
    const page = await openDesktop(preview);
    await preview.fact('page report');
    const icon = page.getByRole('button', { name: 'Fixture: 2 in call' });
    await page.getByRole('button', { name: 'Tray menu' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Notify' }).press('Enter');
    await page.getByRole('button', { name: /^Fixture Call connected/ }).press('Enter');
    await preview.fact('notification click');
    await icon.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Watch' }).click();
    await preview.fact('watch');
    await icon.press('Enter');
    await expect.poll(() => page.frames().at(-1)?.evaluate<boolean>('document.hasFocus()')).toBe(true);
    await page.getByText('Awake', { exact: false }).click();
    await preview.fact('window blur');
    await icon.click();
    await preview.fact('window hide');
  });

  test("the app's page prefers the colours of the desktop", async () => {
    await using preview = await startFixture();
    const page = await openDesktop(preview);
    await preview.fact('page report');
    const isDark = () =>
      page.frames().at(-1)?.evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches");
    await preview.control({ do: 'theme', theme: 'dark' });
    await expect.poll(isDark).toBe(true);
    await preview.control({ do: 'theme', theme: 'light' });
    await expect.poll(isDark).toBe(false);
  });
});
