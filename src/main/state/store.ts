import { createStore } from 'zustand/vanilla';
import type { Account } from '../../shared/account.ts';
import type { Alert, KeptQuiet } from '../../shared/alert.ts';
import type { AskingProxy, Notice, Route, SecretPlace } from '../../shared/app-view.ts';
import type { FloorTotals } from '../../shared/floor-totals.ts';
import type { Drift } from '../../shared/roster.ts';
import { defaultSettings, type Language, type Settings, type Situation } from '../../shared/settings.ts';
import { nothingWatched, type WatchState } from '../../watch/watch-state.ts';
import { noOpenConditions, type OpenConditions } from './open-conditions.ts';

export interface ActiveAccount extends Account {
  readonly isDemo: boolean;
}

/** The one truth of the main process. Who follows it need not know of one another. */
export interface AppState extends WatchState {
  readonly account: ActiveAccount | null;
  readonly secret: SecretPlace;
  readonly isWatchPaused: boolean;
  /** What the rules make of the agents now: rows and icon are drawn by it. */
  readonly openConditions: OpenConditions;
  /** What was worth telling, oldest first. */
  readonly inbox: readonly Alert[];
  /** Rises with every change of the inbox and of what was kept quiet. */
  readonly inboxRevision: number;
  /** What was decided against, oldest first, for this run. */
  readonly keptQuiet: readonly KeptQuiet[];
  /** While somebody looks and the dialler tells them. */
  readonly floorTotals: FloorTotals | null;
  /** Whom the dialler's own list, once fetched, does not hold as they are watched. */
  readonly drift: readonly Drift[];
  /** What makes the watch slower by the user's own wish. */
  readonly slowSituation: Situation | null;
  /** When the machine last woke, on the monotonic clock. */
  readonly wokeMs: number | null;
  readonly settings: Settings;
  readonly language: Language;
  readonly route: Route;
  readonly notices: readonly Notice[];
  /** The proxy that last asked for a login and got none it took. */
  readonly askingProxy: AskingProxy | null;
}

type Follower = (state: AppState, before: AppState) => void;

export interface AppStore {
  readonly getState: () => AppState;
  readonly setState: (change: Partial<AppState> | ((state: AppState) => Partial<AppState>)) => void;
  /**
   * Tells of every change once the call that made it has told everybody: a follower may change the state, and the
   * others still hear of the changes one after the other. Returns the way to stop.
   */
  readonly follow: (follower: Follower) => () => void;
}

export function createAppStore(initial: Partial<AppState> = {}): AppStore {
  const store = createStore<AppState>(() => ({ ...initialState, ...initial }));
  const followers = new Set<{ readonly tell: Follower }>();
  const untold: (() => void)[] = [];
  let isTelling = false;

  store.subscribe((state, before) => {
    for (const follower of followers) {
      untold.push(() => {
        if (followers.has(follower)) follower.tell(state, before);
      });
    }
  });

  function tellAll(): void {
    if (isTelling) return;
    isTelling = true;
    try {
      for (let next = untold.shift(); next !== undefined; next = untold.shift()) next();
    } finally {
      isTelling = false;
    }
  }

  return {
    getState: store.getState,
    setState: (change) => {
      store.setState(change);
      tellAll();
    },
    follow: (tell) => {
      const follower = { tell };
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}

const initialState: AppState = {
  ...nothingWatched,
  account: null,
  secret: { kind: 'none' },
  isWatchPaused: false,
  openConditions: noOpenConditions,
  inbox: [],
  inboxRevision: 0,
  keptQuiet: [],
  floorTotals: null,
  drift: [],
  slowSituation: null,
  wokeMs: null,
  settings: defaultSettings,
  language: 'en',
  route: { seq: 0, screen: 'agents', agentUser: null },
  notices: [],
  askingProxy: null,
};
