import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Group } from '../../../../../src/shared/rules.ts';
import { anAgent } from '../../fake-croco.ts';
import { aRule, click, fill, openRules, press, pressEscape, titleNow, typeInto } from './open-rules.ts';

const teamA: Group = { id: 'g1', name: 'Team A', colour: 'blue', agentUsers: ['ana.ruiz'] };
const teamB: Group = { id: 'g2', name: 'Team B', colour: 'teal', agentUsers: [] };
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

  it('says who many are in each and which rules use it', async () => {
    await openRules('Groups', {
      groups: [teamA, teamB],
      rules: [aRule({ whom: { kind: 'group', groupId: 'g1' } })],
    });
    expect(screen.getAllByRole('button', { name: /^Edit/ }).map(({ textContent }) => textContent)).toEqual([
      'Edit: Team A 1 agent · in 1 rule',
      'Edit: Team B Nobody yet',
    ]);
  });

  it('adds one under a name that is free, and opens it', async () => {
    const { changes } = await openRules('Groups', { groups: [{ ...teamA, name: 'Group 2' }] });
    await press('Add a group');
    expect(changes).toEqual([
      {
        groups: [
          { ...teamA, name: 'Group 2' },
          { id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Group 3', colour: 'teal', agentUsers: [] },
        ],
      },
    ]);
    expect(titleNow()).toBe('Edit group');
  });

  it('deletes one, keeps the rules about it, says how many, and undoes', async () => {
    const rules = [aRule({ whom: { kind: 'group', groupId: 'g1' } })];
    const { changes, held } = await openRules('Groups', { groups: [teamA, teamB], rules });
    await press('Delete Team A');
    expect(changes).toEqual([{ groups: [teamB] }]);
    expect(held().rules).toEqual(rules);
    expect(screen.getByText('Team A was deleted. 1 rule now waits for another group.')).toBeDefined();
    await press('Undo');
    expect(held().groups).toEqual([teamA, teamB]);
  });
});

describe('the order of groups', () => {
  const teamC: Group = { ...teamB, id: 'g3', name: 'Team C' };
  const names = () => screen.getAllByRole('button', { name: /^Edit/ }).map((one) => one.dataset['edits']);

  it('is changed by a step, told to those who hear it, and keeps the focus on its button', async () => {
    const { held } = await openRules('Groups', { groups: [teamA, teamB, teamC] });
    const down = screen.getByRole('button', { name: 'Move Team A down' });
    down.focus();
    await click(down);
    expect(names()).toEqual(['g2', 'g1', 'g3']);
    expect(held().groups).toEqual([teamB, teamA, teamC]);
    expect(screen.getByText('Team A is now 2 of 3.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Team A down' }));
    await press('Move Team C up');
    expect(names()).toEqual(['g2', 'g3', 'g1']);
  });

  it('has ends that nothing moves beyond', async () => {
    const { changes } = await openRules('Groups', { groups: [teamA, teamB] });
    const ends = ['Move Team A up', 'Move Team B down'];
    for (const name of ends) {
      expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
      await press(name);
    }
    expect(changes).toEqual([]);
    expect(screen.getByRole('button', { name: 'Move Team A down' }).hasAttribute('aria-disabled')).toBe(
      false,
    );
  });

  it('survives two moves before the first has come back', async () => {
    const { held, fallBehind, catchUp } = await openRules('Groups', { groups: [teamA, teamB, teamC] });
    fallBehind();
    await press('Move Team A down');
    await press('Move Team A down');
    await catchUp();
    expect(held().groups).toEqual([teamB, teamC, teamA]);
  });
});

