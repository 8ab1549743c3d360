import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, rowOf, type Stage, setStage, settingsOf, signInto, titlesOf } from './stage.ts';

let stage: Stage;

const title = 'No connection to the dialler';
const banner = () => stage.app.popover.getByText('Below is what was last known.');

beforeAll(async () => {
  stage = await setStage();
  await signInto(stage);
  await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

/** One story, told in order. */
it('a dialler that is down changes icon and banner and is told once, however often it is tried', async () => {
  const { app, dialler } = stage;
  await app.popover.getByRole('button', { name: 'Settings' }).click();
  const minutes = app.popover.getByLabel('Tell me of a connection problem after');
  await minutes.fill('0');
  await minutes.press('Tab');
  await eventually(async () => (await settingsOf(stage)).problemAfterMs).toBe(0);
  await app.popover.getByRole('button', { name: 'Back' }).click();
  const tooltip = async () => (await app.tray()).tooltip;
  await eventually(tooltip).toMatch(/^2 ready/);
  const { icon } = await app.tray();
  dialler.faults.inject({ kind: 'status', status: 503 });
  await banner().waitFor();
  await eventually(tooltip).toMatch(/not monitoring/);
  expect((await app.tray()).icon).not.toBe(icon);
  await eventually(() => titlesOf(stage)).toEqual([title]);
  const { count } = dialler.requests;
  for (const probe of [1, 2]) {
    await app.popover.getByRole('button', { name: 'Try again' }).click();
    await eventually(() => dialler.requests.count).toBeGreaterThanOrEqual(count + probe);
  }
  // For the last answer to be decided on.
  await wait(1_000);
  expect(await titlesOf(stage)).toEqual([title]);

  dialler.faults.clear();
  await app.popover.getByRole('button', { name: 'Try again' }).click();
  await eventually(() => banner().count()).toBe(0);
  await eventually(async () => (await app.tray()).icon).toBe(icon);
  expect(await titlesOf(stage)).toEqual([title]);
});

it('one that is down after waking shows at once and is not told within a minute', async () => {
  const { app, dialler } = stage;
  await app.power('suspend');
  dialler.faults.inject({ kind: 'status', status: 503 });
  await app.power('resume');
  await banner().waitFor();
  await eventually(async () => (await app.tray()).tooltip).toMatch(/not monitoring/);
  // Without the sleep it was told the moment the banner came.
  await wait(5_000);
  expect(await titlesOf(stage)).toEqual([title]);
});
