import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FakeCroco } from './fake-croco.ts';
import { key, press, search, title } from './hand.ts';
import { openSettings } from './open-settings.ts';
import { show } from './screens/agents/agents-page.ts';
import { aRule, openRules, typeInto } from './screens/rules/open-rules.ts';

const group = { id: 'g1', name: 'Team', colour: 'teal', agentUsers: [] } as const;
const rule = aRule({ what: { kind: 'in-status', status: 'CHAT', longerThanMs: 60_000 } });

/** Where a key does something of the page's own: how it gets there, and what can be seen of it afterwards. */
const places: readonly [string, string, () => Promise<FakeCroco>, (fake: FakeCroco) => unknown][] = [
  [
    'the list',
    'Escape',
    () => show(),
    ({ asked }) => asked.filter(([name]) => name === 'hidePopover').length,
  ],
  [
    'the search',
    'Escape',
    async () => {
      const fake = await show();
      screen.getByRole('searchbox').focus();
      await search('ana');
      return fake;
    },
    () => screen.getByRole<HTMLInputElement>('searchbox').value,
  ],
  ['a screen', 'Escape', () => openSettings(), () => title()],
  [
    'a time',
    'Enter',
    async () => {
      const fake = await openRules('Time limits');
      await typeInto(screen.getByRole('textbox', { name: 'Paused: red after' }), '21');
      return fake;
    },
    ({ changes }) => changes.length,
  ],
  [
    'the name of a group',
    'Enter',
    async () => {
      const fake = await openRules('Groups', { groups: [group] });
      await press(/^Edit/);
      await typeInto(screen.getByLabelText('Name'), 'Других');
      return fake;
    },
    ({ changes }) => changes.length,
  ],
  [
    'a status of a rule',
    'Enter',
    async () => {
      const fake = await openRules('My rules', { rules: [rule] });
      await press(/^Edit/);
      await typeInto(screen.getByRole('combobox', { name: /^Status/ }), '昼食');
      return fake;
    },
    ({ changes }) => changes.length,
  ],
];

it.each(places)(
  'in %s, %s is the input method’s while it composes, and the page’s after',
  async (_where, name, open, seen) => {
    const fake = await open();
    const before = seen(fake);
    await key(name, { isComposing: true });
    await key(name, { keyCode: 229 });
    expect(seen(fake)).toEqual(before);
    await key(name);
    expect(seen(fake)).not.toEqual(before);
  },
);
