import { act, fireEvent, screen } from '@testing-library/react';
import type { AppView } from '../../../../../src/shared/app-view.ts';
import type { Preferences } from '../../../../../src/shared/settings.ts';
import { aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco, type FakeCroco } from '../../fake-croco.ts';
import { renderApp } from '../../render-app.tsx';

export async function openSettings<T extends FakeCroco>(fake: T): Promise<T> {
  await renderApp(fake);
  await act(async () => fake.update({ route: { seq: 1, screen: 'settings', agentUser: null } }));
  return fake;
}

export function openObedient(
  part: Partial<AppView> = {},
  preferences: Partial<Preferences> = {},
): Promise<FakeCroco> {
  const view = aView(part);
  return openSettings(createFakeCroco({ ...view, preferences: { ...view.preferences, ...preferences } }));
}

export const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));

export const flip = (name: string) => act(async () => fireEvent.click(screen.getByRole('switch', { name })));

export const fill = (label: string, value: string) =>
  act(async () => fireEvent.change(screen.getByLabelText(label), { target: { value } }));

export const leave = () =>
  act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }));
