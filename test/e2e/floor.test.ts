import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, connectCall, eventually, reach, rowOf, type Stage, setStage, signInto } from './stage.ts';

let stage: Stage;

const userAt = (index: number) => `agent.${String(index).padStart(4, '0')}`;
const users = Array.from({ length: 1_000 }, (_, index) => userAt(index));
const statuses = ['READY', 'PAUSE - LUNCH', 'DISPOSITION', 'READY', 'DEAD', null];

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
const text = (said: string | RegExp) => stage.app.popover.getByText(said).first();
const option = (name: string) => stage.app.popover.getByRole('option', { name, exact: true });
const shownUsers = () =>
  stage.app.evaluate<readonly string[]>(
    `[...document.querySelectorAll('[data-user]')].map(({ dataset }) => dataset.user).sort()`,
  );
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

  it('is made a group of: found, selected, counted, left out again, and shown alone', async () => {
    await button(/^Order and groups/).click();
    await stage.app.popover.getByRole('menuitem', { name: 'Make groups…' }).waitFor();
    await stage.app.popover.getByRole('menuitem', { name: 'Make groups…' }).click();
    await text('No groups yet').waitFor();
    await button('Add a group').click();
    await text('Nobody yet').waitFor();
    await search('zzz');
    await text('No agent matches.').waitFor();
    await search('agent.01');
    await text('Select all 100 found').click();
    await text('100 in the group').waitFor();
    await press('Tab');
    await eventually(() =>
      stage.app.evaluate<string>(`document.activeElement.getAttribute('role') ?? ''`),
    ).toBe('listbox');
    await press('End');
    await press('Space');
    await text('99 in the group').waitFor();
    expect(await option(userAt(199)).getAttribute('aria-selected')).toBe('false');
    await search('');
    await text('Select all 1,000 agents').waitFor();
    expect(await nodeCount()).toBeLessThan(2_000);
    await press('Escape');
    await button(/^Edit: Group 1 99 agents/).waitFor();
    await press('Escape');
    await button(/^Order and groups/).click();
    await stage.app.popover.getByRole('menuitemradio', { name: 'Group 1' }).click();
    await reach(stage.app, userAt(150));
    expect(await rowOf(stage.app, userAt(150)).locator('xpath=self::li').getAttribute('aria-setsize')).toBe(
      '99',
    );
    await search('agent.019');
    await eventually(shownUsers).toEqual(users.slice(190, 199));
    await search('');
    await button('Group 1').click();
  });

  it('grows by whom the dialler’s list has besides, all of them selected at once', async () => {
    await button('Add agents').click();
    await button('Choose from the dialler’s list').click();
    await text('Select all 3 shown').click();
    await text('3 chosen').waitFor();
    expect(await nodeCount()).toBeLessThan(2_000);
    await search('agent.0500');
    await text('All shown are watched').waitFor();
    await button('Add').click();
    await text('3 agents added.').waitFor();
    await search('Eva.Luna');
    await eventually(shownUsers).toEqual(['Eva.Luna']);
    await search('');
  });
});
