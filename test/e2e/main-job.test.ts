import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { host } from './driver/launch.ts';
import {
  apiUser,
  connectCall,
  eventually,
  everythingIn,
  fillConnection,
  lookUpSecret,
  password,
  rowOf,
  type Stage,
  setStage,
  titlesOf,
} from './stage.ts';

let stage: Stage;

const broken = '{"accounts": [ half a fi';

beforeAll(async () => {
  stage = await setStage({ prepare: (userData) => writeFile(join(userData, 'settings.json'), broken) });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const accountId = () => `${apiUser}@127.0.0.1:${stage.dialler.port}`;
const titles = () => titlesOf(stage);

/** One story, told in order: each step starts where the one before it ended. */
describe('the main job, end to end', () => {
  it('shows two choices on the first run', async () => {
    const { popover } = stage.app;
    await popover.getByRole('button', { name: 'Connect to your dialler' }).waitFor();
    expect(await popover.getByRole('button', { name: 'Try the demo' }).isVisible()).toBe(true);
    expect((await stage.app.tray()).tooltip).toBe('Croco Tray · not monitoring: no account yet');
  });

  it('has kept a settings file aside that could not be read, and says so', async () => {
    const { popover } = stage.app;
    await popover.getByText(/settings file could not be read/).waitFor();
    const [kept] = (await readdir(stage.userData)).filter((name) => name.startsWith('settings.broken-'));
    expect(await readFile(join(stage.userData, kept ?? ''), 'utf8')).toBe(broken);
    await popover.getByRole('button', { name: 'Dismiss' }).click();
    await eventually(() => popover.getByText(/settings file could not be read/).count()).toBe(0);
  });

  it('names a wrong password in plain words, after a single request', async () => {
    const { popover } = stage.app;
    await popover.getByRole('button', { name: 'Connect to your dialler' }).click();
    await fillConnection(stage, { password: 'wrong' });
    expect(await popover.getByText(`Will connect to ${stage.dialler.url}`).isVisible()).toBe(true);
    await popover.getByRole('button', { name: 'Test connection' }).click();
    await popover.getByText('The dialler refused the API user or password').waitFor();
    expect(stage.dialler.requests.count).toBe(1);
    expect(await popover.getByLabel('API user').inputValue()).toBe(apiUser);
  });

  it('tests a good one, connects, and shows every agent in the words of the dialler', async () => {
    const { popover } = stage.app;
    await popover.getByLabel('Password', { exact: true }).fill(password);
    await popover.getByRole('button', { name: 'Test connection' }).click();
    await popover.getByText('Connected: ana.ruiz is READY').waitFor();
    await popover.getByRole('button', { name: 'Connect', exact: true }).click();
    // The broken file could not tell, so customers are hidden.
    await popover.getByRole('button', { name: 'Stop presenting' }).click();
    await popover.getByRole('button', { name: 'Settings' }).click();
    await popover.getByText('No number in notifications', { exact: true }).click();
    await popover.getByRole('button', { name: 'Back' }).click();
    await rowOf(stage.app, 'ana.ruiz').getByText('READY', { exact: true }).waitFor();
    await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
    await rowOf(stage.app, 'ben.cole').getByText('PAUSE - BREAK', { exact: true }).waitFor();
    const users = await popover
      .locator('[data-user]')
      .evaluateAll((rows) => rows.map((row) => row.textContent));
    expect(users[0]).toContain('ben.cole');
    expect(await titles()).toEqual([]);
    await eventually(async () => (await stage.app.tray()).tooltip).toMatch(/ben\.cole paused ≥ 0:\d\d/);
  });

  it('tells when a call connects: notification, tooltip, row', async () => {
    connectCall(stage.dialler, 'ana.ruiz');
    await eventually(titles).toEqual(['Call connected: ana.ruiz']);
    const [notification] = await stage.app.notifications();
    expect(notification?.body).toBe('•••4477 · Spring offer · DIALER');
    await eventually(async () => (await stage.app.tray()).tooltip).toMatch(/^1 in call · ben\.cole paused/);
    await rowOf(stage.app, 'ana.ruiz').getByText('IN CALL', { exact: true }).waitFor();
    expect((await stage.app.tray()).menu.join('\n')).toMatch(/ana\.ruiz — IN CALL 0:\d\d/);
  });

  it('opens the popover at the agent on a click, with every field and the number masked', async () => {
    const { app } = stage;
    await app.clickTray();
    await eventually(() => app.isPopoverVisible()).toBe(false);
    const [notification] = await app.notifications();
    await app.clickNotification(notification?.id ?? '');
    await eventually(() => app.isPopoverVisible()).toBe(true);
    const row = rowOf(app, 'ana.ruiz');
    await row.getByText('Vendor lead code').waitFor();
    for (const text of ['7890123', 'abc123-xyz456', 'CAMP001', '8600118', '127.0.0.1', 'green']) {
      expect(await row.getByText(text, { exact: true }).first().isVisible(), text).toBe(true);
    }
    expect(await row.textContent()).not.toContain('15550104477');
    await row.getByRole('button', { name: 'Show number' }).click();
    await row.getByText('15550104477').waitFor();
  });

  it('keeps the settings through a restart, and the password in the keychain and nowhere else', async () => {
    const { popover } = await stage.restart();
    await popover.getByText('ben.cole').waitFor();
    await rowOf(stage.app, 'ana.ruiz').getByText('IN CALL', { exact: true }).waitFor();
    await popover.getByRole('button', { name: 'Settings' }).click();
    await popover.getByText('In the keychain of this computer', { exact: true }).waitFor();
    await popover.getByRole('button', { name: 'Back' }).click();
    // What was going on before the start is a baseline.
    expect(await titles()).toEqual([]);
    if (host === 'preview') expect((await lookUpSecret(stage, accountId())).trim()).toBe(password);
    const written = await everythingIn(stage.userData);
    expect(written).toContain(accountId());
    expect(written).not.toContain(password);
    expect(written).not.toContain('15550104477');
    expect(stage.app.output()).not.toContain(password);
    expect(await stage.app.evaluate<string>('document.documentElement.outerHTML')).not.toContain(password);
  });

  it('stops polling at once when the password is changed, asks for it, and goes on with the new one', async () => {
    const { popover } = stage.app;
    stage.dialler.setPassword('Changed-22');
    await popover.getByRole('heading', { name: 'Signed out' }).waitFor();
    const { count } = stage.dialler.requests;
    // Four intervals.
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    expect(stage.dialler.requests.count).toBe(count);
    expect((await stage.app.tray()).tooltip).toMatch(/not monitoring: the dialler refused/i);
    await popover.getByLabel('API password').fill('Changed-22');
    await popover.getByRole('button', { name: 'Sign in' }).click();
    await rowOf(stage.app, 'ana.ruiz').getByText('IN CALL', { exact: true }).waitFor();
  });

  it('keeps the last state while the server is down, says so, and recovers by itself', async () => {
    const { app, dialler } = stage;
    await dialler.pause();
    await app.popover.getByText('The last known state is below.').waitFor();
    await eventually(async () => (await app.tray()).tooltip).toMatch(/not monitoring/);
    await rowOf(app, 'ben.cole')
      .getByText(/last heard/)
      .waitFor({ timeout: 30_000 });
    expect(await rowOf(app, 'ben.cole').getByText('PAUSE - BREAK', { exact: true }).isVisible()).toBe(true);
    connectCall(dialler, 'Eva.Luna', { lead_id: 42 });
    await dialler.resume();
    // The back-off has grown by now, and its next try may be half a minute away.
    await expect.poll(async () => (await app.tray()).tooltip, { timeout: 70_000 }).toMatch(/^2 in call/);
    // The refusal of the step before was told too, once.
    await eventually(titles).toEqual(['The dialler refuses the account', 'Call connected: Eva.Luna']);
    const late = (await app.notifications()).at(-1);
    expect(late?.body).toContain('Seen late');
    await eventually(() =>
      rowOf(app, 'ben.cole')
        .getByText(/last heard/)
        .count(),
    ).toBe(0);
  });

  it('never had two requests of one agent under way', () => {
    expect(stage.dialler.requests.perAgentInFlightMax).toBe(1);
    expect(stage.dialler.requests.log.every(({ method }) => method === 'POST')).toBe(true);
  });
});
