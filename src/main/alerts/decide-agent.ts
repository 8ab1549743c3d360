import type { Change } from '../../shared/change.ts';
import type { Since } from '../../shared/duration.ts';
import type { Family } from '../../shared/family.ts';
import type { Rule, Step } from '../../shared/rules.ts';
import { hasCome } from '../../shared/tell-when.ts';
import { type AgentState, isCurrent } from '../../watch/agents.ts';
import { type AgentStanding, type IconAlert, plainStanding } from '../state/standing.ts';
import { climbChanges, takeChange } from './changes.ts';
import { type Condition, conditionOf, topicOf } from './condition.ts';
import { type Climber, climb } from './ladder.ts';
import { type AgentEpisodes, type AgentMemory, type Episode, noCalls } from './memory.ts';
import { type Draft, factsOf, type Scribe } from './scribe.ts';
import { isAbout } from './whom.ts';
import type { World } from './world.ts';

const never = Number.POSITIVE_INFINITY;
const nothing: AgentMemory = { episodes: [], calls: noCalls, nextAtMs: never, standing: plainStanding };

/** Everything rules make of one agent. While nobody can look, nothing begins, ends or is told. */
export function decideAgent(
  before: AgentMemory | undefined,
  agent: AgentState,
  changes: readonly Change[],
  world: World,
  scribe: Scribe,
): AgentMemory {
  let memory: AgentEpisodes = before ?? nothing;
  for (const change of changes) memory = takeChange(memory, change, agent, world, scribe);
  if (!isCurrent(agent)) return { ...memory, nextAtMs: never, standing: plainStanding };
  tellWhatWasAskedFor(agent, changes, world, scribe);
  const ofChanges = climbChanges(memory.episodes, memory.calls, agent, world, scribe);
  let { nextAtMs } = ofChanges;
  const episodes = [...ofChanges.episodes];
  for (const rule of world.rules) {
    if (!isAbout(rule.whom, agent.user, world.settings)) continue;
    const condition = conditionOf(rule, agent, world);
    if (condition === null) {
      episodes.push(...setAside(memory.episodes, rule, agent));
      continue;
    }
    const key = keyOf(rule.id, condition.since);
    const known = memory.episodes.find((episode) => episode.key === key);
    const episode: Episode = known ?? { ...begin(key, agent.user), rule, beganMs: condition.beganMs };
    const now = { ...episode, rule, beganMs: condition.beganMs };
    const climbed = climb(now, world, agent.seen, stateClimber(now, agent, condition, world, scribe));
    nextAtMs = Math.min(nextAtMs, climbed.nextAtMs, condition.againAtMs ?? never);
    episodes.push(climbed.episode);
  }
  const standing = standingOf(before?.standing ?? plainStanding, episodes, agent.reading.family);
  return { episodes, calls: ofChanges.calls, nextAtMs, standing };
}

/**
 * A pause with a limit of its own leaves what was told of the family aside, and does not end it: back in a pause
 * without one, the same time is not told again.
 */
function setAside(episodes: readonly Episode[], { id, what }: Rule, agent: AgentState): readonly Episode[] {
  const isOfFamily =
    (what.kind === 'in-family' || what.kind === 'still') && what.family === agent.reading.family;
  if (!isOfFamily || agent.familySince === null) return [];
  const key = keyOf(id, agent.familySince);
  return episodes
    .filter((episode) => episode.key === key)
    .map((episode) => ({ ...episode, reached: new Set([...episode.reached].filter(isTold)) }));
}

const isTold = (step: Step): boolean => step === 'notify' || step === 'sound';

const keyOf = (ruleId: string, since: Since): string => `${ruleId} ${since.atMs}`;

/** The same object while it says the same. */
function standingOf(before: AgentStanding, episodes: readonly Episode[], family: Family): AgentStanding {
  const inRow = episodes.filter(({ reached }) => reached.has('row'));
  const icon = episodes.flatMap((episode) => onIcon(episode, family));
  if (inRow.length === 0 && icon.length === 0) return plainStanding;
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
  lastKnockMs: null,
  alertId: null,
  isAcknowledged: false,
  count: 0,
});

function stateClimber(
  { rule }: Episode,
  agent: AgentState,
  { since }: Condition,
  world: World,
  scribe: Scribe,
): Climber {
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
    tell: (isLate) => scribe.tell(draft(), { isLate }),
    keepQuiet: (reason) => scribe.keepQuiet(draft(), reason),
    knockAgain: (alertId) => scribe.knockAgain(alertId, agent.user),
  };
}

/** Asked for once, told once, whatever the rules say. */
function tellWhatWasAskedFor(
  agent: AgentState,
  changes: readonly Change[],
  world: World,
  scribe: Scribe,
): void {
  for (const tellWhen of world.settings.tellWhens) {
    if (tellWhen.agentUser !== agent.user) continue;
    const hasCallEnded = tellWhen.event === 'call-ends' && changes.some(({ kind }) => kind === 'call-ended');
    if (!hasCallEnded && !hasCome(tellWhen.event, agent.reading.family)) continue;
    // Found in the first answer after a start or a gap, it came at an unknown moment before.
    const isLate = agent.seen !== null && agent.since !== null && agent.since.atMs <= agent.seen.sinceMs;
    const draft: Draft = { ...factsOf(agent, world), topic: 'tell-when', event: tellWhen.event };
    scribe.tell(draft, { isLate, isAskedFor: true });
    scribe.write({ kind: 'disarm', tellWhen });
  }
}
