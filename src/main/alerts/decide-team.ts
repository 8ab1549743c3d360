import type { Family } from '../../shared/family.ts';
import type { Rule } from '../../shared/rules.ts';
import { isCurrent } from '../current.ts';
import type { AgentState } from '../store.ts';
import { topicOf } from './condition.ts';
import { type Climber, climb } from './ladder.ts';
import type { Episode } from './memory.ts';
import type { Draft, Scribe } from './scribe.ts';
import { isAbout } from './whom.ts';
import type { World } from './world.ts';

interface TeamCondition {
  readonly beganMs: number;
  readonly count: number;
  readonly family: Family;
  /** Of those the condition rests on, whom we began to look at last. */
  readonly seen: AgentState['seen'];
}

export interface DecidedTeam {
  readonly episode: Episode | null;
  readonly nextAtMs: number;
}

const never = Number.POSITIVE_INFINITY;

/**
 * A rule about several agents. While one of them is out of sight, nothing begins, ends or is told; one whose
 * own answers fail while others are answered is left out, or nothing would ever be.
 */
export function decideTeam(before: Episode | null, rule: Rule, world: World, scribe: Scribe): DecidedTeam {
  const team = [...world.agents.values()].filter(
    ({ user, phase, problem }) =>
      phase !== 'unknown' && problem === null && isAbout(rule.whom, user, world.settings),
  );
  if (!team.every(isCurrent)) return { episode: before, nextAtMs: never };
  const condition = conditionOf(rule, team);
  if (condition === null) return { episode: null, nextAtMs: never };
  const episode: Episode = before ?? {
    key: `${rule.id} ${condition.beganMs}`,
    rule,
    agentUser: null,
    beganMs: condition.beganMs,
    change: null,
    guardMs: 0,
    reached: new Set(),
    lastKnockMs: null,
    alertId: null,
    isAcknowledged: false,
    count: 0,
  };
  const now = { ...episode, rule, count: condition.count };
  return climb(now, world, condition.seen, teamClimber(now, condition, world, scribe));
}

function conditionOf({ what }: Rule, team: readonly AgentState[]): TeamCondition | null {
  const began = ({ familySince }: AgentState): number => familySince?.atMs ?? 0;
  const rests = (on: readonly AgentState[], family: Family, ms: number): TeamCondition | null => {
    const last = on.toSorted((a, b) => began(a) - began(b)).at(-1);
    if (last === undefined) return null;
    return { beganMs: began(last) + ms, count: on.length, family, seen: latestSeen(on) };
  };
  if (what.kind === 'several') {
    const inside = team
      .filter(({ reading }) => reading.family === what.family)
      .toSorted((a, b) => began(a) - began(b));
    const condition = inside.length < what.count ? null : rests(inside.slice(0, what.count), what.family, 0);
    return condition === null ? null : { ...condition, count: inside.length };
  }
  if (what.kind !== 'nobody-ready') return null;
  const online = team.filter(({ reading }) => reading.family !== 'offline');
  if (online.some(({ reading }) => reading.family === 'ready')) return null;
  return rests(online, 'ready', what.longerThanMs);
}

const latestSeen = (agents: readonly AgentState[]): AgentState['seen'] =>
  agents.reduce<AgentState['seen']>(
    (latest, { seen }) =>
      seen !== null && (latest === null || seen.sinceMs > latest.sinceMs) ? seen : latest,
    null,
  );

function teamClimber(
  { rule, beganMs }: Episode,
  { count, family }: TeamCondition,
  world: World,
  scribe: Scribe,
): Climber {
  const longerThanMs = rule.what.kind === 'nobody-ready' ? rule.what.longerThanMs : 0;
  const draft = (): Draft => ({
    topic: topicOf(rule),
    agentUser: null,
    count,
    family,
    durationMs: world.nowMs - beganMs + longerThanMs,
  });
  return {
    tell: (isLate) => scribe.tell(draft(), { isLate }),
    keepQuiet: (reason) => scribe.keepQuiet(draft(), reason),
    knockAgain: (alertId) => scribe.write({ kind: 'knock-again', alertId }),
  };
}

export const isTeamRule = ({ what }: Rule): boolean =>
  what.kind === 'several' || what.kind === 'nobody-ready';
