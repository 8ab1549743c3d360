import { act } from '@testing-library/react';
import type { AppView } from '../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../src/shared/bridge.ts';
import { defaultSettings, type Preferences } from '../../../src/shared/settings.ts';
import { aView } from '../../fakes/a-view.ts';
import { createFakeCroco, type FakeCroco } from './fake-croco.ts';
import { renderApp } from './render-app.tsx';

interface Part extends Partial<Omit<AppView, 'preferences'>> {
  readonly preferences?: Partial<Preferences>;
}

/** The settings of a page whose main process holds this. */
export async function openSettings(
  { preferences, ...part }: Part = {},
  answers: Partial<CrocoApi> = {},
): Promise<FakeCroco> {
  const view = aView({ ...part, preferences: { ...defaultSettings, ...preferences } });
  const fake = createFakeCroco(view, answers);
  await renderApp(fake);
  await act(async () => fake.update({ route: { seq: 1, screen: 'settings', agentUser: null } }));
  return fake;
}
