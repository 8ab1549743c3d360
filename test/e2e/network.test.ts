import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFloor } from '../../src/simulator/floor.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { type DesktopSession, startKeyring } from '../fakes/keyring-session.ts';
import { startLoginProxy } from '../fakes/login-proxy.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../fakes/temporary-directory.ts';
import { host } from './driver/launch.ts';
import { launchPreview, type PreviewDriver } from './driver/preview-driver.ts';
import { apiUser, eventually, everythingIn, lookUpSecret, password, rowOf } from './stage.ts';

const login = { user: 'office.user', password: 'Kp7-proxy-64zW' };
/** More than Chromium has sockets for a host. */
const agentUsers = Array.from({ length: 7 }, (_, index) => `agent.${index + 1}`);

it('leaves these to the preview', () => {
  if (host === 'electron') console.log('Real Electron asks the network it is on: no proxy is played.');
  expect(host).toMatch(/^(preview|electron)$/);
});

/** One story, told in order, by one app. */
describe.runIf(host === 'preview')('the network as Electron has it', () => {
  const stack = new AsyncDisposableStack();
  let app: PreviewDriver;
  let dialler: Simulator;
  let session: DesktopSession;
  let directory: TemporaryDirectory;
  let proxy: Awaited<ReturnType<typeof startLoginProxy>>;

  const tryAgain = () => app.popover.getByRole('button', { name: 'Try again' }).click();
  /** In the banner; the line of the connection says it to screen readers, too. */
  const said = (text: string) => app.popover.getByText(text).first();
  const isReady = (user: string) => rowOf(app, user).getByText('READY', { exact: true }).waitFor();
  const isWell = () =>
    eventually(() => app.popover.getByText('The last known state is below.').count()).toBe(0);

  beforeAll(async () => {
    directory = stack.use(await makeTemporaryDirectory());
    session = await startKeyring();
    stack.defer(session.stop);
    proxy = await startLoginProxy(login);
    stack.defer(proxy.stop);
    const floor = createFloor({ seed: 1, agentCount: 0 });
    for (const user of agentUsers) floor.set(user, { status: 'READY' });
    dialler = await startSimulator({ floor, apiUser, password });
    stack.defer(dialler.stop);
    app = await launchPreview({ userData: directory.path, env: session.env });
    stack.defer(async () => void (await app.quit()));
  });
  afterAll(() => stack.disposeAsync());

  it('a proxy that wants a login gets it by the connect form, and the app goes on where it was', async () => {
    await app.control({ do: 'switch', switches: { proxy: proxy.url } });
    const { popover } = app;
    await popover.getByRole('button', { name: 'Connect to your dialler' }).click();
    await popover.getByLabel('Server', { exact: true }).fill(dialler.url);
    await popover.getByLabel('API user').fill(apiUser);
    await popover.getByLabel('Password', { exact: true }).fill(password);
    await popover.getByLabel('Agents to watch').fill(agentUsers.join('\n'));
    expect(await popover.getByLabel('Proxy user').count()).toBe(0);
    await popover.getByRole('button', { name: 'Connect', exact: true }).click();
    await said('The proxy of your network wants you to log in').waitFor();
    await popover.getByLabel('Proxy user').fill(login.user);
    await popover.getByLabel('Proxy password', { exact: true }).fill('wrong');
    await popover.getByRole('button', { name: 'Log in to the proxy' }).click();
    await said('The proxy refused this user or password.').waitFor();
    expect(proxy.given).toHaveLength(1);
    await popover.getByLabel('Proxy user').fill(login.user);
    await popover.getByLabel('Proxy password', { exact: true }).fill(login.password);
    await popover.getByLabel('Proxy password', { exact: true }).press('Enter');
    await isReady('agent.7');
    expect(proxy.passed()).toBeGreaterThan(0);
    expect(dialler.requests.maxInFlight).toBeLessThanOrEqual(5);
  });

  it('its login is in the keychain alone, and can be forgotten', async () => {
    const entry = `proxy ${proxy.name}`;
    const kept = await lookUpSecret({ session }, entry);
    expect(JSON.parse(kept)).toEqual(login);
    const written = await everythingIn(directory.path);
    for (const secret of Object.values(login)) {
      expect(written).not.toContain(secret);
      expect(app.output()).not.toContain(secret);
      expect(await app.evaluate<string>('JSON.stringify(document.documentElement.outerHTML)')).not.toContain(
        secret,
      );
    }
    await app.popover.getByRole('button', { name: 'Settings' }).click();
    await said(proxy.name).waitFor();
    await app.popover.getByRole('button', { name: 'Forget proxy login' }).click();
    await eventually(() => lookUpSecret({ session }, entry)).toBe('');
    await app.popover.getByRole('button', { name: 'Back' }).click();
    await said('The proxy of your network wants you to log in').waitFor();
    await app.control({ do: 'switch', switches: { proxy: null } });
    await tryAgain();
    await isWell();
  });

  it('a redirect is told with the host it leads to', async () => {
    dialler.faults.inject({ kind: 'redirect', location: 'https://portal.example/login?from=x' });
    await said('The server points to another address (portal.example)').waitFor();
    dialler.faults.clear();
    await tryAgain();
    await isWell();
  });

  it('a status nobody knows and letters outside ASCII settle as what they are', async () => {
    dialler.faults.inject({ kind: 'status', status: 999 });
    await said('The server answered with an error (999)').waitFor();
    dialler.faults.clear();
    dialler.faults.inject({ kind: 'header', name: 'X-Powered-By', value: 'Caf\u00e9' });
    await tryAgain();
    await isWell();
  });

  it('answers that are given up on leave the sockets to those after them', async () => {
    dialler.faults.clear();
    dialler.faults.inject({ kind: 'huge', bytes: 4 * 1024 * 1024 });
    await said('The answer was far too long').waitFor();
    const { count } = dialler.requests;
    // Each of six would keep its socket.
    for (let asked = 1; asked <= 7; asked += 1) {
      await tryAgain();
      await eventually(() => dialler.requests.count).toBeGreaterThanOrEqual(count + asked);
    }
    dialler.faults.clear();
    await tryAgain();
    await isWell();
    await isReady('agent.7');
  });

  it('a dialler that answers after 8 s is asked five at a time, and nobody is given up on', async () => {
    dialler.requests.reset();
    dialler.faults.inject({ kind: 'latency', ms: 8_000 });
    const changed = agentUsers.slice(-2);
    for (const user of changed) dialler.floor.set(user, { status: 'PAUSE - LUNCH' });
    await eventually(() => dialler.requests.inFlight).toBe(5);
    for (const user of changed) {
      await rowOf(app, user).getByText('PAUSE - LUNCH', { exact: true }).waitFor();
    }
    expect(dialler.requests.maxInFlight).toBe(5);
    await isWell();
  });
});
