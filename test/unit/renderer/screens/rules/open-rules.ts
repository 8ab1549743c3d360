import { act, fireEvent, screen } from '@testing-library/react';
import type { AppView } from '../../../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import type { OwnRule } from '../../../../../src/shared/rules.ts';
import type { Preferences } from '../../../../../src/shared/settings.ts';
import { anAgent, aView, createFakeCroco, type FakeCroco } from '../../fake-croco.ts';
import { renderApp } from '../../render-app.tsx';

export interface OpenRules {
  readonly fake: FakeCroco;
  /** Every change asked for, in order. */
  readonly changes: readonly Partial<Preferences>[];
  /** What main holds now. */
  readonly held: () => Preferences;
  /** From now on main does not push what it did, until `catchUp`. */
  readonly fallBehind: () => void;
  readonly catchUp: () => Promise<void>;
  readonly refuse: () => void;
}

type Tab = 'Time limits' | 'My rules' | 'Groups';

/** The rules screen on a main process that does what it is asked and pushes it. */
export async function openRules(
  tab: Tab,
  preferences: Partial<Preferences> = {},
  more: Partial<AppView> = {},
): Promise<OpenRules> {
  const changes: Partial<Preferences>[] = [];
  let isBehind = false;
  let isRefusing = false;
  const view = aView({
    agents: ['ana.ruiz', 'ben.cole'].map((user) => anAgent({ user })),
    ...more,
  });
  let held: Preferences = { ...view.preferences, ...preferences };
  const changePreferences: CrocoApi['changePreferences'] = async ({ change }) => {
    changes.push(change);
    if (isRefusing) return fail({ kind: 'internal' });
    held = { ...held, ...change };
    // Asked for everything, main always tells the latest.
    if (isBehind) fake.view = { ...fake.view, preferences: held, revision: fake.view.revision + 1 };
    else fake.update({ preferences: held });
    return succeed(null);
  };
  const fake = createFakeCroco({ ...view, preferences: held }, { changePreferences });
  await renderApp(fake);
  await act(async () => fake.update({ route: { seq: 1, screen: 'settings', agentUser: null } }));
  await press('Rules');
  if (tab !== 'Time limits') await click(screen.getByRole('tab', { name: tab }));
  return {
    fake,
    changes,
    held: () => held,
    fallBehind: () => {
      isBehind = true;
    },
    catchUp: async () => {
      isBehind = false;
      await act(async () => fake.update({ preferences: held }));
    },
    refuse: () => {
      isRefusing = true;
    },
  };
}

export const click = (element: HTMLElement) => act(async () => fireEvent.click(element));

export const press = (name: string | RegExp) => click(screen.getByRole('button', { name }));

export const toggle = (name: string) => click(screen.getByRole('switch', { name }));

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

export const pressEscape = (on: Element = document.activeElement ?? document.body) =>
  act(async () => fireEvent.keyDown(on, { key: 'Escape' }));

export const titleNow = () => screen.getByRole('heading', { level: 1 }).textContent;

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
