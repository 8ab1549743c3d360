import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  connectCall,
  eventually,
  onPause,
  openRow,
  rowOf,
  type Stage,
  setStage,
  settingsOf,
  signInto,
  titlesOf,
} from './stage.ts';

/** Long enough for a minute's pause to pass its limit. */
const overAMinute = { timeout: 90_000, interval: 200 };
const overTitle = 'Eva.Luna: PAUSE - BREAK is over its limit';
const status = 'PAUSE - BREAK';

let stage: Stage;
let iconBefore = '';

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name });
const row = () => rowOf(stage.app, 'Eva.Luna');
const allowance = (kind: 'near' | 'over') => row().locator(`[data-allowance="${kind}"]`);
const tooltip = async () => (await stage.app.tray()).tooltip;
const armed = (user: string) => rowOf(stage.app, user).getByText(/^You will be told/);
const free = (user: string) => stage.dialler.floor.set(user, { status: 'READY' });

/** One story, told in order: the pause of the agent who uses this computer, and whom they wait for meanwhile. */
beforeAll(async () => {
  stage = await setStage();
  connectCall(stage.dialler, 'ana.ruiz');
  await signInto(stage);
  await rowOf(stage.app, 'ana.ruiz').getByText('IN CALL', { exact: true }).waitFor();
  await rowOf(stage.app, 'ben.cole').getByText(status, { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

it('a pause has the limit that was typed for its reason, which was learned by itself', async () => {
  const { popover } = stage.app;
  await (await openRow(stage, 'Eva.Luna')).getByRole('button', { name: 'This is me' }).click();
  await row().getByText('me', { exact: true }).waitFor();
  onPause(stage.dialler, 'ben.cole', 'PAUSE - LUNCH');
  await rowOf(stage.app, 'ben.cole').getByText('PAUSE - LUNCH', { exact: true }).waitFor();
  await button('Settings').click();
  await button('Statuses and pause limits').click();
  await popover.locator(`[data-status="${status}"]`).click();
  const limit = popover.getByLabel('Limit of this pause');
  await eventually(() => limit.inputValue()).toBe('15');
  await limit.fill('1');
  await limit.press('Tab');
  await eventually(async () => (await settingsOf(stage)).dictionary).toContainEqual(
    expect.objectContaining({ status, limitMs: 60_000 }),
  );
  await button('Back').click();
  await button('Back').click();
});

it('it counts down in the row, and for me in the tooltip and on the icon', async () => {
  iconBefore = (await stage.app.tray()).icon;
  onPause(stage.dialler, 'Eva.Luna', status);
  await allowance('near').waitFor();
  const left = async () => {
    const [, minutes, seconds] =
      /^(\d):(\d\d) left$/.exec((await allowance('near').textContent()) ?? '') ?? [];
    return Number(minutes) * 60 + Number(seconds);
  };
  const first = await left();
  await eventually(left).toBeLessThan(first);
  await eventually(tooltip).toMatch(/^PAUSE - BREAK: [01]:\d\d left/);
  await eventually(async () => (await stage.app.tray()).icon).not.toBe(iconBefore);
  expect(await titlesOf(stage)).toEqual([]);
});

it('“tell me when” is armed in the row, tells once when it comes true, and disarms itself', async () => {
  const line = await openRow(stage, 'ana.ruiz');
  await line.getByRole('button', { name: 'when free' }).click();
  await armed('ana.ruiz').waitFor({ state: 'attached' });
  await eventually(async () => (await settingsOf(stage)).tellWhens).toEqual([
    { agentUser: 'ana.ruiz', event: 'free' },
  ]);
  // Nobody is notified of what they have open before them.
  await line.locator('[data-user]').click();
  free('ana.ruiz');
  await eventually(() => titlesOf(stage)).toEqual(['ana.ruiz is free']);
  expect((await stage.app.notifications())[0]?.body).toBe('Now READY');
  await eventually(() => armed('ana.ruiz').count()).toBe(0);
  await eventually(async () => (await settingsOf(stage)).tellWhens).toEqual([]);
  connectCall(stage.dialler, 'ana.ruiz', { lead_id: 8 });
  await rowOf(stage.app, 'ana.ruiz').getByText('IN CALL', { exact: true }).first().waitFor();
  free('ana.ruiz');
  await rowOf(stage.app, 'ana.ruiz').getByText('READY', { exact: true }).first().waitFor();
  await eventually(() => titlesOf(stage)).toEqual(['ana.ruiz is free', 'Call connected: ana.ruiz']);
  await openRow(stage, 'ana.ruiz');
  connectCall(stage.dialler, 'ana.ruiz', { lead_id: 9 });
  await rowOf(stage.app, 'ana.ruiz').getByText('IN CALL', { exact: true }).first().waitFor();
  free('ana.ruiz');
  await rowOf(stage.app, 'ana.ruiz').getByText('READY', { exact: true }).first().waitFor();
  expect(await titlesOf(stage)).toHaveLength(2);
  await line.locator('[data-user]').click();
});

it('a pause over its limit is a red row, a plus, the tooltip, another icon, one notification', async () => {
  const iconLeft = (await stage.app.tray()).icon;
  const before = await titlesOf(stage);
  await expect.poll(() => allowance('over').count(), overAMinute).toBe(1);
  expect(await allowance('over').textContent()).toMatch(/^\+0:\d\d over its limit$/);
  await eventually(() => row().getAttribute('data-severity')).toBe('alarm');
  await eventually(tooltip).toMatch(/^PAUSE - BREAK: over by/);
  await eventually(() => titlesOf(stage)).toEqual([...before, overTitle]);
  expect([iconBefore, iconLeft]).not.toContain((await stage.app.tray()).icon);
});

it('it is not told again after it was acknowledged, nor by the polls that follow', async () => {
  const before = await titlesOf(stage);
  await button(/^Inbox, \d unread/).click();
  await button(`Mark as read: ${overTitle}`).click();
  await eventually(() => button(`Mark as read: ${overTitle}`).count()).toBe(0);
  await button('Back').click();
  const asked = () => stage.dialler.requests.byAgent.get('Eva.Luna') ?? 0;
  const askedBefore = asked();
  await eventually(asked).toBeGreaterThanOrEqual(askedBefore + 2);
  // For the answer to the second of them to be decided on.
  await wait(1_000);
  expect(await titlesOf(stage)).toEqual(before);
  expect(await allowance('over').count()).toBe(1);
});

it('what came true while the app was not running is told late, and once', async () => {
  const waitedFor = await openRow(stage, 'ben.cole');
  await waitedFor.getByRole('button', { name: 'when back from pause' }).click();
  await eventually(async () => (await settingsOf(stage)).tellWhens).toHaveLength(1);
  await stage.restart(() => free('ben.cole'));
  await eventually(() => titlesOf(stage)).toEqual(['ben.cole is back']);
  expect((await stage.app.notifications())[0]?.body).toBe('Now READY\nSeen late: the watch was interrupted.');
  await eventually(async () => (await settingsOf(stage)).tellWhens).toEqual([]);
  expect(await armed('ben.cole').count()).toBe(0);
});
