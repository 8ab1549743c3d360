import { createContext, useContext } from 'react';

export type Screen =
  | 'home'
  | 'settings'
  | 'inbox'
  | 'roster'
  | 'rules'
  | 'groups'
  | 'statuses'
  | 'connect'
  | 'edit';

/** What the popover shows. */
export interface Place {
  readonly screen: Screen;
  /** Whom it is about: the agent to be shown at home, or the one the inbox is asked about. */
  readonly agentUser: string | null;
}

export type Go = (screen: Screen, agentUser?: string) => void;

export const home: Place = { screen: 'home', agentUser: null };

/** Where the way back of each screen leads. */
export const backFrom: Readonly<Record<Screen, Screen>> = {
  home: 'home',
  settings: 'home',
  inbox: 'home',
  roster: 'home',
  groups: 'home',
  connect: 'home',
  edit: 'home',
  rules: 'settings',
  statuses: 'settings',
};

interface Places {
  readonly place: Place;
  readonly go: Go;
}

export const PlaceContext = createContext<Places | null>(null);

export function usePlace(): Places {
  const places = useContext(PlaceContext);
  if (places === null) throw new Error('A screen is drawn outside of the popover.');
  return places;
}

/** Leads from the screen that asks to another one. Once that screen is left, it leads nowhere. */
export const useGo = (): Go => usePlace().go;
