import type { Family } from '../../shared/family.ts';
import type { Rule } from '../../shared/rules.ts';
import { type AgentState, isCurrent } from '../../watch/agents.ts';
import { topicOf } from './condition.ts';
import type { Decisions, Draft } from './decisions.ts';
import { type EscalationActions, escalate } from './escalate.ts';
import type { Episode } from './memory.ts';
import { isAbout } from './whom.ts';
import type { World } from './world.ts';

interface TeamCondition {
  readonly sinceMs: number;
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
export function decideTeam(
  before: Episode | null,
  rule: Rule,
  world: World,
  decisions: Decisions,
): DecidedTeam {
  const team = [...world.agents.values()].filter(
    ({ user, phase, problem }) =>
      phase !== 'unknown' && problem === null && isAbout(rule.whom, user, world.settings),
  );
  if (!team.every(isCurrent)) return { episode: before, nextAtMs: never };
  const condition = conditionOf(rule, team);
  if (condition === null) return { episode: null, nextAtMs: never };
  const key = `${rule.id} ${rule.what.kind} ${condition.family}`;
  const known = before !== null && before.key === key ? before : null;
  const episode: Episode = known ?? {
    key,
    rule,
    agentUser: null,
    beganMs: condition.sinceMs,
    change: null,
    guardMs: 0,
    reached: new Set(),
    lastNotifiedMs: null,
    alertId: null,
    isAcknowledged: false,
    count: 0,
  };
  // It began when it began, whatever a rule that was edited counts from then on.
  const sinceMs = episode.beganMs - (known === null ? 0 : lastingMs(known.rule));
  const now = { ...episode, rule, beganMs: sinceMs + lastingMs(rule), count: condition.count };
  // Somebody who was added meanwhile does not make a condition that we saw come true old news.
  const seen =
    known === null || condition.seen === null ? condition.seen : { ...condition.seen, isBaseline: false };
  return escalate(now, world, seen, actionsForTeam(condition, world.nowMs - sinceMs, rule, decisions));
}

/** What has to pass before the condition holds. */
const lastingMs = ({ what }: Rule): number => (what.kind === 'nobody-ready' ? what.longerThanMs : 0);

function conditionOf({ what }: Rule, team: readonly AgentState[]): TeamCondition | null {
  const began = ({ familySince }: AgentState): number => familySince?.atMs ?? 0;
  const rests = (on: readonly AgentState[], family: Family): TeamCondition | null => {
    const last = on.toSorted((a, b) => began(a) - began(b)).at(-1);
    if (last === undefined) return null;
    return { sinceMs: began(last), count: on.length, family, seen: latestSeen(on) };
  };
  if (what.kind === 'several') {
    const inside = team
      .filter(({ reading }) => reading.family === what.family)
      .toSorted((a, b) => began(a) - began(b));
    const condition = inside.length < what.count ? null : rests(inside.slice(0, what.count), what.family);
    return condition === null ? null : { ...condition, count: inside.length };
  }
  if (what.kind !== 'nobody-ready') return null;
  const online = team.filter(({ reading }) => reading.family !== 'offline');
  if (online.some(({ reading }) => reading.family === 'ready')) return null;
  // Whoever was ready last may have left.
  const condition = online.length === 0 ? null : rests(team, 'ready');
  return condition === null ? null : { ...condition, count: online.length };
}

const latestSeen = (agents: readonly AgentState[]): AgentState['seen'] =>
  agents.reduce<AgentState['seen']>(
    (latest, { seen }) =>
      seen !== null && (latest === null || seen.sinceMs > latest.sinceMs) ? seen : latest,
    null,
  );

function actionsForTeam(
  { count, family }: TeamCondition,
  durationMs: number,
  rule: Rule,
  decisions: Decisions,
): EscalationActions {
  const draft = (): Draft => ({ topic: topicOf(rule), agentUser: null, count, family, durationMs });
  return {
    tell: (isLate) => decisions.recordAlert(draft(), { isLate }),
    keepQuiet: (reason) => decisions.keepQuiet(draft(), reason),
    notifyAgain: (alertId) => decisions.notifyAgain(alertId, null),
  };
}

export const isTeamRule = ({ what }: Rule): boolean =>
  what.kind === 'several' || what.kind === 'nobody-ready';
