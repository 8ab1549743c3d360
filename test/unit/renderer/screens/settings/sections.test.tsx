import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { succeed } from '../../../../../src/shared/result.ts';
import { anAgent, aView } from '../../../../fakes/a-view.ts';
import { click, flip, key, press, title } from '../../hand.ts';
import { openSettings } from '../../open-settings.ts';

it('switches each for itself', async () => {
  const fake = await openSettings();
  const { notify } = fake.view.preferences;
  for (const name of ['A call ends', 'Presenting', 'No number in notifications', 'Sound']) await flip(name);
  expect(fake.changes).toEqual([
    { notify: { ...notify, 'call-ended': true } },
    { isPresenting: true },
    { hidesNumbers: true },
    { hasSound: false },
  ]);
});

it.each(['Rules', 'Statuses and pause limits'])(
  '%s is a screen of its own; Escape comes back, and then leads home',
  async (name) => {
    const fake = await openSettings();
    await press(name);
    expect(title()).toBe(name);
    await key('Escape');
    expect(title()).toBe('Settings');
    await key('Escape');
    expect(screen.getByText('acme.croco-dial.net')).toBeDefined();
    expect(fake.asked.map(([asked]) => asked)).not.toContain('hidePopover');
  },
);

it.each([
  ['win32', ['While the screen is locked', 'While this window is closed', 'On battery']],
  ['darwin', ['While the screen is locked', 'While this window is closed', 'On battery']],
  // What the system does not tell would be a switch that does nothing.
  ['linux', ['While this window is closed']],
] as const)('on %s the dialler can be asked less often: %j', async (platform, expected) => {
  await openSettings({ platform });
  const watching = screen.getByRole('region', { name: 'Watching' });
  const names = within(watching)
    .getAllByRole('switch')
    .map((one) => one.closest('label')?.textContent);
  expect(names).toEqual(expected);
});

it('speaks and looks as chosen; the language of the system is asked for as none of ours', async () => {
  const view = aView();
  const fake = await openSettings({ language: 'en', preferences: { language: 'es' } });
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

it('signing out moves nobody who has left the settings meanwhile', async () => {
  const late = Promise.withResolvers<void>();
  await openSettings({}, { signOut: () => late.promise.then(() => succeed(null)) });
  await press('Sign out');
  await press('Edit connection');
  await act(async () => late.resolve());
  expect(title()).toBe('Edit connection');
});

it('I am one of the agents or nobody, and may be watched no more', async () => {
  const agents = [anAgent({ user: 'eva' }), anAgent({ user: 'ana' })];
  const fake = await openSettings({ agents, preferences: { me: 'zoe' } });
  expect(screen.getByRole('button', { name: /zoe \(not watched\)/ })).toBeDefined();
  const choose = async (name: string) => {
    await press(/I am/);
    const offered = screen.getAllByRole('option').map((option) => option.textContent);
    await click(screen.getByRole('option', { name }));
    return offered;
  };
  expect(await choose('ana')).toEqual(['None of the agents', 'zoe (not watched)', 'ana', 'eva']);
  expect(await choose('None of the agents')).toEqual(['None of the agents', 'ana', 'eva']);
  expect(fake.changes).toEqual([{ me: 'ana' }, { me: null }]);
});

it('every stored password is listed with its user and server, and can be deleted', async () => {
  const entries = ['tray@acme.croco-dial.net', 'ana@example.com@pbx.example.com:8443/dial'];
  const fake = await openSettings({ keychainEntries: entries });
  expect(screen.getByText('ana@example.com on pbx.example.com:8443/dial')).toBeDefined();
  await press(`Delete the password of ${entries[1]}`);
  expect(fake.asked).toContainEqual(['deleteStoredPassword', { entry: entries[1] }]);
  await act(async () => fake.update({ keychainEntries: [] }));
  expect(screen.queryByText('Stored passwords')).toBeNull();
});
