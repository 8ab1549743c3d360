import { afterAll, beforeAll, expect, it } from 'vitest';
import { weekdays } from '../../src/shared/working-hours.ts';
import {
  connectCall,
  eventually,
  openRow,
  rowOf,
  type Stage,
  setStage,
  settingsOf,
  signInto,
  titlesOf,
} from './stage.ts';

let stage: Stage;
/** Each is called once: several short calls of one agent would be folded into one line. */
const callees = ['amy.one', 'bob.two', 'cat.three', 'dan.four', 'eve.five', 'fay.six'];

beforeAll(async () => {
  stage = await setStage();
  for (const user of callees) stage.dialler.floor.set(user, { status: 'READY' });
  await signInto(stage);
  await rowOf(stage.app, 'fay.six').getByText('READY', { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name });
const menu = async () => (await stage.app.tray()).menu;
/** The lines of the list that is shown, newest first. */
const lines = () => stage.app.popover.getByRole('listitem').allTextContents();

/** One story, told in order. */
it('muted for an hour from the tray: no notify, a countdown everywhere, and a line that says why', async () => {
  const { app } = stage;
  await eventually(menu).toEqual(expect.arrayContaining(['15 minutes', '1 hour', 'Until tomorrow']));
  await app.chooseFromMenu('1 hour');
  await eventually(async () => (await menu()).join('\n')).toMatch(/^Muted for (1 h|5\d min) more — unmute$/m);
  expect(await menu()).not.toContain('1 hour');
  await eventually(async () => (await app.tray()).tooltip).toMatch(/ · muted$/);
  const bar = app.popover.getByText(/^Notifications muted for (1:00:00|5\d:\d\d) more$/);
  await bar.waitFor();
  const first = await bar.textContent();
  await eventually(() => bar.textContent()).not.toBe(first);

  connectCall(stage.dialler, 'amy.one');
  await button('Inbox, 1 unread').click();
  await eventually(lines).toHaveLength(1);
  expect((await lines())[0]).toMatch(/Call connected: amy\.one.*Not shown: notifications were muted/);
  await app.popover.getByText(/^Muted for another/).waitFor();
  expect(await titlesOf(stage)).toEqual([]);
});

it('unmuted from the tray: the next call notifications', async () => {
  const { app } = stage;
  const [unmute] = (await menu()).filter((label) => label.endsWith('— unmute'));
  await app.chooseFromMenu(unmute ?? '');
  await eventually(menu).toContain('1 hour');
  await eventually(async () => (await settingsOf(stage)).mutedUntilMs).toBe(null);
  await eventually(() => app.popover.getByText(/^Muted for another/).count()).toBe(0);
  connectCall(stage.dialler, 'bob.two');
  await eventually(() => titlesOf(stage)).toEqual(['Call connected: bob.two']);
  expect((await app.tray()).tooltip).not.toContain('muted');
  await button('Back').click();
});

it('one agent muted: nothing is told of them, with the reason kept, and others still notify', async () => {
  const { app } = stage;
  const row = await openRow(stage, 'cat.three');
  await row.getByRole('button', { name: 'Mute this agent' }).click();
  await row.getByText('Muted', { exact: true }).waitFor({ state: 'attached' });
  connectCall(stage.dialler, 'cat.three');
  await row.getByText('IN CALL', { exact: true }).first().waitFor();
  await row.getByRole('button', { name: 'Why no notification?' }).click();
  await app.popover.getByRole('heading', { name: 'Why no notification?' }).waitFor();
  await eventually(async () => (await lines())[0]).toMatch(
    /^cat\.three · Call connected · IN CALL.*Notifications about this agent are muted$/,
  );
  connectCall(stage.dialler, 'dan.four');
  await eventually(() => titlesOf(stage)).toEqual(['Call connected: bob.two', 'Call connected: dan.four']);
  await app.popover.getByText('All', { exact: true }).click();
  await eventually(async () => (await lines()).length).toBe(3);
  expect((await lines()).join()).not.toContain('cat.three');
  await button('Back').click();
});

it('outside working hours: no notify, and “Kept quiet” says so; within them the next call notifications', async () => {
  const { app } = stage;
  const { popover } = app;
  const working = popover.getByText('Notify only in working hours');
  await button('Settings').click();
  await working.click();
  for (const day of weekdays) {
    const box = popover.getByRole('checkbox', { name: new RegExp(day, 'i') });
    if (await box.isChecked()) await box.uncheck();
  }
  await eventually(async () => (await settingsOf(stage)).workingHours).toEqual({
    isOn: true,
    days: Object.fromEntries(weekdays.map((day) => [day, null])),
  });
  await button('Back').click();
  const before = await titlesOf(stage);
  connectCall(stage.dialler, 'eve.five');
  await button(/^Inbox/).click();
  await eventually(async () => (await lines())[0]).toMatch(/Not shown: it was outside your working hours$/);
  await popover.getByText('Kept quiet', { exact: true }).click();
  await eventually(async () => (await lines())[0]).toMatch(
    /^eve\.five · Call connected · IN CALL.*It was outside your working hours$/,
  );
  expect(await titlesOf(stage)).toEqual(before);

  await button('Back').click();
  await button('Settings').click();
  await working.click();
  await eventually(async () => (await settingsOf(stage)).workingHours.isOn).toBe(false);
  await button('Back').click();
  connectCall(stage.dialler, 'fay.six');
  await eventually(() => titlesOf(stage)).toEqual([...before, 'Call connected: fay.six']);
});
