import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/main/app/run-program.ts';
import { backgrounds } from '../../src/main/page/popover.ts';
import { readTaskbarTheme } from '../../src/main/tray/taskbar.ts';
import { startLoginProxy } from '../fakes/login-proxy.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../fakes/temporary-directory.ts';
import { type ElectronDriver, launchElectron } from './driver/electron-driver.ts';
import { host } from './driver/launch.ts';

it('says what it leaves to real Electron', ({ task }) => {
  const tests = task.file.tasks.flatMap((suite) => (suite.type === 'suite' ? suite.tasks : []));
  const leftOut = tests.filter(({ mode }) => mode === 'skip').map(({ name }) => name);
  if (leftOut.length > 0) {
    console.log(`Needs real Electron (--electron), some of it macOS or Windows:\n- ${leftOut.join('\n- ')}`);
    console.log('The fuses of a package are read by test/integration/packaging.test.ts.');
  }
  const isAllLeftOut = leftOut.length === tests.length;
  expect(isAllLeftOut).toBe(host === 'preview');
});

describe.runIf(host === 'electron')('what only real Electron can show', () => {
  let directory: TemporaryDirectory;
  let app: ElectronDriver;
  const hasTrayBounds = process.platform !== 'linux';

  beforeAll(async () => {
    directory = await makeTemporaryDirectory();
    app = await launchElectron({ userData: directory.path, env: process.env });
    await app.popover.getByRole('button', { name: 'Try the demo' }).waitFor();
  });
  afterAll(async () => {
    await app.quit();
    await directory[Symbol.asyncDispose]();
  });

  it('the OS takes a notification and answers', async () => {
    const answer = await app.inMain(({ Notification }) => {
      if (!Notification.isSupported()) return 'not supported';
      const notification = new Notification({ title: 'Croco Tray', body: 'A test' });
      return new Promise<string>((resolve) => {
        notification.on('show', () => resolve('shown'));
        notification.on('failed', (_event, error) => resolve(`failed: ${error}`));
        notification.show();
      });
    });
    console.log(`The notification service of this system: ${answer}`);
    // A machine without a user may have no notification service; where there is one it has to speak.
    expect(answer).toMatch(/^(shown|failed: .*|not supported)$/);
  });

  it.runIf(hasTrayBounds)('the renderer runs in the sandbox of the OS', async () => {
    const renderers = await app.inMain(({ app: main }) =>
      main.getAppMetrics().filter(({ type }) => type === 'Tab'),
    );
    expect(renderers.map(({ sandboxed }) => sandboxed)).toEqual([true]);
  });

  it('permissions are denied by the session', async () => {
    const asked = `Promise.all([
      navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', ({ name }) => name),
      navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      Notification.requestPermission(),
    ])`;
    const [microphone, location, notifications] = await app.evaluate<readonly string[]>(asked);
    expect(microphone).not.toBe('granted');
    expect(location).toBe('denied');
    expect(notifications).toBe('denied');
  });

  it('a certificate nobody vouches for is refused by the network stack', async () => {
    const tls = join(import.meta.dirname, '../fixtures/tls');
    const [cert, key] = await Promise.all([
      readFile(join(tls, 'certificate.pem')),
      readFile(join(tls, 'key.pem')),
    ]);
    let requests = 0;
    const server = createServer({ cert, key }, (_request, response) => {
      requests += 1;
      response.end('{}');
    });
    const draft = draftFor(`https://127.0.0.1:${await portOf(server)}/goAPIv2`);
    const reply = await app.evaluate(`croco.checkAccount(${JSON.stringify({ draft })})`);
    server.close();
    expect(reply).toMatchObject({ ok: false, error: { kind: 'dialler', problem: { kind: 'tls' } } });
    expect(requests).toBe(0);
  });

  it('an answer that is given up on frees its socket, so that the seventh is sent', async () => {
    const open = new Set<Socket>();
    let requests = 0;
    const server = createPlainServer((_request, response) => {
      requests += 1;
      response.write('a'.repeat(2 * 1024 * 1024));
    });
    server.on('connection', (socket: Socket) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    });
    const draft = draftFor(`http://127.0.0.1:${await portOf(server)}/goAPIv2`);
    for (let asked = 1; asked <= 7; asked += 1) {
      const reply = await app.evaluate(`croco.checkAccount(${JSON.stringify({ draft })})`);
      expect(reply).toMatchObject({ ok: false, error: { problem: { kind: 'too-large' } } });
    }
    expect(requests).toBe(7);
    await expect.poll(() => open.size).toBe(0);
    server.close();
  });

  it('a proxy gets the login that was typed for it, once, and its answer comes through', async () => {
    const login = { user: 'office.user', password: 'office.password' };
    const proxy = await startLoginProxy(login);
    const server = createPlainServer((_request, response) => {
      response.end('{"result":"success","data":{"status":"READY"}}');
    });
    const draft = draftFor(`http://127.0.0.1:${await portOf(server)}/goAPIv2`);
    const check = () => app.evaluate(`croco.checkAccount(${JSON.stringify({ draft })})`);
    await app.inMain(
      ({ session }, rules) =>
        session.fromPartition('dialer').setProxy({ proxyRules: rules, proxyBypassRules: '<-loopback>' }),
      proxy.name,
    );
    expect(await check()).toMatchObject({ ok: false, error: { problem: { kind: 'proxy-login' } } });
    const wrong = { ...login, password: 'wrong' };
    await app.evaluate(`croco.logInToProxy(${JSON.stringify(wrong)})`);
    expect(await check()).toMatchObject({ ok: false, error: { problem: { kind: 'proxy-login' } } });
    expect(proxy.given).toHaveLength(1);
    await app.evaluate(`croco.logInToProxy(${JSON.stringify(login)})`);
    expect(await check()).toMatchObject({ ok: true, value: { status: 'READY' } });
    await app.evaluate('croco.forgetProxyLogins()');
    expect(await check()).toMatchObject({ ok: false, error: { problem: { kind: 'proxy-login' } } });
    await app.inMain(({ session }) => session.fromPartition('dialer').setProxy({ mode: 'system' }));
    server.close();
    await proxy.stop();
  });

  it('the page stays where it is, whatever is clicked, opened or dropped', async () => {
    const file = join(directory.path, 'dropped.html');
    await writeFile(file, '<h1>dropped</h1>');
    const before = await app.evaluate<string>('location.href');
    await app.evaluate(`{
      for (const target of ['_self', '_top', '_blank']) {
        const link = Object.assign(document.createElement('a'), { href: 'https://example.invalid/', target });
        document.body.append(link);
        link.click();
        link.remove();
      }
      open('https://example.invalid/');
    }`);
    await app.dropFile(file);
    await wait(1_000);
    expect(await app.evaluate('location.href')).toBe(before);
    expect(await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await app.popover.getByRole('button', { name: 'Try the demo' }).isVisible()).toBe(true);
  });

  it('downloads are stopped by the session', async () => {
    const stopped = app.inMain(
      ({ session }) =>
        new Promise<boolean>((resolve) => {
          session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented));
        }),
    );
    await app.evaluate(`Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(new Blob(['x'])),
      download: 'x.txt',
    }).click()`);
    expect(await stopped).toBe(true);
  });

  it('WebRTC reaches nobody', async () => {
    let reached = 0;
    const udp = createSocket('udp4').on('message', () => {
      reached += 1;
    });
    udp.bind(0, '127.0.0.1');
    await once(udp, 'listening');
    await app.evaluate(`(async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] });
      connection.createDataChannel('x');
      await connection.setLocalDescription();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      connection.close();
    })()`);
    udp.close();
    expect(reached).toBe(0);
    expect(
      await app.inMain(({ session }) => session.defaultSession.resolveProxy('https://example.com/')),
    ).toBe('PROXY 127.0.0.1:9');
  });

  it.runIf(process.platform === 'linux')('Chromium says what it draws on', async () => {
    const chosen = await app.inMain(({ app: main }) => main.commandLine.getSwitchValue('ozone-platform'));
    expect(['x11', 'wayland', 'headless']).toContain(chosen);
  });

  it.runIf(process.platform === 'win32')('the registry tells the theme of the taskbar', async () => {
    const reg = join(process.env['SystemRoot'] ?? '', 'System32', 'reg.exe');
    expect(await readTaskbarTheme(runProgram, reg)).toMatch(/^(light|dark)$/);
  });

  it('the window is filled with the colour of its page, as the theme changes', async () => {
    const colourIn = (theme: 'light' | 'dark') =>
      app.inMain(async ({ BrowserWindow, nativeTheme }, source) => {
        nativeTheme.themeSource = source;
        await new Promise((resolve) => setTimeout(resolve, 500));
        return BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase();
      }, theme);
    for (const theme of ['dark', 'light'] as const) expect(await colourIn(theme)).toBe(backgrounds[theme]);
  });

  it.runIf(hasTrayBounds)('the popover opens beside the icon', async () => {
    const { icon, bounds, workArea } = await app.inMain(({ BrowserWindow, screen }) => {
      const { tray } = globalThis.crocoRecord;
      const [window] = BrowserWindow.getAllWindows();
      if (tray === null || window === undefined) throw new Error('There is no icon or no window.');
      const at = tray.getBounds();
      window.hide();
      tray.emit('click', {}, at, { x: at.x, y: at.y });
      return { icon: at, bounds: window.getBounds(), workArea: screen.getDisplayMatching(at).workArea };
    });
    expect(bounds.x).toBeGreaterThanOrEqual(workArea.x);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(workArea.x + workArea.width);
    expect(bounds.y).toBeGreaterThanOrEqual(workArea.y);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(workArea.y + workArea.height);
    // An icon in the overflow has no place of its own.
    if (icon.width > 0) {
      expect(Math.abs(bounds.x + bounds.width / 2 - (icon.x + icon.width / 2))).toBeLessThan(bounds.width);
    }
  });
});

const draftFor = (server: string) => ({
  server,
  apiUser: 'x',
  password: 'y',
  agentUsers: [],
  method: 'post',
  format: 'json',
  intervalMs: 5_000,
});

/** Once it listens. */
async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
