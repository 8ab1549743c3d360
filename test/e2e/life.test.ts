import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  connectCall,
  eventually,
  everythingIn,
  onPause,
  rowOf,
  setStage,
  settingsOf,
  signInto,
  titlesOf,
} from './stage.ts';

/** Two intervals, in which every agent would have been asked. */
const twoIntervals = () => wait(6_500);

describe('the window and the process', () => {
  it('has one instance, hides instead of closing, survives a crash of its page, and quits for good', async () => {
    await using stage = await setStage();
    const { app, dialler, userData } = stage;
    await signInto(stage);
    await rowOf(app, 'ana.ruiz').getByText('READY', { exact: true }).waitFor();

    await app.closeWindow();
    await eventually(() => app.isPopoverVisible()).toBe(false);
    expect(await app.startAgain()).toBe(0);
    await eventually(() => app.isPopoverVisible()).toBe(true);

    await app.crashRenderer();
    connectCall(dialler, 'ana.ruiz');
    await eventually(() => titlesOf(stage)).toEqual(['Call connected: ana.ruiz']);
    await rowOf(app, 'ana.ruiz').getByText('IN CALL', { exact: true }).waitFor();

    // What an extension or a translator does to a page makes React give up drawing it.
    await app.evaluate(`document.querySelector('#root main').remove()`);
    await app.chooseFromMenu('Settings…');
    await app.popover.getByText('This window could not be drawn.').waitFor();
    await app.popover.getByRole('button', { name: 'Reload' }).click();
    await rowOf(app, 'ana.ruiz').getByText('IN CALL', { exact: true }).waitFor();
    expect(await everythingIn(join(userData, 'logs'))).toContain('the page could not be drawn');

    await app.closeWindow();
    connectCall(dialler, 'Eva.Luna');
    await eventually(() => titlesOf(stage)).toContain('Call connected: Eva.Luna');

    const { pid } = app;
    const children = await childrenOf(pid);
    expect(await app.quit()).toBe(0);
    for (const gone of [pid, ...children]) expect(() => process.kill(gone, 0), `${gone}`).toThrow('ESRCH');
  });
});

