import { act, fireEvent, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import type { Dictionary, StatusMeaning } from '../../../../../src/shared/dictionary.ts';
import type { FakeCroco } from '../../fake-croco.ts';
import { click, press } from '../../hand.ts';
import { openSettings } from '../../open-settings.ts';

export const meaning = (status: string, part: Partial<StatusMeaning> = {}): StatusMeaning => ({
  status,
  family: null,
  label: '',
  limitMs: null,
  ...part,
});

export const three: Dictionary = [
  meaning('READY'),
  meaning('CHAT'),
  meaning('PAUSE - BREAK', { label: 'Coffee', limitMs: 900_000 }),
];

export async function openStatuses(
  dictionary: Dictionary,
  answers: Partial<CrocoApi> = {},
): Promise<FakeCroco> {
  const fake = await openSettings({ preferences: { dictionary } }, answers);
  await press('Statuses and pause limits');
  return fake;
}

export const field = (name: string) => screen.getByRole('textbox', { name });

export const type = (name: string, text: string) =>
  act(async () => fireEvent.change(field(name), { target: { value: text } }));

export const rows = () =>
  within(screen.getByRole('list', { name: /^Statuses/ }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('button')?.textContent);

/** With fake timers. */
export const wait = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

export async function choose(name: string): Promise<void> {
  await press(/Counts as/);
  await click(screen.getByRole('option', { name }));
}
