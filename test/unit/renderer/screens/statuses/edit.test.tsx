import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { key, press, title } from '../../hand.ts';
import { choose, field, meaning, openStatuses, rows, three, type, wait } from './open-statuses.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

describe('an open row', () => {
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

  it('asks for a limit of pauses only, and goes back to what the app takes it for', async () => {
    const fake = await openStatuses([meaning('READY')]);
    await press(/^READY/);
    expect(screen.queryByRole('textbox', { name: 'Limit of this pause' })).toBeNull();
    await choose('Paused');
    expect(field('Limit of this pause')).toHaveProperty('value', '');
    await choose('Automatic (Ready)');
    expect(fake.changes.at(-1)).toEqual({ dictionary: [meaning('READY')] });
  });
});

describe('typing', () => {
  it('is sent once it pauses, loses nothing when the screen is left, and says what is not saved', async () => {
    const fake = await openStatuses([meaning('LUNCH', { limitMs: 1_800_000 })]);
    await press(/^LUNCH/);
    await act(async () => field('Label').focus());
    await type('Label', 'Te ');
    expect(fake.changes).toEqual([]);
    await wait(400);
    expect(fake.changes).toEqual([{ dictionary: [meaning('LUNCH', { label: 'Te', limitMs: 1_800_000 })] }]);
    expect(field('Label')).toHaveProperty('value', 'Te ');
    await type('Label', 'Food');
    await act(async () => field('Label').blur());
    expect(fake.changes).toHaveLength(2);
    await type('Limit of this pause', '721');
    expect(
      screen.getByText('Not saved: type a whole number from 1 to 720, or leave it empty.'),
    ).toBeDefined();
    expect(field('Limit of this pause').getAttribute('aria-invalid')).toBe('true');
    await type('Limit of this pause', '45');
    await key('Escape');
    expect(title()).toBe('Settings');
    expect(fake.changes.slice(2)).toEqual([
      { dictionary: [meaning('LUNCH', { label: 'Food', limitMs: 2_700_000 })] },
    ]);
    await wait(1_000);
    expect(fake.changes).toHaveLength(3);
  });
});
