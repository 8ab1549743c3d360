import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../../src/shared/result.ts';
import { aView, createFakeCroco } from '../../fake-croco.ts';
import { fill, openObedient, openSettings, press, wait } from './open-settings.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('problem with the connection', () => {
  const label = 'Tell me of a connection problem after';

  it.each([
    ['0', 0],
    ['10', 600_000],
    ['60', 3_600_000],
  ])('is told after %s minutes', async (minutes, problemAfterMs) => {
    const fake = await openObedient();
    await fill(label, minutes);
    await wait(400);
    expect(fake.changes).toEqual([{ problemAfterMs }]);
  });

  it.each(['', '61', 'soon'])('is not told after %o', async (minutes) => {
    const fake = await openObedient();
    await fill(label, minutes);
    await wait(400);
    expect(fake.changes).toEqual([]);
    expect(screen.getByText('Not saved: type a whole number from 0 to 60.')).toBeDefined();
  });
});

it.each([
  ['linux', 'libnotify'],
  ['darwin', 'signed'],
  ['win32', 'Start menu'],
] as const)('a test notification on %s says what to check when nothing appears', async (platform, word) => {
  const fake = await openObedient({ platform });
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

it.each([
  ['linux', true],
  ['darwin', false],
  ['win32', false],
] as const)('on %s it is said that the desktop decides about sound: %o', async (platform, isSaid) => {
  await openObedient({ platform });
  expect(screen.queryByText(/^On Linux your desktop decides/) !== null).toBe(isSaid);
});
