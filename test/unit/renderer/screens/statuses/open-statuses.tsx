import { act, fireEvent, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import type { Dictionary, StatusMeaning } from '../../../../../src/shared/dictionary.ts';
import { aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco, type FakeCroco } from '../../fake-croco.ts';
import { renderApp } from '../../render-app.tsx';

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
  const view = aView();
  const fake = createFakeCroco({ ...view, preferences: { ...view.preferences, dictionary } }, answers);
  await renderApp(fake);
  await act(async () => fake.update({ route: { seq: 1, screen: 'settings', agentUser: null } }));
  await press('Statuses and pause limits');
  return fake;
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const field = (name: string) => screen.getByRole('textbox', { name });

export const press = (name: string | RegExp) => act(async () => fireEvent.click(button(name)));

export const type = (name: string, text: string) =>
  act(async () => fireEvent.change(field(name), { target: { value: text } }));

export const rows = () =>
  within(screen.getByRole('list', { name: /^Statuses/ }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('button')?.textContent);

export const leave = () =>
  act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }));

/** With fake timers. */
export const wait = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

export async function choose(name: string): Promise<void> {
  await press(/Counts as/);
  await act(async () => fireEvent.click(screen.getByRole('option', { name })));
}
