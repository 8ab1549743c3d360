import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fail } from '../../../../../src/shared/result.ts';
import { key, press, write } from '../../hand.ts';
import { openSettings } from '../../open-settings.ts';

it('tells of a connection problem after a whole number of minutes', async () => {
  const label = 'Tell me of a connection problem after';
  const fake = await openSettings();
  await write(label, '61');
  expect(screen.getByText('Not saved: type a whole number from 0 to 60.')).toBeDefined();
  await write(label, '60');
  await key('Escape');
  expect(fake.changes).toEqual([{ problemAfterMs: 3_600_000 }]);
});

it.each([
  ['linux', 'libnotify'],
  ['darwin', 'signed'],
  ['win32', 'Start menu'],
] as const)('says what to check on %s when a test does not appear', async (platform, word) => {
  const fake = await openSettings({ platform });
  expect(screen.queryByText(/If nothing appeared/)).toBeNull();
  await press('Send test notification');
  expect(fake.asked).toContainEqual(['testNotification']);
  const said = screen.getByText(/If nothing appeared/).closest('[role=status]')?.textContent;
  expect(['libnotify', 'signed', 'Start menu'].filter((one) => said?.includes(one))).toEqual([word]);
});

it('a test notification that could not be sent gives no advice about others', async () => {
  await openSettings({}, { testNotification: () => Promise.resolve(fail({ kind: 'internal' })) });
  await press('Send test notification');
  expect(screen.queryByText(/If nothing appeared/)).toBeNull();
  expect(screen.getByText(/Something went wrong/)).toBeDefined();
});
