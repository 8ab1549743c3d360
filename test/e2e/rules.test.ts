import { afterAll, beforeAll, expect, it } from 'vitest';
import { look } from './look.ts';
import { ask, eventually, type Stage, setStage, signInto } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  for (const name of ['carla.soto', 'diego.paz', 'emma.hughes', 'fran.gil', 'gina.brooks']) {
    stage.dialler.floor.set(name, { status: 'READY' });
  }
  for (const name of ['hugo.rey', 'ines.mora', 'maria-del-carmen.hernandez-gutierrez']) {
    stage.dialler.floor.set(name, { status: 'PAUSE - LUNCH BREAK' });
  }
  await signInto(stage);
  await button('Settings').click();
  await button('Rules').click();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name }).first();
const field = (name: string) => stage.app.popover.getByLabel(name, { exact: true });
const tab = (name: string) => stage.app.popover.getByRole('tab', { name });
const text = (said: string | RegExp) => stage.app.popover.getByText(said).first();

/** What has the focus: its label, its text, or both. */
const focused = (): Promise<string> =>
  stage.app.evaluate(`(({ ariaLabel, textContent, labels, tagName }) =>
    tagName === 'BODY' ? '' : (ariaLabel ?? labels?.[0]?.textContent ?? textContent))(document.activeElement)`);

/** From one control to the next, as the hand does. */
async function tabTo(name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await stage.app.keyboard.press('Tab');
    const now = await focused();
    if (typeof name === 'string' ? now === name : name.test(now)) return;
  }
  throw new Error(`Tab leads nowhere near ${name}.`);
}

const preferences = async () => {
  const reply = (await ask(stage, 'getState')) as {
    value: { preferences: { rules: readonly unknown[]; groups: readonly unknown[] } };
  };
  return reply.value.preferences;
};

it('time limits: as they come, as somebody else has them, and wrong', async () => {
  await look(stage.app, 'rules-times');
  await stage.app.popover.getByText('VICIdial', { exact: true }).click();
  await eventually(() => field('Paused: amber after').inputValue()).toBe('1:00');
  // A message stays while the pointer is on it, however long we look.
  await button('Undo').hover();
  await field('Paused: red after').fill('0:30');
  await field('Dead call: amber after').fill('soon');
  await field('Dead call: amber after').press('Tab');
  await text(/^Type minutes, or minutes and seconds/).waitFor();
  await look(stage.app, 'rules-times-wrong');
  await button('Undo').click();
  await eventually(() => field('Paused: red after').inputValue()).toBe('15:00');
});

it('a group and a rule about it, by keyboard alone', async () => {
  const { keyboard } = stage.app;
  await tab('Time limits').focus();
  await keyboard.press('ArrowRight');
  await text('No rules of your own yet').waitFor();
  await look(stage.app, 'rules-empty');
  await keyboard.press('ArrowRight');
  await tabTo('Add a group');
  await keyboard.press('Enter');
  await eventually(focused).toBe('Edit group');
  await tabTo('Name');
  await keyboard.type('Evening team');
  await tabTo('Agents in it');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await text('2 in the group').waitFor();
  await look(stage.app, 'rules-group');
  await keyboard.press('Escape');
  await eventually(focused).toMatch(/^Edit: Evening team 2 agents/);
  await look(stage.app, 'rules-groups');

  await tab('Groups').focus();
  await keyboard.press('ArrowLeft');
  await tabTo('3 or more paused at once');
  await keyboard.press('Enter');
  await eventually(focused).toBe('Edit rule');
  await tabTo(/^Everyone/);
  await keyboard.press('Enter');
  await stage.app.popover.getByRole('option', { name: 'A group' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await text('When 3 or more of Evening team are paused').waitFor();
  // A closed list gives the focus back to what opened it.
  await eventually(focused).toMatch(/^A group/);
  await tabTo('Sound, again every minute');
  await keyboard.press('Space');
  await look(stage.app, 'rules-editor');
  await keyboard.press('Escape');
  await eventually(focused).toMatch(/^Edit: When 3 or more of Evening team/);
  const { rules, groups } = await preferences();
  expect(groups).toEqual([
    { id: expect.any(String), name: 'Evening team', colour: 'blue', agentUsers: ['ana.ruiz', 'carla.soto'] },
  ]);
  expect(rules).toMatchObject([
    { whom: { kind: 'group' }, escalation: { row: null, icon: 0, notify: 60_000, sound: 120_000 } },
  ]);
});

it('a full list, with a rule whose group is gone', async () => {
  const { popover } = stage.app;
  for (const start of [
    'Nobody ready for 2 minutes',
    'A call of one agent connects',
    'Too long in one status',
  ]) {
    await button('Add a rule').click();
    await button(start).click();
    await popover.getByRole('heading', { name: 'Edit rule' }).waitFor();
    await button('Back').click();
  }
  await tab('Groups').click();
  await button('Delete Evening team').click();
  await text('Evening team was deleted. 1 rule now waits for another group.').waitFor();
  await button('Dismiss').click();
  await tab('My rules').click();
  await text('Its group is gone. Choose again whom it is about.').waitFor();
  await look(stage.app, 'rules-list');
  await button(/^Edit: When 3 or more of a group that is gone/).click();
  await text('Choose a group: the one it was about is gone.').waitFor();
  await look(stage.app, 'rules-editor-gone-group');
  await button('Back').click();
});

it('in Spanish', async () => {
  const { popover, keyboard } = stage.app;
  await ask(stage, 'changePreferences', { change: { language: 'es' } });
  await text('Mis reglas').waitFor();
  await look(stage.app, 'rules-list-es');
  await button(/^Editar: Cuando cualquiera está en/).click();
  await popover.getByRole('heading', { name: 'Editar la regla' }).waitFor();
  await look(stage.app, 'rules-editor-es');
  await keyboard.press('Escape');
  await tab('Tiempos').click();
  await look(stage.app, 'rules-times-es');
  await text(/^Recordarme que/).scrollIntoViewIfNeeded();
  await look(stage.app, 'rules-times-end-es');
  await ask(stage, 'changePreferences', { change: { language: 'en' } });
});
