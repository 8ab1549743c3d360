import type { AgentView } from '../../shared/app-view.ts';
import type { Severity } from '../../shared/rules.ts';
import type { Settings } from '../../shared/settings.ts';
import type { TellEvent, TellWhen } from '../../shared/tell-when.ts';
import type { AgentState } from '../../watch/agents.ts';
import { BlockMap } from '../../watch/block-map.ts';
import { maskNumber } from '../../watch/mask.ts';
import { remember } from '../app/remember.ts';
import type { AppState } from '../state/store.ts';
import { meaningLookup } from '../statuses/dictionary.ts';
import { limitMsOf } from '../statuses/limit-of.ts';
import { withoutAnyNumber, withoutNumber } from '../statuses/status-text.ts';

/** Of a thousand agents one changes at a time: the others keep their views, and their block of the map its list. */
export const agentViewsOf = ({ agents, openConditions, settings }: AppState): readonly AgentView[] =>
  viewsOfAll(agents, openConditions.rows, settings);

type Rows = AppState['openConditions']['rows'];

const viewsOfAll = remember((agents: AppState['agents'], rows: Rows, settings: Settings) =>
  BlockMap.from(agents).blocks.flatMap(({ values }) => viewsOfBlock(values, rows, settings)),
);

const viewsOfBlock = remember((agents: readonly AgentState[], rows: Rows, settings: Settings) => {
  const meaningOf = meaningLookup(settings.dictionary);
  const muted = setOf(settings.mutedAgents);
  const tellWhens = eventsByUser(settings.tellWhens);
  return agents.map((agent) =>
    agentViewOf(
      agent,
      rows.get(agent.user) ?? null,
      limitMsOf(agent, { meaningOf }),
      muted.has(agent.user),
      tellWhens.get(agent.user) ?? noEvents,
      settings.isPresenting,
    ),
  );
});

const setOf = remember((users: readonly string[]) => new Set(users));

const noEvents: readonly TellEvent[] = [];

const eventsByUser = remember((tellWhens: readonly TellWhen[]) => {
  const events = new Map<string, readonly TellEvent[]>();
  for (const { agentUser, event } of tellWhens) {
    events.set(agentUser, [...(events.get(agentUser) ?? noEvents), event]);
  }
  return events;
});

const agentViewOf = remember(
  (
    agent: AgentState,
    severity: Severity | null,
    limitMs: number | null,
    isMuted: boolean,
    tellWhens: readonly TellEvent[],
    isPresenting: boolean,
  ): AgentView => {
    const { inCallWith, callerId, ...shown } = agent.reading;
    const masked = (text: string) => withoutNumber(text, agent.reading, isPresenting);
    /** Of the customer, or of the dialler's own works: nothing for whoever else looks at the screen. */
    const unlessPresenting = (text: string) => (isPresenting ? '' : masked(text));
    return {
      ...shown,
      status: withoutAnyNumber(shown.status, agent.reading, isPresenting),
      campaignId: masked(shown.campaignId),
      campaignName: masked(shown.campaignName),
      callType: withoutAnyNumber(shown.callType, agent.reading, isPresenting),
      user: agent.user,
      phase: agent.phase,
      since: agent.since,
      staleSinceMs: agent.staleSinceMs,
      problem: agent.problem,
      maskedInCallWith: isPresenting ? '' : maskNumber(inCallWith),
      maskedCallerId: isPresenting ? '' : maskNumber(callerId),
      leadId: unlessPresenting(shown.leadId),
      vendorLeadCode: unlessPresenting(shown.vendorLeadCode),
      confExten: unlessPresenting(shown.confExten),
      serverIp: unlessPresenting(shown.serverIp),
      colour: unlessPresenting(shown.colour),
      severity,
      limitMs,
      isMuted,
      tellWhens,
    };
  },
);
