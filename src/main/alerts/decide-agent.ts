import type { Change } from '../../shared/change.ts';
import type { Since } from '../../shared/duration.ts';
import type { Family } from '../../shared/family.ts';
import type { EscalationLevel, Rule } from '../../shared/rules.ts';
import { hasCome } from '../../shared/tell-when.ts';
import { type AgentState, isCurrent } from '../../watch/agents.ts';
import { type AgentConditions, type IconAlert, noAgentConditions } from '../state/open-conditions.ts';
import { escalateChanges, takeChange } from './changes.ts';
import { type Condition, conditionOf, topicOf } from './condition.ts';
import { type Decisions, type Draft, factsOf } from './decisions.ts';
import { type EscalationActions, escalate } from './escalate.ts';
import { type AgentEpisodes, type AgentMemory, type Episode, noCalls } from './memory.ts';
import { isReplaced } from './replaced.ts';
import { isAbout } from './whom.ts';
import type { World } from './world.ts';

const never = Number.POSITIVE_INFINITY;
const nothing: AgentMemory = {
  episodes: [],
  calls: noCalls,
  nextAtMs: never,
  openConditions: noAgentConditions,
};

/** Everything rules make of one agent. While nobody can look, nothing begins, ends or is told. */
export function decideAgent(
  before: AgentMemory | undefined,
  agent: AgentState,
  changes: readonly Change[],
  world: World,
  decisions: Decisions,
): AgentMemory {
  let memory: AgentEpisodes = before ?? nothing;
  for (const change of changes) memory = takeChange(memory, change, agent, world, decisions);
  if (!isCurrent(agent)) return { ...memory, nextAtMs: never, openConditions: noAgentConditions };
  tellWhatWasAskedFor(agent, changes, world, decisions);
  const ofChanges = escalateChanges(memory.episodes, memory.calls, agent, world, decisions);
  let { nextAtMs } = ofChanges;
  const episodes = [...ofChanges.episodes];
  for (const rule of world.rules) {
    if (!isAbout(rule.whom, agent.user, world.settings) || isReplaced(rule, agent, world.settings)) continue;
    const condition = conditionOf(rule, agent, world);
    if (condition === null) {
      episodes.push(...alreadyTold(memory.episodes, rule, agent));
      continue;
    }
    const key = keyOf(rule.id, condition.since);
    const known = memory.episodes.find((episode) => episode.key === key);
    const episode: Episode = known ?? { ...begin(key, agent.user), rule, beganMs: condition.beganMs };
    const now = { ...episode, rule, beganMs: condition.beganMs };
    const escalated = escalate(
      now,
      world,
      agent.seen,
      actionsForState(now, agent, condition, world, decisions),
    );
    nextAtMs = Math.min(nextAtMs, escalated.nextAtMs, condition.againAtMs ?? never);
    episodes.push(escalated.episode);
  }
  tellWhatIsOver(memory.episodes, episodes, decisions);
  const openConditions = openConditionsOf(
    before?.openConditions ?? noAgentConditions,
    episodes,
    agent.reading.family,
  );
  return { episodes, calls: ofChanges.calls, nextAtMs, openConditions };
}

/** A state that an alert told of has ended. */
function tellWhatIsOver(before: readonly Episode[], now: readonly Episode[], decisions: Decisions): void {
  for (const { key, alertId, change } of before) {
    if (change !== null || alertId === null || now.some((episode) => episode.key === key)) continue;
    decisions.add({ kind: 'over', alertId });
  }
}

/**
 * A pause with a limit of its own leaves what was told of the family aside, and does not end it: back in a pause
 * without one, the same time is not told again.
 */
function alreadyTold(
  episodes: readonly Episode[],
  { id, what }: Rule,
  agent: AgentState,
): readonly Episode[] {
  const isOfFamily =
    (what.kind === 'in-family' || what.kind === 'still') && what.family === agent.reading.family;
  if (!isOfFamily || agent.familySince === null) return [];
  const key = keyOf(id, agent.familySince);
  return episodes
    .filter((episode) => episode.key === key)
    .map((episode) => ({ ...episode, reached: new Set([...episode.reached].filter(isTold)) }));
}

const isTold = (step: EscalationLevel): boolean => step === 'notify' || step === 'sound';

const keyOf = (ruleId: string, since: Since): string => `${ruleId} ${since.atMs}`;

/** The same object while it says the same. */
function openConditionsOf(
  before: AgentConditions,
  episodes: readonly Episode[],
  family: Family,
): AgentConditions {
  const inRow = episodes.filter(({ reached }) => reached.has('row'));
  const icon = episodes.flatMap((episode) => onIcon(episode, family));
  if (inRow.length === 0 && icon.length === 0) return noAgentConditions;
  const isAlarm = inRow.some(({ rule }) => rule.severity === 'alarm');
  const row = inRow.length === 0 ? null : isAlarm ? 'alarm' : 'warning';
  return row === before.row && JSON.stringify(icon) === JSON.stringify(before.icon) ? before : { row, icon };
}

/** What an episode has to say on the icon, until the user has seen it. */
export function onIcon(episode: Episode, family: Family | null): readonly IconAlert[] {
  const { rule, agentUser, beganMs, count } = episode;
  if (!episode.reached.has('icon') || episode.isAcknowledged) return [];
  return [{ topic: topicOf(rule), severity: rule.severity, agentUser, family, beganMs, count }];
}

const begin = (key: string, agentUser: string): Omit<Episode, 'rule' | 'beganMs'> => ({
  key,
  agentUser,
  change: null,
  guardMs: 0,
  reached: new Set(),
  lastNotifiedMs: null,
  alertId: null,
  isAcknowledged: false,
  count: 0,
});

function actionsForState(
  { rule }: Episode,
  agent: AgentState,
  { since }: Condition,
  world: World,
  decisions: Decisions,
): EscalationActions {
  const topic = topicOf(rule);
  const inStateMs = world.nowMs - since.atMs;
  const draft = (): Draft => ({
    ...factsOf(agent, world),
    topic,
    durationMs:
      topic === 'allowance-warning' && rule.what.kind === 'allowance' ? rule.what.beforeMs : inStateMs,
    isAtLeast: since.atLeast,
  });
  return {
    recordAlert: (isLate) => decisions.recordAlert(draft(), { isLate }),
    keepQuiet: (reason) => decisions.keepQuiet(draft(), reason),
    notifyAgain: (alertId) => decisions.notifyAgain(alertId, agent.user),
  };
}

/** Asked for once, told once, whatever the rules say. */
function tellWhatWasAskedFor(
  agent: AgentState,
  changes: readonly Change[],
  world: World,
  decisions: Decisions,
): void {
  for (const tellWhen of world.settings.tellWhens) {
    if (tellWhen.agentUser !== agent.user) continue;
    const hasCallEnded = tellWhen.event === 'call-ends' && changes.some(({ kind }) => kind === 'call-ended');
    if (!hasCallEnded && !hasCome(tellWhen.event, agent.reading.family)) continue;
    // Found in the first answer after a start or a gap, it came at an unknown moment before.
    const isLate = agent.seen !== null && agent.since !== null && agent.since.atMs <= agent.seen.sinceMs;
    const draft: Draft = { ...factsOf(agent, world), topic: 'tell-when', event: tellWhen.event };
    decisions.recordAlert(draft, { isLate, isAskedFor: true });
    decisions.add({ kind: 'disarm', tellWhen });
  }
}
