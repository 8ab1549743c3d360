import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account } from '../../shared/account.ts';
import type { Alert, KeptQuiet } from '../../shared/alert.ts';
import type { Notice, Route, SecretPlace, SlowedBy } from '../../shared/app-view.ts';
import type { Change } from '../../shared/change.ts';
import type { FloorTotals } from '../../shared/floor-totals.ts';
import type { Health } from '../../shared/health.ts';
import type { Drift } from '../../shared/roster.ts';
import { defaultSettings, type Language, type Settings } from '../../shared/settings.ts';
import type { AgentState } from '../../watch/agents.ts';
import { noOpenConditions, type OpenConditions } from './open-conditions.ts';

export interface ActiveAccount extends Account {
  readonly isDemo: boolean;
}

/** The one truth of the main process. Tray, alerts and bridge subscribe; they do not know each other. */
export interface AppState {
  readonly account: ActiveAccount | null;
  readonly health: Health;
  readonly secret: SecretPlace;
  readonly isWatchPaused: boolean;
  /** Between two polls of agents near an event, and of the quietest ones. */
  readonly effectiveIntervalMs: number;
  readonly slowestIntervalMs: number;
  /** No answer is ever older while the dialler answers. */
  readonly boundMs: number;
  /** What makes them longer than set. */
  readonly slowedBy: SlowedBy | null;
  /** By dialler user, in the order they were added. */
  readonly agents: ReadonlyMap<string, AgentState>;
  /** What the last readings made happen; replaced, never appended to, each time something does. */
  readonly changes: readonly Change[];
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
  /** When the machine last woke, on the monotonic clock. */
  readonly wokeMs: number | null;
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
    slowestIntervalMs: defaultSettings.intervalMs,
    boundMs: 2 * defaultSettings.intervalMs,
    slowedBy: null,
    agents: new Map(),
    changes: [],
    openConditions: noOpenConditions,
    inbox: [],
    inboxRevision: 0,
    keptQuiet: [],
    floorTotals: null,
    drift: [],
    wokeMs: null,
    settings: defaultSettings,
    language: 'en',
    route: { seq: 0, screen: 'agents', agentUser: null },
    notices: [],
    ...initial,
  }));
