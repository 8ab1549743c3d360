import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { CrocoApi } from '../../src/shared/bridge.ts';
import { createFloor } from '../../src/simulator/floor.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { type DesktopSession, startKeyring } from '../fakes/keyring-session.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';
import type { AppDriver } from './driver/app-driver.ts';
import { host, launchApp } from './driver/launch.ts';

export const apiUser = 'floor.api';
/** Unusual on purpose, so that finding it anywhere is no accident. */
export const password = 'Kp7-canary-91xQ';

export interface Stage extends AsyncDisposable {
  readonly app: AppDriver;
  readonly dialler: Simulator;
  readonly userData: string;
  readonly session: DesktopSession;
  /** Quits the app and starts it again on the same settings and keyring; `meanwhile` it is not running. */
  readonly restart: (meanwhile?: () => void) => Promise<AppDriver>;
}

const onCall = {
  status: 'IN CALL',
  in_call_with: '15550104477',
  campaign_id: 'CAMP001',
  campaign_name: 'Spring offer',
  call_type: 'DIALER',
  caller_id: '15550190002',
  vendor_lead_code: 'abc123-xyz456',
  lead_id: 7890123,
};

export interface StageOptions {
  readonly flags?: readonly string[];
  /** What is in the app's folder before it starts for the first time. */
  readonly prepare?: (userData: string) => Promise<void>;
  /** Instead of a session with an empty keyring. */
  readonly startSession?: () => Promise<DesktopSession>;
}

/** A dialler moved by hand, a private desktop session with an empty keyring, and the app on fresh settings. */
export async function setStage(given: StageOptions = {}): Promise<Stage> {
  const { flags = [], prepare, startSession = startKeyringSession } = given;
  const stack = new AsyncDisposableStack();
  const directory = stack.use(await makeTemporaryDirectory());
  await prepare?.(directory.path);
  const session = await startSession();
  stack.defer(session.stop);
  const floor = createFloor({ seed: 1, agentCount: 0 });
  for (const user of ['ana.ruiz', 'ben.cole', 'Eva.Luna']) floor.set(user, { status: 'READY' });
  floor.set('ben.cole', { status: 'PAUSE - BREAK' });
  const dialler = await startSimulator({ floor, apiUser, password });
  stack.defer(dialler.stop);
  const options = { userData: directory.path, env: session.env, flags };
  let app = await launchApp(options);
  stack.defer(async () => {
    await app.quit().catch(() => undefined);
  });
  return {
    get app() {
      return app;
    },
    dialler,
    userData: directory.path,
    session,
    restart: async (meanwhile) => {
      await app.quit();
      meanwhile?.();
      app = await launchApp(options);
      return app;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** The preview runs in its own desktop session; real Electron in the one that is there. */
const startKeyringSession = async (): Promise<DesktopSession> =>
  host === 'preview' ? startKeyring() : { env: process.env, stop: async () => undefined };

export const connectCall = (dialler: Simulator, user: string, more: Partial<typeof onCall> = {}): void =>
  dialler.floor.set(user, { ...onCall, ...more });

export const onPause = (dialler: Simulator, user: string, status = 'PAUSE - BREAK'): void =>
  dialler.floor.set(user, { status });

/** Everyone on the floor, in the order they were put there. */
const everyone = ({ dialler }: Stage): readonly string[] =>
  dialler.floor.people().map((person) => person.user);

/** Connects past the form, for tests of what comes after it. */
export async function signInto(stage: Stage, agentUsers = everyone(stage), intervalMs = 3_000) {
  const draft = {
    server: stage.dialler.url,
    apiUser,
    password,
    agentUsers,
    method: 'post',
    format: 'json',
    intervalMs,
  };
  const reply = await ask(stage, 'connectAccount', { draft });
  expect(reply).toMatchObject({ ok: true });
}

/** Through the page's own bridge, as its buttons do. */
export const ask = ({ app }: Stage, name: keyof CrocoApi, argument?: object): Promise<unknown> =>
  app.evaluate(`window.croco.${name}(${argument === undefined ? '' : JSON.stringify(argument)})`);

export interface Connection {
  readonly password?: string;
  readonly method?: 'GET';
  readonly format?: 'XML';
}

/** Fills the connect form as a user would, and leaves the buttons to the test. */
export async function fillConnection({ app, dialler }: Stage, wanted: Connection = {}): Promise<void> {
  const { popover } = app;
  await popover.getByLabel('Server', { exact: true }).fill(dialler.url);
  await popover.getByLabel('API user').fill(apiUser);
  await popover.getByLabel('Password', { exact: true }).fill(wanted.password ?? password);
  await popover.getByLabel('Agents to watch').fill('ana.ruiz, ben.cole\nEva.Luna');
  await popover.getByRole('button', { name: 'Advanced' }).click();
  for (const choice of [wanted.method, wanted.format]) {
    if (choice !== undefined) await popover.getByText(choice, { exact: true }).click();
  }
  const interval = popover.getByRole('textbox', { name: 'Ask about each agent every' });
  await interval.fill('3');
  await interval.press('Tab');
}

export async function connect(stage: Stage, wanted: Connection = {}): Promise<void> {
  const { popover } = stage.app;
  await popover.getByRole('button', { name: 'Connect to your dialler' }).click();
  await fillConnection(stage, wanted);
  await popover.getByRole('button', { name: 'Connect', exact: true }).click();
  await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
}

export const rowOf = ({ popover }: AppDriver, user: string) =>
  popover.getByRole('listitem').filter({ has: popover.locator(`[data-user="${user}"]`) });

/** Scrolls the list to an agent's row: of a long list only what is in sight is drawn. */
export async function reach(app: AppDriver, user: string) {
  await eventually(() => app.evaluate(scrollTowards(user))).toBe(true);
  return rowOf(app, user);
}

/** Half a view further at each call, and again from the top after the end. */
const scrollTowards = (user: string): string => `(() => {
  const row = document.querySelector('[data-user="${user}"]')?.closest('li');
  row?.scrollIntoView({ block: 'nearest' });
  if (row) return true;
  const list = document.querySelector('main ul')?.parentElement;
  if (!list) return false;
  const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
  list.scrollTop = isAtEnd ? 0 : list.scrollTop + list.clientHeight / 2;
  return false;
})()`;

/** Of every notification so far, taken back or not. */
export const titlesOf = async ({ app }: Stage): Promise<readonly string[]> =>
  (await app.notifications()).map(({ title }) => title);

export const settingsOf = async ({ userData }: Stage) =>
  JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8'));

/** Opens an agent's row and returns it. */
export async function openRow({ app }: Stage, user: string) {
  const row = rowOf(app, user);
  await row.locator('[data-user]').click();
  await row.getByRole('button', { name: 'Remove from list' }).waitFor();
  return row;
}

/** For what happens within a few polls. */
export const eventually = <T>(read: () => T | Promise<T>) =>
  expect.poll(read, { timeout: 20_000, interval: 200 });

/** Everything the app wrote below its folder, as one text. */
export async function everythingIn(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  return texts.join('\n');
}

/** What the Secret Service of the session holds for an account, asked of it by another program. */
export async function lookUpSecret({ session }: Pick<Stage, 'session'>, account: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'secret-tool',
    ['lookup', 'service', 'Croco Tray (development)', 'account', account],
    { env: session.env },
  ).catch(() => ({ stdout: '' }));
  return stdout;
}
