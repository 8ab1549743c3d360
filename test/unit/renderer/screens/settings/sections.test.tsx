import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anAgent } from '../../fake-croco.ts';
import { flip, leave, openObedient, press } from './open-settings.tsx';

it('its sections have this order', async () => {
  await openObedient();
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'Notify me when',
    'Quiet hours',
    'Privacy',
    'Notifications',
    'CRM link',
    'Me',
    'Watching',
    'Appearance',
    'Account',
    'Help',
  ]);
});

it.each([
  ['Rules', 'Rules'],
  ['Statuses and pause limits', 'Statuses and pause limits'],
])('%s is a screen of its own, and Escape comes back', async (name, title) => {
  await openObedient();
  expect(screen.getByRole('button', { name }).getAttribute('aria-describedby')).not.toBeNull();
  await press(name);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  await leave();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
});

it.each([
  ['Presenting', { isPresenting: true }],
  ['No number in notifications', { hidesNumbers: true }],
  ['Sound', { hasSound: false }],
])('%s is switched by itself', async (name, change) => {
  const fake = await openObedient();
  await flip(name);
  expect(fake.changes).toEqual([change]);
});

describe('me', () => {
  const agents = [anAgent({ user: 'eva' }), anAgent({ user: 'ana' })];
  const choices = async () => {
    await press(/I am/);
    return screen.getAllByRole('option').map((option) => option.textContent);
  };
  const choose = (name: string) => act(async () => fireEvent.click(screen.getByRole('option', { name })));

  it('is one of the agents', async () => {
    const fake = await openObedient({ agents });
    expect(await choices()).toEqual(['None of the agents', 'ana', 'eva']);
    await choose('ana');
    expect(fake.changes).toEqual([{ me: 'ana' }]);
  });

  it('is nobody again', async () => {
    const fake = await openObedient({ agents }, { me: 'eva' });
    await choices();
    await choose('None of the agents');
    expect(fake.changes).toEqual([{ me: null }]);
  });

  it('may be an agent that is watched no more', async () => {
    await openObedient({ agents }, { me: 'zoe' });
    expect(screen.getByRole('button', { name: /zoe \(not watched\)/ })).toBeDefined();
    expect(await choices()).toEqual(['None of the agents', 'zoe (not watched)', 'ana', 'eva']);
  });
});