describe('rest', () => {
  it('asks nothing while asleep or paused, and at once after waking, unlocking or going on', async () => {
    await using stage = await setStage();
    const { app, dialler } = stage;
    // So rare that only what happens in between can make it ask.
    await signInto(stage, ['ana.ruiz', 'ben.cole', 'Eva.Luna'], 60_000);
    await rowOf(app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();

    onPause(dialler, 'ana.ruiz', 'PAUSE - UNLOCKED');
    await app.power('lock-screen');
    await app.power('unlock-screen');
    await rowOf(app, 'ana.ruiz').getByText('PAUSE - UNLOCKED', { exact: true }).waitFor();

    await app.power('suspend');
    const asleepAt = dialler.requests.count;
    for (const user of ['ana.ruiz', 'ben.cole', 'Eva.Luna']) connectCall(dialler, user);
    await app.power('unlock-screen');
    await wait(2_000);
    expect(dialler.requests.count).toBe(asleepAt);
    await app.power('resume');
    await eventually(async () => (await app.tray()).tooltip).toMatch(/^3 in call/);
    await eventually(() => titlesOf(stage)).toEqual(['While nobody could look: 3 calls connected']);

    await app.chooseFromMenu('Pause watching');
    await eventually(async () => (await app.tray()).tooltip).toBe(
      'Croco Tray · not monitoring: watching is paused',
    );
    const pausedAt = dialler.requests.count;
    onPause(dialler, 'ben.cole', 'PAUSE - LUNCH');
    await app.power('suspend');
    await app.power('resume');
    await wait(2_000);
    expect(dialler.requests.count).toBe(pausedAt);
    await app.chooseFromMenu('Pause watching');
    await rowOf(app, 'ben.cole').getByText('PAUSE - LUNCH', { exact: true }).waitFor();
    await wait(2_500);
    expect(await titlesOf(stage)).toEqual(['While nobody could look: 3 calls connected']);
  });
});

describe('telling', () => {
  it('keeps quiet about what was going on, tells what is switched on, and sums up a burst', async () => {
    await using stage = await setStage();
    const { app, dialler } = stage;
    const crowd = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
    for (const user of crowd) dialler.floor.set(user, { status: 'READY' });
    connectCall(dialler, 'ana.ruiz');
    await signInto(stage);
    await rowOf(app, 'ana.ruiz').getByText('IN CALL', { exact: true }).waitFor();
    await rowOf(app, 'c6').getByText('READY', { exact: true }).waitFor();
    dialler.floor.set('ana.ruiz', { status: 'DISPOSITION' });
    await rowOf(app, 'ana.ruiz').getByText('DISPOSITION', { exact: true }).waitFor();
    expect(await titlesOf(stage)).toEqual([]);

    await app.popover.getByRole('button', { name: 'Settings' }).click();
    const isOn = app.popover.getByRole('switch', { name: 'A call ends' });
    await app.popover.getByText('A call ends').click();
    await eventually(() => isOn.isChecked()).toBe(true);
    await eventually(async () => (await settingsOf(stage)).notify['call-ended']).toBe(true);
    await app.popover.getByRole('button', { name: 'Back' }).click();
    connectCall(dialler, 'ana.ruiz', { lead_id: 8 });
    await eventually(() => titlesOf(stage)).toEqual(['Call connected: ana.ruiz']);
    dialler.floor.set('ana.ruiz', { status: 'READY' });
    await eventually(() => titlesOf(stage)).toEqual(['Call connected: ana.ruiz', 'Call ended: ana.ruiz']);
    for (const { title, body } of await app.notifications()) {
      expect(`${title} ${body}`).not.toContain('15550104477');
    }
    // Away from the window in which these two would count towards the burst.
    await wait(2_500);

    for (const user of crowd) connectCall(dialler, user);
    // Asked all at once instead of one after the other over the interval.
    await app.chooseFromMenu('Refresh now');
    await eventually(async () => (await titlesOf(stage)).at(-1)).toBe('6 calls connected');
    const burst = (await app.notifications()).slice(2);
    expect(burst).toHaveLength(4);
    expect(burst.map(({ closed }) => closed)).toEqual([true, true, true, false]);
    // In the order they were asked about, and one may just have had its turn.
    const [, names = ''] = /^(.+) \+2 more$/.exec(burst.at(-1)?.body ?? '') ?? [];
    expect(crowd).toEqual(expect.arrayContaining(names.split(', ')));
    expect(new Set(names.split(', ')).size).toBe(4);
  });
});

describe('who is watched', () => {
  it('changes while running, with a way back, and a stranger is asked about rarely', async () => {
    await using stage = await setStage();
    const { app, dialler } = stage;
    await signInto(stage);
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
    await twoIntervals();
    expect(asked('new.comer')).toBe(removedAt);
    expect(asked('no.body')).toBe(1);

    await app.popover.getByRole('button', { name: 'Undo' }).click();
    await rowOf(app, 'new.comer').getByText('READY', { exact: true }).first().waitFor();
    expect((await settingsOf(stage)).accounts[0].agentUsers).toContain('new.comer');
    expect(await titlesOf(stage)).toEqual([]);
  });
});

describe('a settings file', () => {
  it('that is broken is kept aside and told, and the app starts', async () => {
    const broken = '{"accounts": [ half a fi';
    await using stage = await setStage({
      prepare: (userData) => writeFile(join(userData, 'settings.json'), broken),
    });
    await stage.app.popover.getByText(/settings file could not be read/).waitFor();
    await stage.app.popover.getByRole('button', { name: 'Try the demo' }).waitFor();
    const [kept] = (await readdir(stage.userData)).filter((name) => name.startsWith('settings.broken-'));
    expect(await readFile(join(stage.userData, kept ?? ''), 'utf8')).toBe(broken);
    await stage.app.popover.getByRole('button', { name: 'Dismiss' }).click();
    await eventually(() => stage.app.popover.getByText(/settings file could not be read/).count()).toBe(0);
  });

  it('that cannot be written is told, and all else works', async () => {
    // The rights of files do not bind root, a folder in the place of the file does.
    await using stage = await setStage({
      prepare: async (userData) =>
        void (await mkdir(join(userData, 'settings.json.tmp', 'x'), { recursive: true })),
    });
    await signInto(stage);
    await stage.app.popover.getByText(/settings could not be saved/).waitFor();
    await rowOf(stage.app, 'ana.ruiz').getByText('READY', { exact: true }).waitFor();
  });
});

async function childrenOf(pid: number): Promise<readonly number[]> {
  if (process.platform !== 'linux') return [];
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(Number);
}
