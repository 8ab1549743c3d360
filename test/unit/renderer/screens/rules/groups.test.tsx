import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Group } from '../../../../../src/shared/rules.ts';
import { anAgent } from '../../../../fakes/a-view.ts';
import { button, click, key, press, search, title } from '../../hand.ts';
import { aRule, fill, openRules, typeInto } from './open-rules.ts';

const teamA: Group = { id: 'g1', name: 'Team A', colour: 'blue', agentUsers: ['ana.ruiz'] };
const teamB: Group = { id: 'g2', name: 'Team B', colour: 'teal', agentUsers: [] };
const teamC: Group = { ...teamB, id: 'g3', name: 'Team C' };
const option = (name: string | RegExp) => screen.getByRole('option', { name });
const isIn = (name: string | RegExp) => option(name).getAttribute('aria-selected') === 'true';

describe('the list of groups', () => {
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
    expect(title()).toBe('Edit group');
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
    expect(screen.queryByRole('searchbox')).toBeNull();
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
    await key('Escape');
    expect(changes).toEqual([{ groups: [{ ...teamA, name: 'Evenings' }] }]);
    expect(title()).toBe('Rules');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Edit: Evenings/ }));
  });

  it('is deleted from its editor too', async () => {
    const { held } = await openRules('Groups', { groups: [teamA] });
    await press(/^Edit: Team A/);
    await press('Delete group');
    expect(title()).toBe('Rules');
    expect(held().groups).toEqual([]);
    await press('Undo');
    expect(held().groups).toEqual([teamA]);
  });
});

describe('a group of a floor of a thousand', () => {
  const users = Array.from({ length: 1_000 }, (_, index) => `agent.${String(index).padStart(3, '0')}`);
  const all = () => screen.getByRole<HTMLInputElement>('checkbox');

  it('takes in all who were found, and leaves all of them out again', async () => {
    const agents = users.map((user) => anAgent({ user }));
    const group = { ...teamB, agentUsers: ['agent.555', 'agent.003'] };
    const { held } = await openRules('Groups', { groups: [group] }, { agents });
    const members = () => held().groups[0]?.agentUsers;
    await press(/^Edit: Team B/);
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
});
