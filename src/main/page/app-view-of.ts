import type { AccountView, AgentView, AppView } from '../../shared/app-view.ts';
import type { Preferences, Settings } from '../../shared/settings.ts';
import type { TellEvent } from '../../shared/tell-when.ts';
import type { AgentState } from '../../watch/agents.ts';
import { maskNumber } from '../../watch/mask.ts';
import type { ActiveAccount, AppState } from '../state/store.ts';
import { meaningLookup } from '../statuses/dictionary.ts';
import { limitMsOf } from '../statuses/limit-of.ts';
import { withoutNumber } from '../statuses/status-text.ts';

/** The popover's share of the truth. What is not copied here cannot reach the renderer. */
export function appViewOf(
  state: AppState,
  stamp: Pick<AppView, 'revision' | 'nowMs' | 'appVersion' | 'platform'>,
): AppView {
  const { settings } = state;
  const { intervalMs } = settings;
  const meaningOf = meaningLookup(settings.dictionary);
  const mutedAgents = new Set(settings.mutedAgents);
  const tellWhens = Map.groupBy(settings.tellWhens, ({ agentUser }) => agentUser);
  return {
    ...stamp,
    account: state.account === null ? null : accountViewOf(state.account),
    health: state.health,
    secret: state.secret,
    watch: {
      isPaused: state.isWatchPaused,
      intervalMs,
      effectiveIntervalMs: state.effectiveIntervalMs,
      slowestIntervalMs: state.slowestIntervalMs,
      boundMs: state.boundMs,
      slowedBy: state.slowedBy,
    },
    preferences: preferencesOf(settings),
    alerts: {
      unread: state.inbox.filter(({ isRead }) => !isRead).length,
      inboxRevision: state.inboxRevision,
      mutedUntilMs: settings.mutedUntilMs,
    },
    language: state.language,
    route: state.route,
    notices: state.notices,
    floorTotals: state.floorTotals,
    drift: state.drift,
    agents: [...state.agents.values()].map((agent) => ({
      ...agentViewOf(agent, settings.isPresenting),
      severity: state.openConditions.rows.get(agent.user) ?? null,
      limitMs: limitMsOf(agent, { meaningOf }),
      isMuted: mutedAgents.has(agent.user),
      tellWhens: (tellWhens.get(agent.user) ?? []).map(({ event }): TellEvent => event),
    })),
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

type RuleView = 'severity' | 'limitMs' | 'isMuted' | 'tellWhens';

function agentViewOf(agent: AgentState, isPresenting: boolean): Omit<AgentView, RuleView> {
  const { inCallWith, callerId, ...shown } = agent.reading;
  const masked = (text: string) => withoutNumber(text, agent.reading, isPresenting);
  return {
    ...shown,
    status: masked(shown.status),
    campaignId: masked(shown.campaignId),
    campaignName: masked(shown.campaignName),
    callType: masked(shown.callType),
    user: agent.user,
    phase: agent.phase,
    since: agent.since,
    staleSinceMs: agent.staleSinceMs,
    problem: agent.problem,
    maskedInCallWith: isPresenting ? '' : maskNumber(inCallWith),
    maskedCallerId: isPresenting ? '' : maskNumber(callerId),
    leadId: isPresenting ? '' : masked(shown.leadId),
    vendorLeadCode: isPresenting ? '' : masked(shown.vendorLeadCode),
  };
}

const known = new WeakMap<Settings, Preferences>();

/** The same object for the same settings: it is compared with every push. */
function preferencesOf(settings: Settings): Preferences {
  const made = known.get(settings) ?? pickPreferences(settings);
  known.set(settings, made);
  return made;
}

const pickPreferences = ({
  accounts: _accounts,
  activeAccountId: _id,
  tellWhens: _tellWhens,
  mutedAgents: _agents,
  mutedUntilMs: _until,
  ...preferences
}: Settings): Preferences => preferences;
