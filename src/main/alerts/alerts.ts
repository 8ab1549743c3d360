import type { Alert } from '../../shared/alert.ts';
import type { Rule } from '../../shared/rules.ts';
import { type AgentState, isCurrent } from '../../watch/agents.ts';
import { BlockMap } from '../../watch/block-map.ts';
import type { Clock } from '../../watch/clock.ts';
import { nothingNew, type WatchUpdate } from '../../watch/watch-state.ts';
import type { Words } from '../app/words.ts';
import { enter, markRead, type Records, restored } from '../inbox/records.ts';
import type { Log } from '../log/log.ts';
import type { AppState, AppStore } from '../state/store.ts';
import { meaningLookup } from '../statuses/dictionary.ts';
import { createBurst } from './burst.ts';
import { type AlertContent, contentOf } from './content.ts';
import { decide } from './decide.ts';
import { stillToShow, type ToShow } from './held.ts';
import { acknowledge, emptyMemory, forgetLines, type Memory } from './memory.ts';
import { rulesOf } from './rules-of.ts';
import { createShown, type Shown } from './shown.ts';
import { summaryOf } from './summary.ts';
import type { Decision, World } from './world.ts';

export interface AlertParts {
  readonly store: AppStore;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
  readonly show: (content: AlertContent) => Shown;
  /** How long nobody has touched keyboard or mouse. Asked only about the user's own states, and kept nowhere. */
  readonly idleMs: () => number;
  /** Whose row is open in a window that has the focus. */
  readonly inSight: () => string | null;
}

export interface Alerts {
  /** Decides anew, now that the engine has put something new about agents into the state. */
  readonly take: (update: WatchUpdate) => void;
  /** The user has seen this line of the inbox; null for all of them. */
  readonly acknowledge: (id: number | null) => void;
  readonly clear: () => void;
  /** Brings back what the last clearing took. */
  readonly restore: () => void;
  readonly stop: () => void;
}

const activeWithinMs = 30_000;
/** Longer waits than timers can hold are cut; nothing happens when one ends early. */
const longestWaitMs = 60 * 60_000;

