import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Group } from '../../../../../src/shared/rules.ts';
import { anAgent } from '../../fake-croco.ts';
import { aRule, click, fill, openRules, press, pressEscape, titleNow, typeInto } from './open-rules.ts';

const teamA: Group = { id: 'g1', name: 'Team A', colour: 'blue', agentUsers: ['ana.ruiz'] };
const teamB: Group = { id: 'g2', name: 'Team B', colour: 'teal', agentUsers: [] };
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

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
    await click(box('ben.cole'));
    expect(held().groups[0]?.agentUsers).toEqual(['ana.ruiz', 'ben.cole']);
    await click(box('ana.ruiz'));
    expect(held().groups[0]?.agentUsers).toEqual(['ben.cole']);
  });

  it('keeps and marks who is not watched any more, also when left out', async () => {
    const { held } = await openRules('Groups', { groups: [{ ...teamA, agentUsers: ['zoe.old'] }] });
    await press(/^Edit: Team A/);
    const zoe = /^zoe.old · not watched now$/;
    expect(box(zoe).checked).toBe(true);
    await click(box('ana.ruiz'));
    expect(held().groups[0]?.agentUsers).toEqual(['zoe.old', 'ana.ruiz']);
    await click(box(zoe));
    expect(held().groups[0]?.agentUsers).toEqual(['ana.ruiz']);
    expect(box(zoe).checked).toBe(false);
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
    await click(box('ben.cole'));
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
    expect(screen.getAllByRole('checkbox').map((one) => one.closest('label')?.textContent)).toEqual([
      'agent.10',
    ]);
    await act(async () => fireEvent.change(search, { target: { value: 'zzz' } }));
    expect(screen.getByText('No agent matches.')).toBeDefined();
  });

  it('offers none among ten', async () => {
    await openRules('Groups', { groups: [teamB] });
    await press(/^Edit: Team B/);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});
