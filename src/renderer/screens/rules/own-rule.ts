import {
  type Escalation,
  type EscalationLevel,
  escalationLevels,
  type Group,
  longestDelayMs,
  type OwnRule,
  type OwnWhat,
  type Whom,
} from '../../../shared/rules.ts';
import type { Preferences } from '../../../shared/settings.ts';

const minuteMs = 60_000;

/** As the dialler's documentation writes a break; for as long as none has been seen. */
const usualStatus = 'PAUSE - BREAK';

export const startingPoints = ['several', 'nobody-ready', 'call', 'status'] as const;
export type StartingPoint = (typeof startingPoints)[number];

export interface KnownForRules {
  readonly agentUsers: readonly string[];
  readonly statuses: readonly string[];
  /** Those of them that are pauses. */
  readonly pauses: readonly string[];
}

/** A whole rule to begin with; it holds from the moment it is made. */
export function startRule(point: StartingPoint, id: string, known: KnownForRules): OwnRule {
  const rule = { id, isOn: true, whom: { kind: 'everyone' }, holdMs: 0 } as const;
  switch (point) {
    case 'several':
      return {
        ...rule,
        what: { kind: 'several', family: 'paused', count: 3 },
        severity: 'warning',
        escalation: { row: null, icon: 0, notify: minuteMs, sound: null },
      };
    case 'nobody-ready':
      return {
        ...rule,
        what: { kind: 'nobody-ready', longerThanMs: 2 * minuteMs },
        severity: 'alarm',
        escalation: { row: null, icon: 0, notify: 0, sound: null },
      };
    case 'call':
      return {
        ...rule,
        whom: whomOf('agent', known, []),
        what: { kind: 'change', change: 'call-connected' },
        severity: 'warning',
        escalation: { row: null, icon: null, notify: 0, sound: null },
      };
    case 'status':
      return {
        ...rule,
        what: whatOf('in-status', known),
        severity: 'alarm',
        escalation: { row: 0, icon: 0, notify: 0, sound: null },
      };
  }
}

/** Whom to begin with after a choice of kind; everyone where there is nobody of that kind. */
export function whomOf(kind: Whom['kind'], known: KnownForRules, groups: readonly Group[]): Whom {
  const [group] = groups;
  const [agentUser] = known.agentUsers;
  if (kind === 'group' && group !== undefined) return { kind, groupId: group.id };
  if (kind === 'agent' && agentUser !== undefined) return { kind, agentUser };
  return { kind: kind === 'me' ? 'me' : 'everyone' };
}

/** What to begin with after a choice of kind. */
export function whatOf(kind: OwnWhat['kind'], { pauses }: KnownForRules): OwnWhat {
  switch (kind) {
    case 'change':
      return { kind, change: 'call-connected' };
    case 'in-family':
      return { kind, family: 'paused', longerThanMs: 10 * minuteMs };
    case 'in-status':
      return { kind, status: pauses[0] ?? usualStatus, longerThanMs: 15 * minuteMs };
    case 'several':
      return { kind, family: 'paused', count: 3 };
    case 'nobody-ready':
      return { kind, longerThanMs: 2 * minuteMs };
  }
}

export const isAboutSeveral = ({ kind }: OwnWhat): boolean => kind === 'several' || kind === 'nobody-ready';

/** A rule about several agents is never about one, and has no row to colour. */
export function withWhat(rule: OwnRule, what: OwnWhat): OwnRule {
  if (!isAboutSeveral(what)) return { ...rule, what };
  const whom: Whom = rule.whom.kind === 'group' ? rule.whom : { kind: 'everyone' };
  return { ...rule, what, whom, escalation: { ...rule.escalation, row: null } };
}

/** A rung that is taken up comes no sooner than those below it, and the sound a minute after them. */
export function withLevel(escalation: Escalation, level: EscalationLevel, isOn: boolean): Escalation {
  if (!isOn) return { ...escalation, [level]: null };
  const below = escalationLevels
    .slice(0, escalationLevels.indexOf(level))
    .map((lower) => escalation[lower] ?? 0);
  const delayMs = Math.max(0, ...below) + (level === 'sound' ? minuteMs : 0);
  return { ...escalation, [level]: Math.min(delayMs, longestDelayMs) };
}

export type RuleProblem = 'no-levels' | 'gone-group' | 'empty-group' | 'not-watched' | 'no-me';

/** Why a rule, as it stands, can do nothing; null when it can. */
export function problemOf(
  { whom, escalation }: OwnRule,
  { groups, me }: Pick<Preferences, 'groups' | 'me'>,
  agentUsers: readonly string[],
): RuleProblem | null {
  if (whom.kind === 'group') {
    const group = groups.find(({ id }) => id === whom.groupId);
    if (group === undefined) return 'gone-group';
    if (group.agentUsers.length === 0) return 'empty-group';
  }
  if (whom.kind === 'me' && me === null) return 'no-me';
  if (whom.kind === 'agent' && !agentUsers.includes(whom.agentUser)) return 'not-watched';
  return escalationLevels.every((level) => escalation[level] === null) ? 'no-levels' : null;
}
