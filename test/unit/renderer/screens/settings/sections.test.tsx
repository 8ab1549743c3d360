import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { succeed } from '../../../../../src/shared/result.ts';
import { anAgent, aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco } from '../../fake-croco.ts';
import { flip, leave, openObedient, openSettings, press } from './open-settings.tsx';

const title = () => screen.getByRole('heading', { level: 1 }).textContent;

it('has its sections in this order, each switch for itself', async () => {
  const fake = await openObedient();
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
  const { notify } = fake.view.preferences;
  for (const name of ['A call ends', 'Presenting', 'No number in notifications', 'Sound']) await flip(name);
  expect(fake.changes).toEqual([
    { notify: { ...notify, 'call-ended': true } },
    { isPresenting: true },
    { hidesNumbers: true },
    { hasSound: false },
  ]);
});

it.each([
  ['Rules', 'Rules'],
  ['Statuses and pause limits', 'Statuses and pause limits'],
])('%s is a screen of its own; Escape comes back, and then leads home', async (name, there) => {
  const fake = await openObedient();
  expect(screen.getByRole('button', { name }).getAttribute('aria-describedby')).not.toBeNull();
  await press(name);
  expect(title()).toBe(there);
  await leave();
  expect(title()).toBe('Settings');
  await leave();
  expect(screen.getByText('acme.croco-dial.net')).toBeDefined();
  expect(fake.asked.map(([asked]) => asked)).not.toContain('hidePopover');
});

it('speaks and looks as chosen; the language of the system is asked for as none of ours', async () => {
  const view = aView();
  const fake = await openObedient({ language: 'en' }, { language: 'es' });
  const [, languageSystem] = screen.getAllByRole('radio', { name: 'System' });
  await act(async () => fireEvent.click(languageSystem ?? expect.unreachable('theme and language offer it')));
  expect(fake.changes).toEqual([{ language: null }]);
  await act(async () =>
    fake.update({ language: 'es', preferences: { ...view.preferences, theme: 'dark', language: 'es' } }),
  );
  expect(title()).toBe('Ajustes');
  expect(document.documentElement.lang).toBe('es');
  expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
});

it('says why a password is kept for this run only', async () => {
  await openObedient({ secret: { kind: 'session', reason: 'missing' } });
  expect(
    screen.getByText('Kept for this run only, because no keychain was found on this computer'),
  ).toBeDefined();
});

it('signing out moves nobody who has left the settings meanwhile', async () => {
  const late = Promise.withResolvers<void>();
  await openSettings(createFakeCroco(aView(), { signOut: () => late.promise.then(() => succeed(null)) }));
  await press('Sign out');
  await press('Edit connection');
  await act(async () => late.resolve());
  expect(title()).toBe('Edit connection');
});

it('I am one of the agents or nobody, and may be watched no more', async () => {
  const agents = [anAgent({ user: 'eva' }), anAgent({ user: 'ana' })];
  const fake = await openObedient({ agents }, { me: 'zoe' });
  expect(screen.getByRole('button', { name: /zoe \(not watched\)/ })).toBeDefined();
  const choose = async (name: string) => {
    await press(/I am/);
    const offered = screen.getAllByRole('option').map((option) => option.textContent);
    await act(async () => fireEvent.click(screen.getByRole('option', { name })));
    return offered;
  };
  expect(await choose('ana')).toEqual(['None of the agents', 'zoe (not watched)', 'ana', 'eva']);
  expect(await choose('None of the agents')).toEqual(['None of the agents', 'ana', 'eva']);
  expect(fake.changes).toEqual([{ me: 'ana' }, { me: null }]);
});
