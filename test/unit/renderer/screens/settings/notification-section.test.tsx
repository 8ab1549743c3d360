import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fail } from '../../../../../src/shared/result.ts';
import { aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco } from '../../fake-croco.ts';
import { fill, leave, openObedient, openSettings, press } from './open-settings.tsx';

it('tells of a connection problem after a whole number of minutes', async () => {
  const label = 'Tell me of a connection problem after';
  const fake = await openObedient();
  for (const wrong of ['', '61']) {
    await fill(label, wrong);
    expect(screen.getByText('Not saved: type a whole number from 0 to 60.')).toBeDefined();
  }
  await fill(label, '60');
  await leave();
  expect(fake.changes).toEqual([{ problemAfterMs: 3_600_000 }]);
});

it.each([
  ['linux', 'libnotify', true],
  ['darwin', 'signed', false],
  ['win32', 'Start menu', false],
] as const)('says what to check on %s when a test does not appear', async (platform, word, isSoundSaid) => {
  const fake = await openObedient({ platform });
  expect(screen.queryByText(/^On Linux your desktop decides/) !== null).toBe(isSoundSaid);
  expect(screen.queryByText(/If nothing appeared/)).toBeNull();
  await press('Send test notification');
  expect(fake.asked).toContainEqual(['testNotification']);
  const status = screen.getByText(/If nothing appeared/).closest('[role=status]');
  expect(status?.querySelectorAll('li')).toHaveLength(3);
  for (const other of ['libnotify', 'signed', 'Start menu']) {
    expect(status?.textContent?.includes(other)).toBe(other === word);
  }
});

it('a test notification that could not be sent gives no advice about others', async () => {
  await openSettings(
    createFakeCroco(aView(), { testNotification: () => Promise.resolve(fail({ kind: 'internal' })) }),
  );
  await press('Send test notification');
  expect(screen.queryByText(/If nothing appeared/)).toBeNull();
  expect(screen.getByText(/Something went wrong/)).toBeDefined();
});
