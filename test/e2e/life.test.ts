import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ask,
  connectCall,
  eventually,
  everythingIn,
  onPause,
  rowOf,
  type Stage,
  setStage,
  settingsOf,
  signInto,
  titlesOf,
} from './stage.ts';

let stage: Stage;

const crowd = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const trio = ['ana.ruiz', 'ben.cole', 'Eva.Luna'];
const waking = 'While nobody could look: 3 calls connected';
const tooltip = async () => (await stage.app.tray()).tooltip;

/** One story, told in order. */
beforeAll(async () => {
  stage = await setStage();
  for (const user of crowd) stage.dialler.floor.set(user, { status: 'READY' });
  // So rare that only what happens in between can make it ask.
  await signInto(stage, [...trio, ...crowd], 60_000);
  await rowOf(stage.app, 'c6').getByText('READY', { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

it('nothing is asked while asleep or paused, and at once after waking or going on', async () => {
  const { app, dialler } = stage;
  await app.power('suspend');
  const asleepAt = dialler.requests.count;
  for (const user of trio) connectCall(dialler, user);
  await app.power('unlock-screen');
  await wait(2_000);
  expect(dialler.requests.count).toBe(asleepAt);
  await app.power('resume');
  await eventually(tooltip).toMatch(/^3 in call/);
  await eventually(() => titlesOf(stage)).toEqual([waking]);

  await app.chooseFromMenu('Pause watching');
  await eventually(tooltip).toBe('Croco Tray · not monitoring: watching is paused');
  const pausedAt = dialler.requests.count;
  onPause(dialler, 'ben.cole', 'PAUSE - LUNCH');
  await app.power('suspend');
  await app.power('resume');
  await wait(2_000);
  expect(dialler.requests.count).toBe(pausedAt);
  await app.chooseFromMenu('Pause watching');
  await rowOf(app, 'ben.cole').getByText('PAUSE - LUNCH', { exact: true }).waitFor();
  await wait(2_500);
  expect(await titlesOf(stage)).toEqual([waking]);
});

it('what is switched on is told, and a burst is summed up', async () => {
  const { app, dialler } = stage;
  await ask(stage, 'changePreferences', { change: { intervalMs: 3_000 } });
  await app.popover.getByRole('button', { name: 'Settings' }).click();
  await app.popover.getByText('A call ends').click();
  await eventually(async () => (await settingsOf(stage)).notify['call-ended']).toBe(true);
  await app.popover.getByRole('button', { name: 'Back' }).click();
  dialler.floor.set('Eva.Luna', { status: 'READY' });
  await eventually(() => titlesOf(stage)).toEqual([waking, 'Call ended: Eva.Luna']);
  for (const { title, body } of await app.notifications()) {
    expect(`${title} ${body}`).not.toContain('15550104477');
  }
  // Away from the window in which it would count towards the burst.
  await wait(2_500);

  for (const user of crowd) connectCall(dialler, user);
  // Asked all at once instead of one after the other over the interval.
  await app.chooseFromMenu('Refresh now');
  await eventually(async () => (await titlesOf(stage)).at(-1)).toBe('6 calls connected');
  const burst = (await app.notifications()).slice(2);
  expect(burst.map(({ closed }) => closed)).toEqual([true, true, true, false]);
  // In the order they were asked about, and one may just have had its turn.
  const [, names = ''] = /^(.+) \+2 more$/.exec(burst.at(-1)?.body ?? '') ?? [];
  expect(crowd).toEqual(expect.arrayContaining(names.split(', ')));
  expect(new Set(names.split(', ')).size).toBe(4);
});

it('who is watched changes while running, with a way back, and a stranger is asked about rarely', async () => {
  const { app, dialler } = stage;
  const told = await titlesOf(stage);
  dialler.floor.set('new.comer', { status: 'READY' });
  await app.popover.getByRole('button', { name: 'Add agents' }).click();
  await app.popover.getByLabel('User names, one per line or with commas').fill('new.comer, no.body');
  await app.popover.getByRole('button', { name: 'Add', exact: true }).click();
  await rowOf(app, 'new.comer').getByText('READY', { exact: true }).waitFor();
  await rowOf(app, 'no.body').getByText('The dialler knows no agent of this name.').waitFor();
  const asked = (user: string) => dialler.requests.byAgent.get(user) ?? 0;

  await rowOf(app, 'new.comer').locator('[data-user]').click();
  await rowOf(app, 'new.comer').getByRole('button', { name: 'Remove from list' }).click();
  await eventually(() => rowOf(app, 'new.comer').count()).toBe(0);
  await eventually(async () => (await settingsOf(stage)).accounts[0].agentUsers).not.toContain('new.comer');
  const removedAt = asked('new.comer');
  // Two intervals, in which every agent would have been asked.
  await wait(6_500);
  expect(asked('new.comer')).toBe(removedAt);
  expect(asked('no.body')).toBe(1);

  await app.popover.getByRole('button', { name: 'Undo' }).click();
  await rowOf(app, 'new.comer').getByText('READY', { exact: true }).first().waitFor();
  expect((await settingsOf(stage)).accounts[0].agentUsers).toContain('new.comer');
  expect(await titlesOf(stage)).toEqual(told);
});

it('there is one instance, which hides instead of closing, survives a crash of its page, and quits for good', async () => {
  const { app, dialler, userData } = stage;
  await app.closeWindow();
  await eventually(() => app.isPopoverVisible()).toBe(false);
  expect(await app.startAgain()).toBe(0);
  await eventually(() => app.isPopoverVisible()).toBe(true);

  await app.crashRenderer();
  connectCall(dialler, 'new.comer');
  await eventually(async () => (await titlesOf(stage)).at(-1)).toBe('Call connected: new.comer');
  await rowOf(app, 'new.comer').getByText('IN CALL', { exact: true }).waitFor();

  // What an extension or a translator does to a page makes React give up drawing it.
  await app.evaluate(`document.querySelector('#root main').remove()`);
  await app.chooseFromMenu('Settings…');
  await app.popover.getByText('This window could not be drawn.').waitFor();
  await app.popover.getByRole('button', { name: 'Reload' }).click();
  await rowOf(app, 'new.comer').getByText('IN CALL', { exact: true }).waitFor();
  expect(await everythingIn(join(userData, 'logs'))).toContain('the page could not be drawn');

  await app.closeWindow();
  connectCall(dialler, 'Eva.Luna', { lead_id: 9 });
  await eventually(async () => (await titlesOf(stage)).at(-1)).toBe('Call connected: Eva.Luna');

  const { pid } = app;
  const children = await childrenOf(pid);
  expect(await app.quit()).toBe(0);
  for (const gone of [pid, ...children]) expect(() => process.kill(gone, 0), `${gone}`).toThrow('ESRCH');
});

async function childrenOf(pid: number): Promise<readonly number[]> {
  if (process.platform !== 'linux') return [];
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(Number);
}
