import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultListView, type ListView } from '../../../../../src/shared/list-view.ts';
import type { Group } from '../../../../../src/shared/rules.ts';
import type { Preferences } from '../../../../../src/shared/settings.ts';
import type { FakeCroco } from '../../fake-croco.ts';
import { button, click, key, press, search, title } from '../../hand.ts';
import { ana, bruno, goTo, luis, prefer, row, show } from './agents-page.ts';

const mornings: Group = { id: 'g1', name: 'Mornings', colour: 'teal', agentUsers: ['luis', 'ana', 'gone'] };
const sales: Group = { id: 'g2', name: 'Sales', colour: 'pink', agentUsers: ['ana'] };
const groups = [mornings, sales];

const showGroups = (part: Partial<Preferences> = {}) => show({ preferences: prefer({ groups, ...part }) });

const grouped = (part: Partial<ListView> = {}) => ({
  listView: { ...defaultListView, isGrouped: true, ...part },
});
const held = (fake: FakeCroco) => fake.view.preferences;
const lines = () =>
  within(screen.getByRole('list', { name: /^Agents/ }))
    .getAllByRole('listitem')
    .map((item) => {
      const { user, section } = item.querySelector('button')?.dataset ?? {};
      return user ?? `[${section}]`;
    });
const header = (name: RegExp) =>
  within(screen.getByRole('list', { name: /^Agents/ })).getByRole('button', { name });
const choose = async (option: string) => {
  await press(/^Order and groups, now/);
  await click(screen.getByRole('menuitemradio', { name: option }));
};

test.each([
  ['Make groups…', []],
  ['Edit groups…', groups],
])('beside the order, “%s” leads to the groups, and Escape back to the agents', async (name, there) => {
  await showGroups({ groups: there });
  expect(screen.queryByRole('button', { name: 'Group' }) !== null).toBe(there.length > 0);
  await press(/^Order and groups, now/);
  await click(screen.getByRole('menuitem', { name }));
  expect(title()).toBe('Rules');
  expect(screen.getByRole('tab', { name: 'Groups' }).getAttribute('aria-selected')).toBe('true');
  await key('Escape');
  expect(row('luis')).toBeDefined();
});

test('agents stand below each of their groups, and last those in none', async () => {
  const fake = await showGroups();
  expect(lines()).toEqual(['ana', 'Bruno', 'luis']);
  await press('Group');
  expect(lines()).toEqual(['[g1]', 'ana', 'luis', '[g2]', 'ana', '[]', 'Bruno']);
  expect(button('Group').getAttribute('aria-pressed')).toBe('true');
  expect(held(fake).listView.isGrouped).toBe(true);
  await press('Group');
  expect(lines()).toEqual(['ana', 'Bruno', 'luis']);
});

test('a header says the name, how many, and in which states, or how many are over a limit', async () => {
  const fake = await showGroups(grouped());
  expect(header(/^Mornings/).textContent).toBe('Mornings2 agents1 Paused1 Ready');
  await act(async () => fake.update({ agents: [{ ...luis, severity: 'alarm' }, bruno, ana] }));
  expect(header(/^Mornings/).textContent).toContain('1 over limit');
  expect(header(/^Mornings/).textContent).not.toContain('Ready');
  expect(header(/^No group/).textContent).toBe('No group1 agent1 In call');
});

test('a section folds away and stays so; keys go over its header as over a row', async () => {
  const fake = await showGroups(grouped());
  expect(header(/^Mornings/).getAttribute('aria-expanded')).toBe('true');
  header(/^Mornings/).focus();
  await key('End');
  expect(document.activeElement).toBe(row('Bruno'));
  await click(header(/^Mornings/));
  expect(header(/^Mornings/).getAttribute('aria-expanded')).toBe('false');
  expect(lines()).toEqual(['[g1]', '[g2]', 'ana', '[]', 'Bruno']);
  await click(header(/^No group/));
  expect(held(fake).listView.collapsed).toEqual(['g1', '']);
  await click(header(/^Mornings/));
  expect(held(fake).listView.collapsed).toEqual(['']);
});

test('a section of a group that is gone is forgotten with the next fold', async () => {
  const fake = await showGroups(grouped({ collapsed: ['deleted', 'g2'] }));
  await click(header(/^Mornings/));
  expect(held(fake).listView.collapsed).toEqual(['g2', 'g1']);
});

test('a search opens what was folded away, finds groups by name, and leaves out empty sections', async () => {
  const fake = await showGroups(grouped({ collapsed: ['g1', 'g2'] }));
  await search('morn');
  expect(lines()).toEqual(['[g1]', 'ana', 'luis', '[g2]', 'ana']);
  await click(header(/^Mornings/));
  expect(lines()).toEqual(['[g1]', '[g2]', 'ana']);
  await search('');
  expect(lines()).toEqual(['[g1]', '[g2]', '[]', 'Bruno']);
  expect(held(fake).listView.collapsed).toEqual(['g1', 'g2']);
});

test('only the row that was pressed opens, of an agent in two groups', async () => {
  await showGroups(grouped());
  const [first, second] = within(screen.getByRole('list', { name: /^Agents/ })).getAllByRole('button', {
    name: /^ana/,
  });
  await click(second ?? expect.unreachable('ana is in two groups'));
  expect(first?.getAttribute('aria-expanded')).toBe('false');
  expect(second?.getAttribute('aria-expanded')).toBe('true');
  await press('Group');
  expect(row('ana').getAttribute('aria-expanded')).toBe('true');
});

test('who is asked for by a notification is unfolded', async () => {
  const fake = await showGroups(grouped({ collapsed: ['g1', ''] }));
  await goTo(fake, 'luis', 1);
  expect(lines()).toEqual(['[g1]', 'ana', 'luis', '[g2]', 'ana', '[]']);
  expect(document.activeElement).toBe(row('luis'));
});

test('one group can be chosen, is counted alone, and is let go of in the row of counts', async () => {
  await showGroups();
  await choose('Mornings');
  expect(lines()).toEqual(['ana', 'luis']);
  expect(screen.queryByRole('button', { name: '1 In call' })).toBeNull();
  await press('Mornings');
  expect(lines()).toEqual(['ana', 'Bruno', 'luis']);
});

test('the chosen group alone is a section while grouped, and deleted leaves everyone in sight', async () => {
  const fake = await showGroups(grouped());
  await choose('Sales');
  expect(lines()).toEqual(['[g2]', 'ana']);
  await act(async () => fake.update({ preferences: prefer({ groups: [mornings] }) }));
  expect(lines()).toEqual(['ana', 'Bruno', 'luis']);
});

test('the order that is chosen is kept, and named to those who hear the list', async () => {
  const fake = await showGroups();
  await choose('Name');
  expect(held(fake).listView.sort).toBe('name');
  expect(screen.getByRole('list', { name: 'Agents by name' })).toBeDefined();
  expect(lines()).toEqual(['ana', 'Bruno', 'luis']);
});

test('a pinned agent comes first, says so, and can be let go of', async () => {
  const fake = await showGroups();
  await click(row('luis'));
  await press('Pin to top');
  expect(held(fake).pinned).toEqual(['luis']);
  expect(lines()).toEqual(['luis', 'ana', 'Bruno']);
  expect(row('luis').textContent).toContain('Pinned to the top');
  await press('Unpin');
  expect(held(fake).pinned).toEqual([]);
  expect(lines()).toEqual(['ana', 'Bruno', 'luis']);
});
