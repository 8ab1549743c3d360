import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { AccountView, AppView } from '../shared/app-view.ts';
import type { CrocoApi } from '../shared/bridge.ts';
import type { Clock } from './clock.ts';
import type { Mirror, MirrorState } from './mirror.ts';
import type { PreferencesEditor } from './preferences.ts';
import type { Tell } from './requests.ts';
import type { Toasts } from './toasts.ts';

/** What the page is made of; `main.tsx` wires the real ones, tests their own. */
export interface Page {
  readonly api: CrocoApi;
  readonly mirror: Mirror;
  readonly clock: Clock;
  readonly toasts: Toasts;
  readonly tell: Tell;
  readonly editor: PreferencesEditor;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A part of the page is drawn outside of it.');
  return page;
}

/** The view as last mirrored. Only for what is drawn below `App`, which waits for the first one. */
export function useView<T>(select: (view: AppView) => T): T {
  return useStore(usePage().mirror.store, (state) => select(viewOf(state)));
}

/** As it is at this moment, for what is done and not drawn. */
export const viewNow = ({ store }: Pick<Mirror, 'store'>): AppView => viewOf(store.getState());

function viewOf({ view }: MirrorState): AppView {
  if (view === null) throw new Error('The mirror is still empty.');
  return view;
}

/** Who is watched, whatever becomes of them. */
export const useAgentUsers = (): readonly string[] =>
  useView(useShallow(({ agents }) => agents.map(({ user }) => user)));

/** Only for screens that are not drawn without one. */
export function useAccount(): AccountView {
  const account = useView((view) => view.account);
  if (account === null) throw new Error('There is no account.');
  return account;
}

/** Main's clock, ticking: whoever calls this is drawn once a second. */
export function useNowMs(): number {
  const { clock } = usePage();
  return useSyncExternalStore(clock.subscribe, clock.nowMs);
}
