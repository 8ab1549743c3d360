import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Group } from '../../../../../src/shared/rules.ts';
import { anAgent } from '../../../../fakes/a-view.ts';
import { aRule, click, fill, openRules, press, pressEscape, titleNow, typeInto } from './open-rules.ts';

const teamA: Group = { id: 'g1', name: 'Team A', colour: 'blue', agentUsers: ['ana.ruiz'] };
const teamB: Group = { id: 'g2', name: 'Team B', colour: 'teal', agentUsers: [] };
const teamC: Group = { ...teamB, id: 'g3', name: 'Team C' };
const option = (name: string | RegExp) => screen.getByRole('option', { name });
const isIn = (name: string | RegExp) => option(name).getAttribute('aria-selected') === 'true';

beforeEach(() => {
  // There is no layout here, and without a height no row would be in sight.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(320);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the list of groups', () => {
  it('says what to do while it is empty', async () => {
    await openRules('Groups');
    expect(screen.getByRole('heading', { name: 'No groups yet' })).toBeDefined();
  });

  it('says how many are in each and which rules use it, and adds one under a name that is free', async () => {
    const { changes } = await openRules('Groups', {
      groups: [{ ...teamA, name: 'Group 3' }, teamB],
      rules: [aRule({ whom: { kind: 'group', groupId: 'g1' } })],
    });
    expect(screen.getAllByRole('button', { name: /^Edit/ }).map(({ textContent }) => textContent)).toEqual([
      'Edit: Group 3 1 agent · in 1 rule',
      'Edit: Team B Nobody yet',
    ]);
    await press('Add a group');
    expect(changes[0]?.groups?.[2]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Group 4',
      colour: expect.not.stringMatching(/^(blue|teal)$/),
      agentUsers: [],
    });
    expect(titleNow()).toBe('Edit group');
  });

  it('deletes one, keeps the rules about it, says how many, and undoes', async () => {
    const rules = [aRule({ whom: { kind: 'group', groupId: 'g1' } })];
    const { held } = await openRules('Groups', { groups: [teamA, teamB], rules });
    await press('Delete Team A');
    expect(held()).toMatchObject({ groups: [teamB], rules });
    expect(screen.getByText('Team A was deleted. 1 rule now waits for another group.')).toBeDefined();
    await press('Undo');
    expect(held().groups).toEqual([teamA, teamB]);
  });

  it('is put in order by steps, each told to those who hear it, though the first is not back yet', async () => {
    const { held } = await openRules('Groups', { groups: [teamA, teamB, teamC] });
    const button = (name: string) => screen.getByRole('button', { name });
    for (const end of ['Move Team A up', 'Move Team C down']) {
      expect(button(end).getAttribute('aria-disabled')).toBe('true');
      await press(end);
    }
    button('Move Team A down').focus();
    await press('Move Team A down');
    expect(screen.getByText('Team A is now 2 of 3.')).toBeDefined();
    expect(document.activeElement).toBe(button('Move Team A down'));
    await press('Move Team A down');
    expect(held().groups).toEqual([teamB, teamC, teamA]);
  });
});

describe('a group', () => {
  it('takes a name, a colour and agents, none of which undoes another', async () => {
    const { held } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    await fill('Name', '  Evenings ');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Blue' }).checked).toBe(true);
    await click(screen.getByRole('radio', { name: 'Gold' }));
    await click(option('ben.cole'));
    await click(option('ana.ruiz'));
    expect(held().groups).toEqual([{ ...teamA, name: 'Evenings', colour: 'gold', agentUsers: ['ben.cole'] }]);
  });

  it('keeps and marks who is not watched any more, also when left out', async () => {
    const { held } = await openRules('Groups', { groups: [{ ...teamA, agentUsers: ['zoe.old'] }] });
    await press(/^Edit: Team A/);
    const zoe = /^zoe.old · not watched now$/;
    expect(isIn(zoe)).toBe(true);
    await click(option(zoe));
    expect(held().groups[0]?.agentUsers).toEqual([]);
    expect(isIn(zoe)).toBe(false);
  });

  it('keeps its name while none is typed; Escape loses no typed one, and leads to the list', async () => {
    const { changes } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    const field = screen.getByRole('textbox', { name: 'Name' });
    await fill('Name', ' ');
    expect(screen.getByText('Type a name. Until then the group keeps its old one.')).toBeDefined();
    expect(changes).toEqual([]);
    await typeInto(field, 'Evenings');
    await pressEscape(field);
    expect(changes).toEqual([{ groups: [{ ...teamA, name: 'Evenings' }] }]);
    expect(titleNow()).toBe('Rules');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Edit: Evenings/ }));
  });

  it('is deleted from its editor too', async () => {
    const { held } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    await press('Delete group');
    expect(titleNow()).toBe('Rules');
    expect(held().groups).toEqual([]);
    await press('Undo');
    expect(held().groups).toEqual([teamA]);
  });

  it('offers no search among ten agents', async () => {
    await openRules('Groups', { groups: [teamB] });
    await press(/^Edit: Team B/);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('a group of a floor of a thousand', () => {
  const users = Array.from({ length: 1_000 }, (_, index) => `agent.${String(index).padStart(3, '0')}`);
  const search = (value: string) =>
    act(async () => fireEvent.change(screen.getByRole('searchbox'), { target: { value } }));
  const all = () => screen.getByRole<HTMLInputElement>('checkbox');
  const key = (name: string, more: object = {}) =>
    act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more }));
  const current = () => {
    const id = screen.getByRole('listbox').getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.dataset['user'];
  };

  async function openFloor(members: readonly string[] = []) {
    const agents = users.map((user) => anAgent({ user }));
    const opened = await openRules('Groups', { groups: [{ ...teamB, agentUsers: members }] }, { agents });
    await press(/^Edit: Team B/);
    return () => opened.held().groups[0]?.agentUsers;
  }

  it('takes in all who were found, and leaves all of them out again', async () => {
    const members = await openFloor(['agent.555', 'agent.003']);
    expect(screen.getAllByRole('option').length).toBeLessThan(30);
    expect(option('agent.001').getAttribute('aria-setsize')).toBe('1000');
    expect(screen.getByText('2 in the group')).toBeDefined();
    await search('zzz');
    expect(screen.getByText('No agent matches.')).toBeDefined();
    await search('AGENT.55');
    expect(screen.getByLabelText('Select all 10 found')).toBe(all());
    expect(all().indeterminate).toBe(true);
    await click(all());
    const found = users.slice(550, 560);
    expect(members()).toEqual(['agent.555', 'agent.003', ...found.filter((user) => user !== 'agent.555')]);
    expect(all().checked).toBe(true);
    await click(all());
    expect(members()).toEqual(['agent.003']);
  });

  it('is walked by keys, from the search into the list', async () => {
    const members = await openFloor();
    screen.getByRole('searchbox').focus();
    await key('ArrowDown');
    expect(document.activeElement).toBe(screen.getByRole('listbox'));
    expect(current()).toBe('agent.000');
    await key('End');
    await key(' ');
    await key('ArrowUp');
    await key('Enter');
    expect(members()).toEqual(['agent.999', 'agent.998']);
    expect(current()).toBe('agent.998');
    await key('a', { ctrlKey: true });
    expect(members()).toHaveLength(1_000);
  });
});
