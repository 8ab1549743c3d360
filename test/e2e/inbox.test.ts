import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
const callees = ['amy.one', 'bob.two', 'cat.three', 'dan.four'];

/** One story, told in order. */
beforeAll(async () => {
  stage = await setStage();
  for (const user of callees) stage.dialler.floor.set(user, { status: 'READY' });
  await signInto(stage);
  await rowOf(stage.app, 'dan.four').getByText('READY', { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name });
const text = (said: string | RegExp) => stage.app.popover.getByText(said, { exact: true });
const heading = (name: string) => stage.app.popover.getByRole('heading', { name });
/** Of the list that is shown, newest first. */
const lines = () => stage.app.popover.getByRole('listitem').allTextContents();
const unread = () => button(/^Mark as read: /).count();
const menu = async () => (await stage.app.tray()).menu;
const inFile = async () => JSON.parse(await readFile(join(stage.userData, 'inbox.json'), 'utf8')).alerts;

async function told(user: string): Promise<void> {
  await eventually(async () => (await titlesOf(stage)).at(-1)).toBe(`Call connected: ${user}`);
}

it('the inbox has a line for what was told: when, of whom, unread', async () => {
  connectCall(stage.dialler, 'ana.ruiz');
  await told('ana.ruiz');
  connectCall(stage.dialler, 'Eva.Luna', { in_call_with: '15550106688' });
  await told('Eva.Luna');
  await button('Inbox, 2 unread').click();
  await eventually(async () => (await lines()).length).toBe(2);
  const [newest, oldest] = await lines();
  expect(newest).toMatch(/^Unread\.Call connected: Eva\.Luna\d?\d:\d\d.*•••6688 · Spring offer · DIALER$/);
  expect(oldest).toMatch(/^Unread\.Call connected: ana\.ruiz\d?\d:\d\d.*•••4477/);
});

it('it is acknowledged line by line, and remembers it over a restart', async () => {
  await button('Mark as read: Call connected: ana.ruiz').click();
  await eventually(unread).toBe(1);
  const before = await lines();
  await stage.restart();
  await button('Inbox, 1 unread').click();
  await eventually(lines).toEqual(before);
  expect(await button('Mark as read: Call connected: Eva.Luna').count()).toBe(1);
  // What lies there is no news.
  expect(await titlesOf(stage)).toEqual([]);
});

it('it is acknowledged as a whole, and cleared with a way back, for good after that', async () => {
  await button('Mark all as read').click();
  await eventually(unread).toBe(0);
  await text('Unread').click();
  await heading('All read').waitFor();
  await text('All').click();
  await eventually(async () => (await lines()).length).toBe(2);
  const before = await lines();
  await button('Clear').click();
  await heading('Nothing yet').waitFor();
  await button('Undo').click();
  await eventually(lines).toEqual(before);
  await button('Clear').click();
  await eventually(inFile).toEqual([]);
  await button('Back').click();
});

it('muted for an hour from the tray: no notification, a countdown everywhere, and a line that says why', async () => {
  const { app } = stage;
  await eventually(menu).toEqual(expect.arrayContaining(['15 minutes', '1 hour', 'Until tomorrow']));
  await app.chooseFromMenu('1 hour');
  await eventually(async () => (await menu()).join('\n')).toMatch(/^Muted for (1 h|5\d min) more — unmute$/m);
  expect(await menu()).not.toContain('1 hour');
  await eventually(async () => (await app.tray()).tooltip).toMatch(/ · muted$/);
  const bar = text(/^Notifications muted for (1:00:00|5\d:\d\d) more$/);
  await bar.waitFor();
  const first = await bar.textContent();
  await eventually(() => bar.textContent()).not.toBe(first);

  connectCall(stage.dialler, 'amy.one');
  await button('Inbox, 1 unread').click();
  await eventually(lines).toEqual([
    expect.stringMatching(/Call connected: amy\.one.*Not shown: notifications were muted/),
  ]);
  await text(/^Muted for .* more$/).waitFor();
  expect(await titlesOf(stage)).toEqual([]);
});

it('unmuted from the tray: the next call is told', async () => {
  const { app } = stage;
  const [unmute] = (await menu()).filter((label) => label.endsWith('— unmute'));
  await app.chooseFromMenu(unmute ?? '');
  await eventually(menu).toContain('1 hour');
  await eventually(async () => (await settingsOf(stage)).mutedUntilMs).toBe(null);
  await eventually(() => text(/^Muted for .* more$/).count()).toBe(0);
  connectCall(stage.dialler, 'bob.two');
  await told('bob.two');
  expect((await app.tray()).tooltip).not.toContain('muted');
  await button('Back').click();
});

it('one agent muted: nothing is told of them, with the reason kept, and others still are', async () => {
  const row = await openRow(stage, 'cat.three');
  await row.getByRole('button', { name: 'Mute this agent' }).click();
  await row.getByText('Muted', { exact: true }).waitFor({ state: 'attached' });
  connectCall(stage.dialler, 'cat.three');
  await row.getByText('IN CALL', { exact: true }).first().waitFor();
  await row.getByRole('button', { name: 'Why no notification?' }).click();
  await heading('Why no notification?').waitFor();
  await eventually(async () => (await lines())[0]).toMatch(
    /^cat\.three · Call connected · IN CALL.*Notifications about this agent are muted$/,
  );
  connectCall(stage.dialler, 'dan.four');
  await told('dan.four');
  expect(await titlesOf(stage)).toEqual(['Call connected: bob.two', 'Call connected: dan.four']);
  await text('All').click();
  await eventually(async () => (await lines()).length).toBe(3);
  expect((await lines()).join()).not.toContain('cat.three');
});