/** Tells what the rules decide, and keeps what they make of rows and icon in the store. */
export function createAlerts({ store, words, clock, log, show, idleMs, inSight }: AlertParts): Alerts {
  const shown = createShown();
  let memory: Memory = emptyMemory(Math.max(0, ...store.getState().inbox.map(({ id }) => id)));
  let rules: readonly Rule[] = [];
  let decidedOn: AppState | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let cleared: Records = nothing;

  const translate = () => words.in(store.getState().language);
  const { notify, stop: stopNotifying } = createBurst({
    contentOf: contentOfHeld,
    show: showAndKeep,
    clock,
    roundMs: () => roundMsIn(store.getState()),
    isRoundOver: () => [...store.getState().agents.values()].every(isSeenAgain),
  });

  /** As the settings are by now, not as they were when it was held back. */
  function contentOfHeld(alertIds: readonly number[]): AlertContent | null {
    const { inbox, settings } = store.getState();
    const moment = { settings, wallMs: clock.wallMs(), inSight: inSight() };
    const { wanted, silenced } = stillToShow(alertIds, inbox, moment);
    if (silenced.length > 0) keepSilenced(silenced);
    const [first, ...others] = wanted.map(contentNow);
    if (first === undefined) return null;
    return others.length === 0 ? first : summaryOf([first, ...others], translate());
  }

  /** The line says why nobody was notified of it, and so does the list of reasons. */
  function keepSilenced(silenced: ToShow['silenced']): void {
    const reasons = new Map(silenced.map(({ alert, reason }) => [alert.id, reason]));
    const entries = silenced.map(({ alert: { topic, agentUser, status }, reason }, index) => {
      const entry = { id: memory.lastId + 1 + index, atMs: clock.wallMs(), topic, agentUser, status, reason };
      return { kind: 'keep-quiet', entry } as const;
    });
    memory = { ...memory, lastId: memory.lastId + entries.length };
    store.setState((state) => ({
      ...enter(state, entries),
      inbox: state.inbox.map((alert) => {
        const quiet = reasons.get(alert.id);
        return quiet === undefined ? alert : { ...alert, quiet };
      }),
      inboxRevision: state.inboxRevision + 1,
    }));
  }

  /** A notification that cannot be shown takes neither the others nor the polls with it. */
  function showAndKeep(content: AlertContent): Shown {
    try {
      return shown.add(content.alertIds, show(content));
    } catch (error) {
      log.error('notification not shown', { topic: content.topic, error: String(error) });
      return { close: () => undefined };
    }
  }

  /** Settings and health; what happens to agents is handed to `take`. */
  const unfollow = store.follow(({ settings, health }) => {
    if (settings !== decidedOn?.settings || health !== decidedOn.health) take(nothingNew);
  });

  function take({ changes }: WatchUpdate): void {
    clearTimeout(timer);
    if (isStopped) return;
    const state = store.getState();
    const touched = decidedOn === null ? null : touchedBetween(decidedOn, state);
    if (state.settings !== decidedOn?.settings) rules = rulesOf(state.settings);
    decidedOn = state;
    const decided = decide(memory, worldOf(state, touched, changes));
    memory = decided.memory;
    // Before anybody hears of it: who listens may make us decide again, and that then sets the timer.
    if (decided.nextAtMs !== Number.POSITIVE_INFINITY) {
      const waitMs = decided.nextAtMs - clock.nowMs();
      timer = setTimeout(() => take(nothingNew), Math.min(longestWaitMs, Math.max(1, waitMs)));
    }
    keep(state, decided.decisions);
    for (const decision of decided.decisions) {
      if (decision.kind === 'tell') {
        shown.done(decision.replaces);
        if (decision.notify !== 'none') notify(decision.alert.id, decision.notify);
      } else if (decision.kind === 'notify-again') notifyAgain(decision.alertId);
      else if (decision.kind === 'over') shown.done([decision.alertId]);
    }
  }

  /** Puts what was decided into the state. */
  function keep(state: AppState, decisions: readonly Decision[]): void {
    const records = enter(state, decisions);
    const { openConditions } = memory;
    const disarmed = decisions.flatMap((one) => (one.kind === 'disarm' ? [one.tellWhen] : []));
    const hasNewLines = records.inbox !== state.inbox || records.keptQuiet !== state.keptQuiet;
    if (!hasNewLines && openConditions === state.openConditions && disarmed.length === 0) return;
    const { settings, inboxRevision } = state;
    const tellWhens = settings.tellWhens.filter((one) => !disarmed.includes(one));
    store.setState({
      ...records,
      ...(hasNewLines ? { inboxRevision: inboxRevision + 1 } : {}),
      openConditions,
      ...(disarmed.length === 0 ? {} : { settings: { ...settings, tellWhens } }),
    });
  }

  function worldOf(state: AppState, touched: World['touched'], changes: World['changes']): World {
    const { agents, health, wokeMs, settings, effectiveIntervalMs: intervalMs } = state;
    const mine = settings.me === null ? undefined : agents.get(settings.me)?.reading.family;
    const isMyStateOpen = mine === 'paused' || mine === 'wrap-up';
    return {
      nowMs: clock.nowMs(),
      wallMs: clock.wallMs(),
      agents,
      touched,
      changes,
      health,
      wokeMs,
      settings,
      rules,
      meaningOf: meaningLookup(settings.dictionary),
      intervalMs,
      isUserActive: isMyStateOpen && idleMs() < activeWithinMs,
      inSight: inSight(),
    };
  }

  function notifyAgain(alertId: number): void {
    const alert = store.getState().inbox.find(({ id }) => id === alertId);
    if (alert === undefined) return;
    shown.done([alertId]);
    showAndKeep(contentNow(alert));
  }

  function contentNow(alert: Alert): AlertContent {
    const { agents, settings } = store.getState();
    const reading = alert.agentUser === null ? undefined : agents.get(alert.agentUser)?.reading;
    return contentOf(alert, translate(), settings, reading);
  }

  take(nothingNew);
  return {
    take,
    acknowledge: (id) => {
      memory = acknowledge(memory, id === null ? null : new Set([id]));
      store.setState(({ inbox, inboxRevision }) => ({
        inbox: markRead(inbox, id),
        inboxRevision: inboxRevision + 1,
      }));
      if (id === null) shown.clear();
      else shown.done([id]);
      take(nothingNew);
    },
    clear: () => {
      memory = forgetLines(acknowledge(memory, null));
      const { inbox, keptQuiet, inboxRevision } = store.getState();
      cleared = { inbox, keptQuiet };
      shown.clear();
      store.setState({ ...nothing, inboxRevision: inboxRevision + 1 });
      take(nothingNew);
    },
    restore: () => {
      store.setState((state) => ({ ...restored(cleared, state), inboxRevision: state.inboxRevision + 1 }));
      cleared = nothing;
    },
    stop: () => {
      isStopped = true;
      unfollow();
      clearTimeout(timer);
      stopNotifying();
    },
  };
}

const answerMs = 1_500;
const longestAnswerMs = 12_000;

/** After a gap everybody is asked as soon as the budget allows. */
const roundMsIn = ({ agents, settings, effectiveIntervalMs }: AppState) => ({
  least: (agents.size * 1_000) / settings.requestsPerSecond + answerMs,
  most: effectiveIntervalMs + longestAnswerMs,
});

/** Or cannot be seen, for a reason of their own. */
const isSeenAgain = (agent: AgentState): boolean =>
  isCurrent(agent) || agent.phase === 'unknown' || agent.problem !== null;

const nothing: Records = { inbox: [], keptQuiet: [] };

/** Whom to look at; null where not only states differ but who is watched, or what the rules are. */
function touchedBetween(before: AppState, state: AppState): World['touched'] {
  if (state.settings !== before.settings) return null;
  return BlockMap.from(state.agents).changedSince(BlockMap.from(before.agents));
}
