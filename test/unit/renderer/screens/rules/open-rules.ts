import { act, fireEvent, screen } from '@testing-library/react';
import type { AppView } from '../../../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import type { OwnRule } from '../../../../../src/shared/rules.ts';
import type { Preferences } from '../../../../../src/shared/settings.ts';
import { anAgent } from '../../../../fakes/a-view.ts';
import type { FakeCroco } from '../../fake-croco.ts';
import { click, press } from '../../hand.ts';
import { openSettings } from '../../open-settings.ts';

type Part = Partial<Pick<AppView, 'agents'> & CrocoApi>;
type Tab = 'Time limits' | 'My rules' | 'Groups';

/** The rules screen, and what main holds now. */
export async function openRules(
  tab: Tab,
  preferences: Partial<Preferences> = {},
  { agents = ['ana.ruiz', 'ben.cole'].map((user) => anAgent({ user })), ...answers }: Part = {},
): Promise<FakeCroco & { readonly held: () => Preferences }> {
  const fake = await openSettings({ agents, preferences }, answers);
  await press('Rules');
  if (tab !== 'Time limits') await click(screen.getByRole('tab', { name: tab }));
  return Object.assign(fake, { held: () => fake.view.preferences });
}

/** Types over what is there, as somebody who tabs into the field does, without leaving it. */
export async function typeInto(field: HTMLElement, text: string): Promise<void> {
  await act(async () => field.focus());
  await act(async () => fireEvent.change(field, { target: { value: text } }));
}

/** Types and leaves the field. */
export async function fill(name: string, text: string): Promise<void> {
  const field = screen.getByRole(
    name === 'Status, as the dialler writes it' || name === 'Agent' ? 'combobox' : 'textbox',
    { name },
  );
  await typeInto(field, text);
  await act(async () => field.blur());
}

export async function choose(label: string, option: string): Promise<void> {
  await click(screen.getByRole('button', { name: new RegExp(`${label}$`) }));
  await click(screen.getByRole('option', { name: option }));
}

export const aRule = (part: Partial<OwnRule> = {}): OwnRule => ({
  id: 'r1',
  isOn: true,
  whom: { kind: 'everyone' },
  what: { kind: 'several', family: 'paused', count: 3 },
  holdMs: 0,
  severity: 'warning',
  escalation: { row: null, icon: 0, notify: 60_000, sound: null },
  ...part,
});
