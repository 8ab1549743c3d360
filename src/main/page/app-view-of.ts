import type { Alert } from '../../shared/alert.ts';
import type { AccountView, AppView } from '../../shared/app-view.ts';
import { storedPasswordsOf } from '../account/entries.ts';
import { remember } from '../app/remember.ts';
import { preferencesOf } from '../settings/preferences.ts';
import type { ActiveAccount, AppState } from '../state/store.ts';
import { agentViewsOf } from './agent-views.ts';

/** The popover's share of the truth. What is not copied here cannot reach the renderer. */
export const appViewOf = (
  state: AppState,
  stamp: Pick<AppView, 'revision' | 'nowMs' | 'appVersion' | 'platform'>,
): AppView => ({
  ...stamp,
  account: state.account === null ? null : accountViewOf(state.account),
  health: state.health,
  secret: state.secret,
  watch: {
    isPaused: state.isWatchPaused,
    intervalMs: state.settings.intervalMs,
    effectiveIntervalMs: state.effectiveIntervalMs,
    slowestIntervalMs: state.slowestIntervalMs,
    boundMs: state.boundMs,
    slowedBy: state.slowedBy ?? state.slowSituation,
  },
  preferences: preferencesOf(state.settings),
  alerts: {
    unread: unreadOf(state.inbox),
    inboxRevision: state.inboxRevision,
    mutedUntilMs: state.settings.mutedUntilMs,
  },
  language: state.language,
  route: state.route,
  notices: state.notices,
  askingProxy: state.askingProxy,
  knownProxies: state.settings.knownProxies,
  keychainEntries: storedPasswordsOf(state.settings.keychainEntries),
  floorTotals: state.floorTotals,
  drift: state.drift,
  agents: agentViewsOf(state),
});

const accountViewOf = remember(
  (account: ActiveAccount): AccountView => ({
    id: account.id,
    host: new URL(account.baseUrl).host,
    baseUrl: account.baseUrl,
    apiUser: account.apiUser,
    method: account.method,
    format: account.format,
    isDemo: account.isDemo,
  }),
);

const unreadOf = remember((inbox: readonly Alert[]) => inbox.filter(({ isRead }) => !isRead).length);
