import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mostOwnRules } from '../../../../../src/shared/rules.ts';
import { click, flip, key, press, title } from '../../hand.ts';
import { aRule, choose, fill, openRules, typeInto } from './open-rules.ts';

const several = aRule();
const nobody = aRule({ id: 'r2', what: { kind: 'nobody-ready', longerThanMs: 120_000 } });
const call = aRule({
  id: 'r3',
  whom: { kind: 'agent', agentUser: 'ana.ruiz' },
  what: { kind: 'change', change: 'call-connected' },
  escalation: { row: null, icon: null, notify: 0, sound: null },
});
const severalText = 'When 3 or more agents are paused → icon at once, notification after 1:00';
const severalButton = /^Edit: When 3 or more agents/;
const groups = [
  { id: 'g1', name: 'Team A', colour: 'blue' as const, agentUsers: ['ana.ruiz'] },
  { id: 'g2', name: 'Team B', colour: 'blue' as const, agentUsers: ['ben.cole'] },
];

describe('the list', () => {
  it('says each rule in a sentence, and switches one and no other', async () => {
    const { changes } = await openRules('My rules', { rules: [several, call] });
    const rows = within(screen.getByRole('list', { name: 'My rules' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getByRole('button', { name: /^Edit/ }).textContent)).toEqual([
      `Edit: ${severalText}`,
      'Edit: When a call connects for ana.ruiz → notification at once',
    ]);
    await flip(`On: ${severalText}`);
    expect(changes).toEqual([{ rules: [{ ...several, isOn: false }, call] }]);
  });

  it('deletes at once, and Undo puts the rule back where it was without losing what came after', async () => {
    const { held } = await openRules('My rules', { rules: [several, nobody] });
    await press(/^Delete: When 3/);
    expect(held().rules).toEqual([nobody]);
    expect(screen.getByText('The rule was deleted.')).toBeDefined();
    await flip('On: When nobody is ready for longer than 2:00 → icon at once, notification after 1:00');
    await press('Undo');
    expect(held().rules).toEqual([several, { ...nobody, isOn: false }]);
  });

  it('is full at some point', async () => {
    const rules = Array.from({ length: mostOwnRules }, (_, index) => aRule({ id: `r${index}` }));
    await openRules('My rules', { rules });
    expect(screen.queryByRole('button', { name: 'Add a rule' })).toBeNull();
    expect(screen.getByText(/no room for more than 50 rules/)).toBeDefined();
  });

  it('adds a whole rule after those there are, and opens it before main has pushed it', async () => {
    const { changes } = await openRules('My rules', { rules: [nobody] });
    await press('Add a rule');
    await press('3 or more paused at once');
    expect(changes).toEqual([{ rules: [nobody, { ...several, id: expect.any(String) }] }]);
    expect(changes[0]?.rules?.[1]?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(title()).toBe('Edit rule');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });
});

describe('the editor', () => {
  it('changes whom, what and how, and says at once what now holds', async () => {
    const { held } = await openRules('My rules', { rules: [call], groups });
    const now = () => held().rules[0];
    await press(/^Edit: When a call/);
    await choose('It happens when', 'Too long in a state');
    await choose('State', 'Wrap-up');
    await fill('For longer than', '1:30');
    expect(now()?.what).toEqual({ kind: 'in-family', family: 'wrap-up', longerThanMs: 90_000 });
    await click(screen.getByRole('checkbox', { name: 'Colour the row' }));
    await click(screen.getByRole('checkbox', { name: 'Sound, again every minute' }));
    await fill('Notify me: after', '0:30');
    await click(screen.getByRole('radio', { name: 'Red' }));
    await fill('It must last', '0:20');
    expect(now()).toMatchObject({
      severity: 'alarm',
      holdMs: 20_000,
      escalation: { row: 0, icon: null, notify: 30_000, sound: 60_000 },
    });
    await choose('It happens when', 'Several at once');
    expect(screen.queryByRole('checkbox', { name: 'Colour the row' })).toBeNull();
    expect(screen.getByText('A rule about several agents colours no row.')).toBeDefined();
    await press(/^One more/);
    await choose('It is about', 'A group');
    await choose('Group', 'Team B');
    expect(now()).toMatchObject({
      whom: { kind: 'group', groupId: 'g2' },
      what: { kind: 'several', family: 'paused', count: 4 },
    });
    expect(screen.getByText('When 4 or more of Team B are paused, and it lasts 0:20')).toBeDefined();
    await choose('It happens when', 'Something changes');
    await choose('Change', 'The agent goes offline');
    expect(now()?.what).toEqual({ kind: 'change', change: 'went-offline' });
  });

  it('suggests the statuses seen, and takes another, but not none', async () => {
    const { held } = await openRules('My rules', {
      rules: [{ ...call, what: { kind: 'in-status', status: 'LUNCH', longerThanMs: 60_000 } }],
      dictionary: [{ status: 'PAUSE - BREAK', family: null, label: '', limitMs: null }],
    });
    await press(/^Edit: When ana.ruiz is in/);
    await press(/^Show suggestions.*Status/);
    await click(screen.getByRole('option', { name: 'PAUSE - BREAK' }));
    expect(held().rules[0]?.what).toMatchObject({ status: 'PAUSE - BREAK' });
    await fill('Status, as the dialler writes it', ' BATHROOM ');
    await fill('Status, as the dialler writes it', '');
    expect(held().rules[0]?.what).toMatchObject({ status: 'BATHROOM' });
    expect(screen.getByText('Type or choose a status. Until then the rule goes by BATHROOM.')).toBeDefined();
  });

  it.each([
    ['several agents are never one of them', several, groups, ['Everyone', 'A group']],
    ['a group only once there is one', call, [], ['Everyone', 'Me', 'One agent']],
  ])('offers those it can be about: %s', async (_what, rule, there, expected) => {
    await openRules('My rules', { rules: [rule], groups: there });
    await press(/^Edit: When/);
    expect(screen.queryByText('To choose a group, make one first under Groups.') !== null).toBe(
      there.length === 0,
    );
    await click(screen.getByRole('button', { name: /It is about$/ }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(expected);
  });

  it('asks to choose again where the group is gone', async () => {
    const { held } = await openRules('My rules', {
      rules: [{ ...several, whom: { kind: 'group', groupId: 'gone' } }],
      groups,
    });
    expect(screen.getByText('Its group is gone. Choose again whom it is about.')).toBeDefined();
    await press(/^Edit: When 3 or more of a group that is gone/);
    expect(screen.getByText('Choose a group: the one it was about is gone.')).toBeDefined();
    await choose('Group', 'Team A');
    expect(held().rules[0]?.whom).toEqual({ kind: 'group', groupId: 'g1' });
    expect(screen.queryByText('Choose a group: the one it was about is gone.')).toBeNull();
  });
});

describe('leaving the editor', () => {
  it('Escape loses nothing that was typed, and leads to the rule that was open', async () => {
    const { held } = await openRules('My rules', { rules: [nobody, several] });
    await press(severalButton);
    const field = screen.getByRole('textbox', { name: 'Notify me: after' });
    await typeInto(field, '4');
    await key('Escape');
    expect(title()).toBe('Rules');
    expect(held().rules[1]?.escalation.notify).toBe(240_000);
    expect(screen.getByRole('tab', { name: 'My rules' }).getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: severalButton }));
    await key('Escape');
    expect(title()).toBe('Settings');
  });

  it('Escape closes an open list first', async () => {
    await openRules('My rules', { rules: [call] });
    await press(/^Edit: When a call/);
    const field = screen.getByRole('combobox', { name: 'Agent' });
    await act(async () => field.focus());
    await act(async () => fireEvent.keyDown(field, { key: 'ArrowDown' }));
    await key('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(title()).toBe('Edit rule');
    await key('Escape');
    expect(title()).toBe('Rules');
  });

  it('deleting the rule leads to the list, with Undo', async () => {
    const { held } = await openRules('My rules', { rules: [several, nobody] });
    await press(severalButton);
    await press('Delete rule');
    expect(title()).toBe('Rules');
    expect(held().rules).toEqual([nobody]);
    await press('Undo');
    expect(held().rules).toEqual([several, nobody]);
  });
});