describe('a group', () => {
  it('has the colour that is chosen, by name', async () => {
    const { held } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Blue' }).checked).toBe(true);
    await click(screen.getByRole('radio', { name: 'Gold' }));
    expect(held().groups).toEqual([{ ...teamA, colour: 'gold' }]);
  });

  it('takes agents in and leaves them out', async () => {
    const { held } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    await click(option('ben.cole'));
    expect(held().groups[0]?.agentUsers).toEqual(['ana.ruiz', 'ben.cole']);
    await click(option('ana.ruiz'));
    expect(held().groups[0]?.agentUsers).toEqual(['ben.cole']);
  });

  it('keeps and marks who is not watched any more, also when left out', async () => {
    const { held } = await openRules('Groups', { groups: [{ ...teamA, agentUsers: ['zoe.old'] }] });
    await press(/^Edit: Team A/);
    const zoe = /^zoe.old · not watched now$/;
    expect(isIn(zoe)).toBe(true);
    await click(option('ana.ruiz'));
    expect(held().groups[0]?.agentUsers).toEqual(['zoe.old', 'ana.ruiz']);
    await click(option(zoe));
    expect(held().groups[0]?.agentUsers).toEqual(['ana.ruiz']);
    expect(isIn(zoe)).toBe(false);
  });

  it('has another name once one is typed', async () => {
    const { changes } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    await fill('Name', '  Evenings ');
    expect(changes).toEqual([{ groups: [{ ...teamA, name: 'Evenings' }] }]);
  });

  it('keeps its name while none is typed, and says so', async () => {
    const { changes } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    await fill('Name', ' ');
    expect(screen.getByText('Type a name. Until then the group keeps its old one.')).toBeDefined();
    expect(changes).toEqual([]);
  });

  it('loses no typed name to Escape, which leads to the list', async () => {
    const { held } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    const field = screen.getByRole('textbox', { name: 'Name' });
    await typeInto(field, 'Evenings');
    await pressEscape(field);
    expect(held().groups[0]?.name).toBe('Evenings');
    expect(titleNow()).toBe('Rules');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Edit: Evenings/ }));
  });

  it('name and agents in quick succession do not undo each other', async () => {
    const { held, fallBehind, catchUp } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    fallBehind();
    await fill('Name', 'Evenings');
    await click(option('ben.cole'));
    await catchUp();
    expect(held().groups).toEqual([{ ...teamA, name: 'Evenings', agentUsers: ['ana.ruiz', 'ben.cole'] }]);
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

  it('offers a search among more than ten agents', async () => {
    const agents = Array.from({ length: 11 }, (_, index) => anAgent({ user: `agent.${index}` }));
    await openRules('Groups', { groups: [teamB] }, { agents });
    await press(/^Edit: Team B/);
    const search = screen.getByRole('searchbox', { name: 'Search agents' });
    await act(async () => fireEvent.change(search, { target: { value: 'T.10' } }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['agent.10']);
    await act(async () => fireEvent.change(search, { target: { value: 'zzz' } }));
    expect(screen.getByText('No agent matches.')).toBeDefined();
  });

  describe('of a floor of a thousand', () => {
    const users = Array.from({ length: 1_000 }, (_, index) => `agent.${String(index).padStart(3, '0')}`);
    const search = (value: string) =>
      act(async () => fireEvent.change(screen.getByRole('searchbox'), { target: { value } }));
    const all = () => screen.getByRole<HTMLInputElement>('checkbox');
    const drawn = () => screen.getAllByRole('option').map(({ dataset }) => dataset['user']);
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
      return { ...opened, members: () => opened.held().groups[0]?.agentUsers };
    }

    it('draws those in sight and says how many there are', async () => {
      await openFloor(['agent.000', 'agent.900']);
      expect(drawn().length).toBeLessThan(30);
      expect(option('agent.001').getAttribute('aria-setsize')).toBe('1000');
      expect(screen.getByText('2 in the group')).toBeDefined();
      expect(all().indeterminate).toBe(true);
    });

    it('takes in all who were found, and leaves all of them out again', async () => {
      const { members } = await openFloor(['agent.555', 'agent.003']);
      await search('AGENT.55');
      expect(screen.getByLabelText('Select all 10 found')).toBe(all());
      await click(all());
      const found = users.slice(550, 560);
      expect(members()).toEqual(['agent.555', 'agent.003', ...found.filter((user) => user !== 'agent.555')]);
      expect(all().checked).toBe(true);
      expect(screen.getByText('11 in the group')).toBeDefined();
      await click(all());
      expect(members()).toEqual(['agent.003']);
      await search('');
      expect(all().indeterminate).toBe(true);
      await click(screen.getByLabelText('Select all 1,000 agents'));
      expect(members()).toHaveLength(1_000);
    });

    it('is walked by keys, from the search into the list', async () => {
      const { members } = await openFloor();
      screen.getByRole('searchbox').focus();
      await key('ArrowDown');
      expect(document.activeElement).toBe(screen.getByRole('listbox'));
      expect(current()).toBe('agent.000');
      await key('End');
      expect(current()).toBe('agent.999');
      await key(' ');
      expect(members()).toEqual(['agent.999']);
      expect(current()).toBe('agent.999');
      await key('ArrowUp');
      await key('Enter');
      expect(members()).toEqual(['agent.999', 'agent.998']);
      await key('a', { ctrlKey: true });
      expect(members()).toHaveLength(1_000);
    });
  });

  it('offers none among ten', async () => {
    await openRules('Groups', { groups: [teamB] });
    await press(/^Edit: Team B/);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});
