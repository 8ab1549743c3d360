import type { Since } from '../../shared/duration.ts';
import { isSameStatus } from '../../shared/family.ts';
import type { Rule, What } from '../../shared/rules.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { RuleTopic } from '../state/open-conditions.ts';
import { limitMsOf } from '../statuses/limit-of.ts';
import type { World } from './world.ts';

/** A rule's condition on one agent's state: what it counts from, and when it has lasted long enough. */
export interface Condition {
  readonly since: Since;
  readonly beganMs: number;
  /** When to ask again, for what depends on more than the state. */
  readonly againAtMs?: number;
}

/** How often to see whether somebody has come back to the keyboard. */
const lookForUserMs = 15_000;

/** Null when the rule has nothing to say of this state. */
export function conditionOf({ what }: Rule, agent: AgentState, world: World): Condition | null {
  const { reading, since, familySince } = agent;
  if (since === null || familySince === null) return null;
  const { family, status } = reading;
  const after = (from: Since, ms: number): Condition => ({ since: from, beganMs: from.atMs + ms });
  switch (what.kind) {
    case 'in-family': {
      if (family !== what.family) return null;
      const isLeftToLimit = what.isUnlimitedOnly === true && limitMsOf(agent, world) !== null;
      return isLeftToLimit ? null : after(familySince, what.longerThanMs);
    }
    case 'in-status':
      return status !== '' && isSameStatus(status, what.status) ? after(since, what.longerThanMs) : null;
    case 'allowance': {
      const limitMs = limitMsOf(agent, world);
      return limitMs === null || limitMs <= what.beforeMs ? null : after(since, limitMs - what.beforeMs);
    }
    case 'still': {
      if (family !== what.family || limitMsOf(agent, world) !== null) return null;
      return stillCondition(what, familySince, world);
    }
    case 'change':
    case 'several':
    case 'nobody-ready':
      return null;
  }
}

function stillCondition(
  { longerThanMs, activeLongerThanMs }: Extract<What, { kind: 'still' }>,
  since: Since,
  { nowMs, isUserActive }: World,
): Condition {
  const soonMs = since.atMs + activeLongerThanMs;
  const lateMs = since.atMs + longerThanMs;
  // Sooner only by as much as somebody is really there: from now on, never from before they came.
  if (isUserActive && nowMs < lateMs) return { since, beganMs: Math.max(soonMs, Math.min(nowMs, lateMs)) };
  if (nowMs >= lateMs) return { since, beganMs: lateMs };
  return { since, beganMs: lateMs, againAtMs: Math.max(soonMs, nowMs + lookForUserMs) };
}

export function topicOf({ what }: Rule): RuleTopic {
  switch (what.kind) {
    case 'change':
      return what.change;
    case 'in-family':
    case 'in-status':
      return 'overstay';
    case 'allowance':
      return what.beforeMs > 0 ? 'allowance-warning' : 'allowance-over';
    case 'still':
    case 'several':
    case 'nobody-ready':
      return what.kind;
  }
}
