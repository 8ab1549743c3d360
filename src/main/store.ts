import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account } from '../shared/account.ts';
import type { AgentView, Notice, Route, SecretPlace } from '../shared/app-view.ts';
import type { Change } from '../shared/change.ts';
import type { Since } from '../shared/duration.ts';
import type { Health } from '../shared/health.ts';
import type { ProblemKind } from '../shared/problem.ts';
import type { Reading } from '../shared/reading.ts';
import { defaultSettings, type Language, type Settings } from '../shared/settings.ts';

/** One watched agent as last known. A failed poll never changes `reading`; it ages it. */
export interface AgentState {
  readonly user: string;
  readonly phase: AgentView['phase'];
  readonly reading: Reading;
  readonly since: Since | null;
  /** When the last good reading was, once it is too old to trust. */
  readonly staleSinceMs: number | null;
  readonly problem: ProblemKind | null;
}

export interface ActiveAccount extends Account {
  readonly isDemo: boolean;
}

/** The one truth of the main process. Tray, alerts and bridge subscribe; they do not know each other. */
export interface AppState {
  readonly account: ActiveAccount | null;
  readonly health: Health;
  readonly secret: SecretPlace;
  readonly isWatchPaused: boolean;
  readonly effectiveIntervalMs: number;
  /** By dialler user, in the order they were added. */
  readonly agents: ReadonlyMap<string, AgentState>;
  /** What the last readings made happen; replaced, never appended to, each time something does. */
  readonly changes: readonly Change[];
  readonly settings: Settings;
  readonly language: Language;
  readonly route: Route;
  readonly notices: readonly Notice[];
}

export type AppStore = StoreApi<AppState>;

export const createAppStore = (initial: Partial<AppState> = {}): AppStore =>
  createStore<AppState>(() => ({
    account: null,
    health: { kind: 'idle' },
    secret: { kind: 'none' },
    isWatchPaused: false,
    effectiveIntervalMs: defaultSettings.intervalMs,
    agents: new Map(),
    changes: [],
    settings: defaultSettings,
    language: 'en',
    route: { seq: 0, screen: 'agents', agentUser: null },
    notices: [],
    ...initial,
  }));
