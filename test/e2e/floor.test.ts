import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupColours } from '../../src/shared/group-colours.ts';
import { look } from './look.ts';
import { ask, connectCall, eventually, reach, rowOf, type Stage, setStage, signInto } from './stage.ts';

let stage: Stage;

const userAt = (index: number) => `agent.${String(index).padStart(4, '0')}`;
const users = Array.from({ length: 1_000 }, (_, index) => userAt(index));
const statuses = ['READY', 'PAUSE - LUNCH', 'DISPOSITION', 'READY', 'DEAD', null];
const groups = groupColours.map((colour, number) => ({
  id: `g${number}`,
  name: number === 2 ? 'Customer support in the evenings and at weekends' : `Team ${number + 1}`,
  colour,
  agentUsers: users.filter((_, index) => index % 40 === number),
}));

beforeAll(async () => {
  stage = await setStage();
  const { floor } = stage.dialler;
  for (const [index, user] of users.entries()) {
    const status = statuses[index % statuses.length] ?? null;
    if (index % 7 === 3) connectCall(stage.dialler, user, { lead_id: index });
    else floor.set(user, status === null ? null : { status });
  }
  await signInto(stage, users);
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name, exact: true });
const focusedUser = () => stage.app.evaluate<string>(`document.activeElement.dataset.user ?? ''`);
const press = (key: string) => stage.app.keyboard.press(key);
const search = (text: string) => stage.app.popover.getByRole('searchbox').fill(text);
const prefer = (change: object) => ask(stage, 'changePreferences', { change });
const nodeCount = () =>
  stage.app.evaluate<number>(`(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
})()`);

describe('a floor of a thousand', () => {
  it('is searched, opened and scrolled, with what was opened still open', async () => {
    await search(userAt(777));
    await eventually(() => stage.app.popover.locator('[data-user]').count()).toBe(1);
    await rowOf(stage.app, userAt(777)).locator('[data-user]').click();
    await rowOf(stage.app, userAt(777)).getByText('Vendor lead code').waitFor();
    await search('');
    await eventually(() => stage.app.popover.locator('[data-user]').count()).toBeGreaterThan(5);
    const row = await reach(stage.app, userAt(777));
    expect(await row.getByText('Vendor lead code').isVisible()).toBe(true);
    await row.locator('[data-user]').click();
    expect(await nodeCount()).toBeLessThan(2_000);
  });

  it('is walked by keys from end to end', async () => {
    await prefer({ listView: { sort: 'name', isGrouped: false, collapsed: [] } });
    await reach(stage.app, userAt(0));
    await rowOf(stage.app, userAt(0)).locator('[data-user]').focus();
    await press('End');
    await eventually(focusedUser).toBe(userAt(999));
    await press('PageUp');
    await eventually(focusedUser).toMatch(/^agent\.09[89]\d$/);
    await press('Home');
    await eventually(focusedUser).toBe(userAt(0));
    expect(await rowOf(stage.app, userAt(0)).isVisible()).toBe(true);
  });

  it('stands in groups, of which one can be chosen', async () => {
    await prefer({
      groups,
      pinned: [userAt(6), userAt(2)],
      listView: { sort: 'attention', isGrouped: false, collapsed: [] },
    });
    await button('Group').click();
    await button(/^Team 1/).waitFor();
    await look(stage.app, 'floor-grouped');
    await button(/^Team 1/).click();
    await eventually(() => button(/^Team 1/).getAttribute('aria-expanded')).toBe('false');
    await button(/^Order and groups/).click();
    await stage.app.popover.getByRole('menuitemradio', { name: 'Team 4' }).click();
    await eventually(() => button(/^Team 5/).count()).toBe(0);
    await look(stage.app, 'floor-one-group');
    await button('Team 4').click();
    await prefer({ language: 'es' });
    await button('Agrupar').waitFor();
    await look(stage.app, 'floor-es');
    await prefer({ language: 'en' });
    await button('Group').click();
    await look(stage.app, 'floor');
    expect(await nodeCount()).toBeLessThan(2_000);
  });
});
