import { once } from 'node:events';
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

  test('the desktop can be read and driven', async () => {
    await using preview = await startFixture();
    await preview.fact('loaded');
    expect(await preview.desktop()).toMatchObject({
      tray: { tooltip: '2 in call', icon: { scaleFactors: [1, 2] } },
      window: { visible: false, url: 'app://bundle/index.html' },
      messages: [{ kind: 'would-open', text: 'https://example.com/help' }],
    });
    expect(await preview.control({ do: 'click-tray' })).toBe(200);
    expect((await preview.desktop()).window.visible).toBe(true);
    expect(await preview.control({ do: 'click-menu', label: 'Notify' })).toBe(200);
    const [shown] = (await preview.desktop()).notifications;
    expect(shown).toMatchObject({ title: 'Call connected', body: 'Ana & 555', closed: false });
    expect(await preview.control({ do: 'click-notification', id: shown?.id ?? '' })).toBe(200);
    await preview.fact('notification click');
    expect(await preview.control({ do: 'click-menu', label: 'Two in call' })).toBe(409);
    expect(await preview.control({ do: 'click-menu', label: 'Watch' })).toBe(200);
    expect(await preview.fact('watch')).toBe(false);
    await preview.control({ do: 'power', event: 'suspend' });
    await preview.fact('suspend');
    await preview.control({ do: 'theme', theme: 'dark' });
    expect(await preview.fact('theme')).toBe(true);
    await preview.control({ do: 'crash-renderer' });
    expect(await preview.fact('render-process-gone')).toBe('crashed');
    await expect.poll(async () => (await preview.desktop()).window.hasCrashed).toBe(false);
    await preview.control({ do: 'click-menu', id: 'destroy' });
    expect(await preview.fact('after destroy')).toBe('Tray is destroyed');
    expect((await preview.desktop()).tray).toMatchObject({ isShown: false, menu: [], icon: null });
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
  const statusOf = (url: URL, headers: Record<string, string>, method = 'GET'): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });

  test('is shut to everybody without token, host and origin', async () => {
    await using preview = await startFixture();
    const url = await preview.url();
    const bare = new URL('/desktop.json', url);
    const full = await preview.at('/desktop.json');
    expect(await statusOf(full, {})).toBe(200);
    expect(await statusOf(bare, {})).toBe(401);
    expect(await statusOf(full, { Host: `evil.example:${url.port}` })).toBe(403);
    expect(await statusOf(full, { Origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf(new URL('/control', url), {}, 'POST')).toBe(401);
    expect(await statusOf(await preview.at('/../package.json'), {})).toBe(404);
    expect(await statusOf(new URL('/w/guess/index.html', url), {})).toBe(404);
    const answer = await fetch(full);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

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

  test('is shut to names that were bound to this machine, whatever they know and ask for', async () => {
    await using preview = await startFixture();
    await preview.fact('loaded');
    const { port } = await preview.url();
    const { framePath } = (await preview.desktop()).window;
    const full = await preview.at('/desktop.json');
    const hosts = [
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `127.0.0.1.nip.io:${port}`,
      `[::1]:${port}`,
      `0.0.0.0:${port}`,
      `127.0.0.1:${Number(port) + 1}`,
      '127.0.0.1',
      'localhost',
      `LOCALHOST:${port}`,
      `user@127.0.0.1:${port}`,
    ];
    for (const host of hosts) {
      for (const url of [full, await preview.at('/'), new URL(framePath ?? '', full)]) {
        expect([host, url.pathname, (await ask(url, { host })).status]).toEqual([host, url.pathname, 403]);
      }
      expect((await ask(await preview.at('/control'), { host }, 'POST')).status).toBe(403);
    }
    expect((await preview.desktop()).window.visible).toBe(false);
  });

  test('lets no page of another origin read or ask anything', async () => {
    await using preview = await startFixture();
    await preview.fact('loaded');
    const { host } = await preview.url();
    const { framePath } = (await preview.desktop()).window;
    const places = [await preview.at('/desktop.json'), await preview.at('/control'), await preview.at('/')];
    const frame = new URL(framePath ?? '', places[0]);
    for (const origin of [
      'https://evil.example',
      'null',
      `http://localhost:${host.split(':')[1]}`,
      'file://',
    ]) {
      for (const url of [...places, frame]) {
        for (const method of ['GET', 'POST', 'OPTIONS']) {
          const wanted = { host, origin, 'access-control-request-method': 'POST' };
          const { status, names } = await ask(url, wanted, method);
          expect([origin, url.pathname, method, status]).toEqual([origin, url.pathname, method, 403]);
          expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
        }
      }
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

  test.each([
    ['no message of a preload', JSON.stringify({ kind: 'ipc', windowId: 1, data: 'nonsense' })],
    ['more than a socket takes', 'x'.repeat(17_000_000)],
  ])('lets %s end nothing', async (_what, text) => {
    await using preview = await startFixture();
    await preview.fact('loaded');
    const address = await preview.at('/socket');
    const { origin } = address;
    address.protocol = 'ws:';
    const socket = new WebSocket(address, { origin });
    await once(socket, 'message');
    socket.send(text);
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.close();
    await closed;
    expect(await preview.control({ do: 'click-tray' })).toBe(200);
    expect(preview.child.exitCode).toBeNull();
  });

  test("the app's page keeps its own policy, but for who may frame it", async () => {
    await using preview = await startFixture();
    await preview.fact('loaded');
    const { framePath } = (await preview.desktop()).window;
    const url = await preview.url();
    const page = await fetch(new URL(framePath ?? '', `http://localhost:${url.port}`));
    expect(page.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'; frame-ancestors ${url.origin}`,
    );
    expect(await page.text()).toMatch(/<head><script src="\/w\/[^"]+"><\/script>/);
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

  test('the page goes nowhere and opens nothing unless the app lets it', async () => {
    await using preview = await startFixture();
    const page = await openDesktop(preview);
    await preview.fact('page report');
    await preview.control({ do: 'click-tray' });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'Outside' }).click();
    expect(await preview.fact('open')).toBe('https://example.com/out');
    await frame.getByRole('link', { name: 'Elsewhere' }).click();
    expect(await preview.fact('will-navigate')).toBe('app://bundle/elsewhere.html');
    expect(await frame.getByRole('heading').textContent()).toBe('Fixture page');
    expect(page.context().pages()).toHaveLength(1);
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
