import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import {
  choose,
  field,
  leave,
  meaning,
  openStatuses,
  press,
  rows,
  three,
  type,
  wait,
} from './open-statuses.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an open row', () => {
  it('offers every family and what the app itself takes it for', async () => {
    await openStatuses(three);
    await press(/^PAUSE/);
    await press(/Counts as/);
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Automatic (Paused)',
      'Dead call',
      'Paused',
      'Wrap-up',
      'Other',
      'In call',
      'Ringing',
      'Ready',
      'Offline',
    ]);
  });

  it('sends a family at once, and stays where it is until it is closed', async () => {
    const fake = await openStatuses(three);
    await press(/^CHAT/);
    await choose('In call');
    expect(fake.changes).toEqual([
      { dictionary: [meaning('READY'), meaning('CHAT', { family: 'in-call' }), three[2]] },
    ]);
    expect(rows()[0]).toBe('CHAT');
    await press(/^CHAT/);
    expect(rows()).toEqual(['CHAT→In call', 'PAUSE - BREAK→Paused · Coffee · 15 min', 'READY→Ready']);
  });

  it('asks for a limit of pauses only', async () => {
    await openStatuses(three);
    await press(/^READY/);
    expect(screen.queryByRole('textbox', { name: 'Limit of this pause' })).toBeNull();
    await choose('Paused');
    expect(field('Limit of this pause')).toHaveProperty('value', '');
  });

  it('goes back to what the app takes it for', async () => {
    const fake = await openStatuses([meaning('READY', { family: 'dead' })]);
    await press(/^READY/);
    await choose('Automatic (Ready)');
    expect(fake.changes).toEqual([{ dictionary: [meaning('READY')] }]);
  });

  it('is closed by Escape only after its list of families is', async () => {
    await openStatuses(three);
    await press(/^CHAT/);
    await press(/Counts as/);
    await act(async () => fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Escape' }));
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Statuses and pause limits');
  });
});

describe('typing', () => {
  it('is sent once it pauses, and not letter by letter', async () => {
    const fake = await openStatuses([meaning('LUNCH', { limitMs: 1_800_000 })]);
    await press(/^LUNCH/);
    await type('Label', 'T');
    await wait(300);
    await type('Label', 'Te ');
    await wait(300);
    expect(fake.changes).toEqual([]);
    await wait(100);
    expect(fake.changes).toEqual([{ dictionary: [meaning('LUNCH', { label: 'Te', limitMs: 1_800_000 })] }]);
    expect(field('Label')).toHaveProperty('value', 'Te ');
  });

  it('is sent when the field is left', async () => {
    const fake = await openStatuses([meaning('LUNCH')]);
    await press(/^LUNCH/);
    await act(async () => field('Label').focus());
    await type('Label', 'Food');
    await act(async () => field('Label').blur());
    expect(fake.changes).toEqual([{ dictionary: [meaning('LUNCH', { label: 'Food' })] }]);
    await wait(1_000);
    expect(fake.changes).toHaveLength(1);
  });

  it('loses nothing when the screen is left before it pauses', async () => {
    const fake = await openStatuses([meaning('LUNCH')]);
    await press(/^LUNCH/);
    await type('Label', 'Food');
    await type('Limit of this pause', '45');
    await leave();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
    expect(fake.changes).toEqual([{ dictionary: [meaning('LUNCH', { label: 'Food', limitMs: 2_700_000 })] }]);
    await wait(1_000);
    expect(fake.changes).toHaveLength(1);
  });

  it('keeps a status that main learned meanwhile', async () => {
    const fake = await openStatuses([meaning('LUNCH')]);
    await press(/^LUNCH/);
    await type('Label', 'Food');
    const { preferences } = fake.view;
    await act(async () =>
      fake.update({
        preferences: { ...preferences, dictionary: [meaning('LUNCH'), meaning('NEW')] },
      }),
    );
    await wait(400);
    expect(fake.changes).toEqual([{ dictionary: [meaning('LUNCH', { label: 'Food' }), meaning('NEW')] }]);
  });

  it('two edits one after the other do not undo each other, however late main tells of the first', async () => {
    const answers: (() => void)[] = [];
    const changes: unknown[] = [];
    await openStatuses([meaning('LUNCH'), meaning('CHAT')], {
      changePreferences: ({ change }) => {
        changes.push(change);
        return new Promise((resolve) => answers.push(() => resolve(succeed(null))));
      },
    });
    await press(/^CHAT/);
    await choose('In call');
    await press(/^LUNCH/);
    await choose('Ready');
    expect(changes.at(-1)).toEqual({
      dictionary: [meaning('LUNCH', { family: 'ready' }), meaning('CHAT', { family: 'in-call' })],
    });
    expect(rows()).toEqual(['CHAT→In call', 'LUNCH']);
    for (const answer of answers) await act(async () => answer());
  });

  it('that is on its way is not sent again on leaving', async () => {
    const changes: unknown[] = [];
    await openStatuses([meaning('LUNCH')], {
      changePreferences: ({ change }) => {
        changes.push(change);
        return new Promise(() => undefined);
      },
    });
    await press(/^LUNCH/);
    await type('Label', 'Food');
    await wait(400);
    await leave();
    expect(changes).toHaveLength(1);
  });

  it('that cannot be kept is told of, and not shown as if it were', async () => {
    await openStatuses([meaning('CHAT')], {
      changePreferences: () => Promise.resolve(fail({ kind: 'internal' })),
    });
    await press(/^CHAT/);
    await choose('In call');
    expect(screen.getByText(/Something went wrong inside the app/)).toBeDefined();
    await press(/^CHAT/);
    expect(rows()).toEqual(['CHAT→OtherNot known yet: choose what it means']);
  });
});

describe('a limit', () => {
  it.each(['0', '721', '2.5', 'ten'])('of %o minutes is not saved, and says so', async (text) => {
    const fake = await openStatuses(three);
    await press(/^PAUSE/);
    await type('Limit of this pause', text);
    await wait(1_000);
    expect(fake.changes).toEqual([]);
    expect(
      screen.getByText('Not saved: type a whole number from 1 to 720, or leave it empty.'),
    ).toBeDefined();
    expect(field('Limit of this pause')).toHaveProperty('value', text);
    expect(field('Limit of this pause').getAttribute('aria-invalid')).toBe('true');
  });

  it.each([
    ['', null],
    ['1', 60_000],
    ['720', 43_200_000],
  ])('of %o minutes is %o ms', async (text, limitMs) => {
    const fake = await openStatuses([meaning('LUNCH', { limitMs: 1_800_000 })]);
    await press(/^LUNCH/);
    await type('Limit of this pause', text);
    await wait(400);
    expect(fake.changes).toEqual([{ dictionary: [meaning('LUNCH', { limitMs })] }]);
  });
});
