import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { button, key, press, search } from '../../hand.ts';
import { field, meaning, openStatuses, rows, three, type } from './open-statuses.tsx';

describe('the list', () => {
  it('says in one line what each status counts as, the unknown ones first and with what to do', async () => {
    await openStatuses(three);
    expect(rows()).toEqual([
      'CHAT→OtherNot known yet: choose what it means',
      'PAUSE - BREAK→Paused · Coffee · 15 min',
      'READY→Ready',
    ]);
  });

  it('can be searched once there are more than ten', async () => {
    const more = (count: number) => Array.from({ length: count }, (_, index) => meaning(`S${index}`));
    const fake = await openStatuses([...three, ...more(7)]);
    expect(screen.queryByRole('searchbox')).toBeNull();
    const { preferences } = fake.view;
    await act(async () =>
      fake.update({ preferences: { ...preferences, dictionary: [...three, ...more(8)] } }),
    );
    await search('coffee');
    expect(rows()).toEqual(['PAUSE - BREAK→Paused · Coffee · 15 min']);
    expect(screen.getByText('1 status shown')).toBeDefined();
    await search('zzz');
    expect(screen.getByText('No status matches.')).toBeDefined();
  });
});

it('is one stop for Tab, and arrows go on', async () => {
  await openStatuses(three);
  expect([button(/^CHAT/), button(/^READY/)].map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
  await act(async () => button(/^CHAT/).focus());
  await key('End');
  expect(document.activeElement).toBe(button(/^READY/));
});

describe('adding by hand', () => {
  const add = async (status: string) => {
    await press('Add a status');
    await type('Status', status);
    await press('Add');
  };

  it('opens the new row, with the limit it would have had when seen', async () => {
    const fake = await openStatuses([]);
    await add('  Lunch break ');
    expect(fake.changes).toEqual([{ dictionary: [meaning('Lunch break', { limitMs: 1_800_000 })] }]);
    expect(field('Limit of this pause')).toHaveProperty('value', '30');
    expect(document.activeElement).toBe(button('Lunch break'));
  });

  it('is refused with a reason', async () => {
    const fake = await openStatuses(three);
    await add('pause/BREAK');
    expect(
      screen.getByText('This status is in the list already.', { selector: '[slot=errorMessage]' }),
    ).toBeDefined();
    expect(fake.changes).toEqual([]);
  });
});

describe('removing', () => {
  it('leaves the focus at the neighbour, and can be undone into the same place from elsewhere', async () => {
    const fake = await openStatuses(three);
    await press(/^CHAT/);
    await press('Remove');
    expect(fake.changes).toEqual([{ dictionary: [three[0], three[2]] }]);
    expect(screen.getByText('CHAT was removed. It comes back when it is seen again.')).toBeDefined();
    expect(document.activeElement).toBe(button(/^PAUSE/));
    await key('Escape');
    await press('Undo');
    expect(fake.changes.at(-1)).toEqual({ dictionary: three });
  });
});
