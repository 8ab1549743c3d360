import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { succeed } from '../../../../src/shared/result.ts';
import { aView, createFakeCroco } from '../fake-croco.ts';
import { openSettings } from './settings/open-settings.tsx';

test('a switch changes its own notification and no other', async () => {
  const fake = await openSettings(createFakeCroco(aView()));
  await act(async () => fireEvent.click(screen.getByRole('switch', { name: 'A call ends' })));
  expect(fake.asked).toContainEqual([
    'changePreferences',
    {
      change: {
        notify: {
          'call-connected': true,
          'call-ended': true,
          'status-changed': false,
          'came-online': false,
          'went-offline': false,
        },
      },
    },
  ]);
});

test('the language of the system is asked for as none of ours', async () => {
  const view = aView();
  const fake = await openSettings(
    createFakeCroco({ ...view, preferences: { ...view.preferences, language: 'es' }, language: 'en' }),
  );
  const [, languageSystem] = screen.getAllByRole('radio', { name: 'System' });
  if (languageSystem === undefined) throw new Error('Theme and language both offer the system.');
  await act(async () => fireEvent.click(languageSystem));
  expect(fake.asked).toContainEqual(['changePreferences', { change: { language: null } }]);
});

test('the page speaks and looks as chosen', async () => {
  const view = aView();
  const fake = await openSettings(createFakeCroco(view));
  await act(async () =>
    fake.update({ language: 'es', preferences: { ...view.preferences, theme: 'dark', language: 'es' } }),
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ajustes');
  expect(document.documentElement.lang).toBe('es');
  expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
});

test('says why a password is kept for this run only', async () => {
  await openSettings(createFakeCroco(aView({ secret: { kind: 'session', reason: 'missing' } })));
  expect(
    screen.getByText('Kept for this run only, because no keychain was found on this computer'),
  ).toBeDefined();
});

test('Escape goes back instead of putting the popover away', async () => {
  const fake = await openSettings(createFakeCroco(aView()));
  await act(async () => fireEvent.keyDown(document.body, { key: 'Escape' }));
  expect(screen.getByText('acme.croco-dial.net')).toBeDefined();
  expect(fake.asked.map(([name]) => name)).not.toContain('hidePopover');
});

test('signing out moves nobody who has left the settings meanwhile', async () => {
  let answer = (): void => undefined;
  await openSettings(
    createFakeCroco(aView(), {
      signOut: () =>
        new Promise((resolve) => {
          answer = () => resolve(succeed(null));
        }),
    }),
  );
  const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
  await press('Sign out');
  await press('Edit connection');
  await act(async () => answer());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Edit connection');
});
