import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mostOwnRules } from '../../../../../src/shared/rules.ts';
import {
  aRule,
  choose,
  click,
  fill,
  openRules,
  press,
  pressEscape,
  titleNow,
  toggle,
  typeInto,
} from './open-rules.ts';

const several = aRule();
const nobody = aRule({ id: 'r2', what: { kind: 'nobody-ready', longerThanMs: 120_000 } });
const call = aRule({
  id: 'r3',
  whom: { kind: 'agent', agentUser: 'ana.ruiz' },
  what: { kind: 'change', change: 'call-connected' },
  escalation: { row: null, icon: null, notify: 0, sound: null },
});
const severalText = 'When 3 or more agents are paused → icon at once, notification after 1:00';
const edit = (text: RegExp | string) => press(typeof text === 'string' ? `Edit: ${text}` : text);
const severalButton = /^Edit: When 3 or more agents/;

describe('the list', () => {
  it('says each rule in a sentence', async () => {
    await openRules('My rules', { rules: [several, nobody, call] });
    const rows = within(screen.getByRole('list', { name: 'My rules' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getByRole('button', { name: /^Edit/ }).textContent)).toEqual([
      `Edit: ${severalText}`,
      'Edit: When nobody is ready for longer than 2:00 → icon at once, notification after 1:00',
      'Edit: When a call connects for ana.ruiz → notification at once',
    ]);
  });

  it('switches one rule and no other', async () => {
    const { changes } = await openRules('My rules', { rules: [several, nobody] });
    await toggle(`On: ${severalText}`);
    expect(changes).toEqual([{ rules: [{ ...several, isOn: false }, nobody] }]);
  });

  it('deletes at once, and Undo puts the rule back where it was', async () => {
    const { changes, held } = await openRules('My rules', { rules: [several, nobody, call] });
    await press(/^Delete: When nobody/);
    expect(changes).toEqual([{ rules: [several, call] }]);
    expect(screen.getByText('The rule was deleted.')).toBeDefined();
    await press('Undo');
    expect(held().rules).toEqual([several, nobody, call]);
  });

  it('undoes a deletion without losing what came after it', async () => {
    const { held } = await openRules('My rules', { rules: [several, nobody] });
    await press(/^Delete: When 3/);
    await toggle('On: When nobody is ready for longer than 2:00 → icon at once, notification after 1:00');
    await press('Undo');
    expect(held().rules).toEqual([several, { ...nobody, isOn: false }]);
  });

  it('says what keeps a rule from doing anything', async () => {
    await openRules('My rules', { rules: [{ ...call, whom: { kind: 'group', groupId: 'gone' } }] });
    expect(screen.getByText('Its group is gone. Choose again whom it is about.')).toBeDefined();
  });

  it('is full at some point', async () => {
    const rules = Array.from({ length: mostOwnRules }, (_, index) => aRule({ id: `r${index}` }));
    await openRules('My rules', { rules });
    expect(screen.queryByRole('button', { name: 'Add a rule' })).toBeNull();
    expect(screen.getByText(/no room for more than 50 rules/)).toBeDefined();
  });
});

describe('adding', () => {
  it.each([
    ['3 or more paused at once', { what: several.what, severity: 'warning', escalation: several.escalation }],
    [
      'Nobody ready for 2 minutes',
      { what: nobody.what, severity: 'alarm', escalation: { row: null, icon: 0, notify: 0, sound: null } },
    ],
    ['A call of one agent connects', { whom: call.whom, what: call.what, escalation: call.escalation }],
    [
      'Too long in one status',
      {
        what: { kind: 'in-status', status: 'ALMUERZO', longerThanMs: 900_000 },
        severity: 'alarm',
        escalation: { row: 0, icon: 0, notify: 0, sound: null },
      },
    ],
  ] as const)('%s makes a whole rule and opens it', async (start, part) => {
    const { changes } = await openRules('My rules', {
      dictionary: [
        { status: 'READY', family: null, label: '', limitMs: null },
        { status: 'ALMUERZO', family: null, label: '', limitMs: null },
      ],
    });
    await press(start);
    expect(changes).toEqual([
      { rules: [{ ...several, severity: 'warning', id: expect.any(String), ...part }] },
    ]);
    expect(changes[0]?.rules?.[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(titleNow()).toBe('Edit rule');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('comes after the rules there are', async () => {
    const { held } = await openRules('My rules', { rules: [nobody] });
    await press('Add a rule');
    await press('3 or more paused at once');
    expect(held().rules).toEqual([nobody, { ...several, id: expect.any(String) }]);
  });

  it('opens the editor before main has pushed the rule', async () => {
    const { fallBehind } = await openRules('My rules');
    fallBehind();
    await press('3 or more paused at once');
    expect(titleNow()).toBe('Edit rule');
  });
});

describe('whom', () => {
  const groups = [
    { id: 'g1', name: 'Team A', colour: 'blue' as const, agentUsers: ['ana.ruiz'] },
    { id: 'g2', name: 'Team B', colour: 'blue' as const, agentUsers: ['ben.cole'] },
  ];

  it('a group, and another one', async () => {
    const { held } = await openRules('My rules', { rules: [several], groups });
    await edit(severalButton);
    await choose('It is about', 'A group');
    expect(held().rules[0]?.whom).toEqual({ kind: 'group', groupId: 'g1' });
    await choose('Group', 'Team B');
    expect(held().rules[0]?.whom).toEqual({ kind: 'group', groupId: 'g2' });
    expect(screen.getByText('When 3 or more of Team B are paused')).toBeDefined();
  });

  it('several agents are never one of them', async () => {
    await openRules('My rules', { rules: [several], groups });
    await edit(severalButton);
    await click(screen.getByRole('button', { name: /It is about$/ }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Everyone',
      'A group',
    ]);
  });

  it('a group is offered once there is one', async () => {
    await openRules('My rules', { rules: [call] });
    await edit(/^Edit: When a call/);
    expect(screen.getByText('To choose a group, make one first under Groups.')).toBeDefined();
    await click(screen.getByRole('button', { name: /It is about$/ }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Everyone',
      'Me',
      'One agent',
    ]);
  });

  it('a group that is gone asks to choose again', async () => {
    const { held } = await openRules('My rules', {
      rules: [{ ...several, whom: { kind: 'group', groupId: 'gone' } }],
      groups,
    });
    await edit(/^Edit: When 3 or more of a group that is gone/);
    expect(screen.getByText('Choose a group: the one it was about is gone.')).toBeDefined();
    await choose('Group', 'Team A');
    expect(held().rules[0]?.whom).toEqual({ kind: 'group', groupId: 'g1' });
    expect(screen.queryByText('Choose a group: the one it was about is gone.')).toBeNull();
  });

  it('another agent, typed', async () => {
    const { held } = await openRules('My rules', { rules: [call] });
    await edit(/^Edit: When a call/);
    await fill('Agent', ' zoe.new ');
    expect(held().rules[0]?.whom).toEqual({ kind: 'agent', agentUser: 'zoe.new' });
    expect(screen.getByText('This agent is not watched now.')).toBeDefined();
  });

  it('no agent at all changes nothing and says so', async () => {
    const { changes } = await openRules('My rules', { rules: [call] });
    await edit(/^Edit: When a call/);
    await fill('Agent', '  ');
    expect(screen.getByText('Type or choose an agent. Until then the rule is about ana.ruiz.')).toBeDefined();
    expect(changes).toEqual([]);
  });

  it('me, although nobody is yet', async () => {
    await openRules('My rules', { rules: [call] });
    await edit(/^Edit: When a call/);
    await choose('It is about', 'Me');
    expect(screen.getByText('When a call connects for me')).toBeDefined();
    expect(screen.getByText('The app does not know yet which agent you are.')).toBeDefined();
  });
});

describe('what', () => {
  it('each kind begins whole, and about several agents it is about no single one', async () => {
    const { held } = await openRules('My rules', {
      rules: [{ ...call, escalation: { ...call.escalation, row: 0 } }],
    });
    const now = () => held().rules[0];
    await edit(/^Edit: When a call/);
    await choose('It happens when', 'Too long in a state');
    expect(now()).toMatchObject({
      whom: call.whom,
      what: { kind: 'in-family', family: 'paused', longerThanMs: 600_000 },
    });
    await choose('State', 'Wrap-up');
    await fill('For longer than', '1:30');
    expect(now()?.what).toEqual({ kind: 'in-family', family: 'wrap-up', longerThanMs: 90_000 });
    await choose('It happens when', 'Several at once');
    expect(now()).toEqual({
      ...call,
      whom: { kind: 'everyone' },
      what: { kind: 'several', family: 'paused', count: 3 },
    });
    expect(screen.queryByRole('checkbox', { name: 'Colour the row' })).toBeNull();
    expect(screen.getByText('A rule about several agents colours no row.')).toBeDefined();
    await choose('It happens when', 'Nobody is ready');
    expect(now()?.what).toEqual({ kind: 'nobody-ready', longerThanMs: 120_000 });
    await choose('It happens when', 'Something changes');
    await choose('Change', 'The agent goes offline');
    expect(now()?.what).toEqual({ kind: 'change', change: 'went-offline' });
  });

  it('counts agents', async () => {
    const { held } = await openRules('My rules', { rules: [several] });
    await edit(severalButton);
    await press(/^One more/);
    expect(held().rules[0]?.what).toEqual({ kind: 'several', family: 'paused', count: 4 });
    await fill('At least', '0');
    expect(held().rules[0]?.what).toEqual({ kind: 'several', family: 'paused', count: 1 });
  });

  it('suggests the statuses seen, and takes another', async () => {
    const { held } = await openRules('My rules', {
      rules: [{ ...call, what: { kind: 'in-status', status: 'LUNCH', longerThanMs: 60_000 } }],
      dictionary: [{ status: 'PAUSE - BREAK', family: null, label: '', limitMs: null }],
    });
    await edit(/^Edit: When ana.ruiz is in/);
    await press(/^Show suggestions.*Status/);
    await click(screen.getByRole('option', { name: 'PAUSE - BREAK' }));
    expect(held().rules[0]?.what).toMatchObject({ status: 'PAUSE - BREAK' });
    await fill('Status, as the dialler writes it', 'BATHROOM');
    expect(held().rules[0]?.what).toMatchObject({ status: 'BATHROOM' });
    await fill('Status, as the dialler writes it', '');
    expect(held().rules[0]?.what).toMatchObject({ status: 'BATHROOM' });
    expect(screen.getByText('Type or choose a status. Until then the rule goes by BATHROOM.')).toBeDefined();
  });
});

describe('how', () => {
  const step = (name: string) => click(screen.getByRole('checkbox', { name }));

  it('is a ladder of steps, each with its own time', async () => {
    const { held } = await openRules('My rules', { rules: [call] });
    await edit(/^Edit: When a call/);
    await step('Colour the row');
    await step('Sound, again every minute');
    expect(held().rules[0]?.escalation).toEqual({ row: 0, icon: null, notify: 0, sound: 60_000 });
    await fill('Notify me: after', '0:30');
    await fill('Sound, again every minute: after', '5');
    await step('Colour the row');
    expect(held().rules[0]?.escalation).toEqual({ row: null, icon: null, notify: 30_000, sound: 300_000 });
    expect(screen.getByText('→ notification after 0:30, sound every minute after 5:00')).toBeDefined();
    expect(screen.queryByRole('textbox', { name: 'Colour the row: after' })).toBeNull();
  });

  it('without a step says that it does nothing', async () => {
    await openRules('My rules', { rules: [call] });
    await edit(/^Edit: When a call/);
    await step('Notify me');
    expect(screen.getByText('It does nothing yet: choose at least one step.')).toBeDefined();
  });

  it('has a colour and a time it must last', async () => {
    const { held } = await openRules('My rules', { rules: [several] });
    await edit(severalButton);
    await click(screen.getByRole('radio', { name: 'Red' }));
    await fill('It must last', '0:20');
    expect(held().rules).toEqual([{ ...several, severity: 'alarm', holdMs: 20_000 }]);
    expect(screen.getByText('When 3 or more agents are paused, and it lasts 0:20')).toBeDefined();
  });

  it('a time left empty says what to type', async () => {
    const { changes } = await openRules('My rules', { rules: [several] });
    await edit(severalButton);
    await fill('Notify me: after', '');
    expect(screen.getByText('Type a time; 0:00 is at once.')).toBeDefined();
    expect(changes).toEqual([]);
  });
});

describe('leaving the editor', () => {
  it('Escape leads to the list and to the rule that was open', async () => {
    await openRules('My rules', { rules: [nobody, several] });
    await edit(severalButton);
    await pressEscape();
    expect(titleNow()).toBe('Rules');
    expect(screen.getByRole('tab', { name: 'My rules' }).getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: severalButton }));
    await pressEscape();
    expect(titleNow()).toBe('Settings');
  });

  it('Escape loses nothing that was typed', async () => {
    const { held } = await openRules('My rules', { rules: [several] });
    await edit(severalButton);
    const field = screen.getByRole('textbox', { name: 'Notify me: after' });
    await typeInto(field, '4');
    await pressEscape(field);
    expect(titleNow()).toBe('Rules');
    expect(held().rules[0]?.escalation.notify).toBe(240_000);
  });

  it('Escape closes an open list first', async () => {
    await openRules('My rules', { rules: [call] });
    await edit(/^Edit: When a call/);
    const field = screen.getByRole('combobox', { name: 'Agent' });
    await act(async () => field.focus());
    await act(async () => fireEvent.keyDown(field, { key: 'ArrowDown' }));
    expect(screen.getByRole('listbox')).toBeDefined();
    await pressEscape(field);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(titleNow()).toBe('Edit rule');
    await pressEscape(field);
    expect(titleNow()).toBe('Rules');
  });

  it('deleting the rule leads to the list, with Undo', async () => {
    const { held } = await openRules('My rules', { rules: [several, nobody] });
    await edit(severalButton);
    await press('Delete rule');
    expect(titleNow()).toBe('Rules');
    expect(held().rules).toEqual([nobody]);
    await press('Undo');
    expect(held().rules).toEqual([several, nobody]);
  });
});
