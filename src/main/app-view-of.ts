import type { AccountView, AgentView, AppView } from '../shared/app-view.ts';
import { maskNumber } from '../shared/mask.ts';
import type { ActiveAccount, AgentState, AppState } from './store.ts';

/** The popover's share of the truth. What is not copied here cannot reach the renderer. */
export function appViewOf(
  state: AppState,
  stamp: Pick<AppView, 'revision' | 'nowMs' | 'appVersion'>,
): AppView {
  const { intervalMs, notify, theme, language } = state.settings;
  return {
    ...stamp,
    account: state.account === null ? null : accountViewOf(state.account),
    health: state.health,
    secret: state.secret,
    watch: {
      isPaused: state.isWatchPaused,
      intervalMs,
      effectiveIntervalMs: state.effectiveIntervalMs,
    },
    preferences: { intervalMs, notify, theme, language },
    language: state.language,
    route: state.route,
    notices: state.notices,
    agents: [...state.agents.values()].map(agentViewOf),
  };
}

const accountViewOf = (account: ActiveAccount): AccountView => ({
  id: account.id,
  host: new URL(account.baseUrl).host,
  baseUrl: account.baseUrl,
  apiUser: account.apiUser,
  method: account.method,
  format: account.format,
  isDemo: account.isDemo,
});

function agentViewOf(agent: AgentState): AgentView {
  const { inCallWith, callerId, ...shown } = agent.reading;
  return {
    ...shown,
    user: agent.user,
    phase: agent.phase,
    since: agent.since,
    staleSinceMs: agent.staleSinceMs,
    problem: agent.problem,
    maskedInCallWith: maskNumber(inCallWith),
    maskedCallerId: maskNumber(callerId),
  };
}
