import type { AlertTopic } from '../../shared/alert.ts';
import type { Family } from '../../shared/family.ts';
import type { Severity } from '../../shared/rules.ts';

/** What a rule has to say on the icon now. */
export interface IconAlert {
  readonly topic: AlertTopic;
  readonly severity: Severity;
  readonly agentUser: string | null;
  readonly family: Family | null;
  /** When the rule's limit was passed, on the monotonic clock. */
  readonly beganMs: number;
  readonly count: number;
}

/** What the rules make of one agent now. */
export interface AgentConditions {
  readonly row: Severity | null;
  readonly icon: readonly IconAlert[];
}

export const noAgentConditions: AgentConditions = { row: null, icon: [] };

/** What the rules make of the agents now. */
export interface OpenConditions {
  /** By dialler user; who is not here has a plain row. */
  readonly rows: ReadonlyMap<string, Severity>;
  /** Worst first: alarms before warnings, then the oldest. */
  readonly icon: readonly IconAlert[];
}

export const noOpenConditions: OpenConditions = { rows: new Map(), icon: [] };

/** The same object while it says the same, so that nobody is woken for nothing. */
export function sameOrNew(before: OpenConditions, after: OpenConditions): OpenConditions {
  const isSameRows =
    before.rows.size === after.rows.size &&
    [...after.rows].every(([user, severity]) => before.rows.get(user) === severity);
  const isSameIcon = JSON.stringify(before.icon) === JSON.stringify(after.icon);
  if (isSameRows && isSameIcon) return before;
  if (after.rows.size === 0 && after.icon.length === 0) return noOpenConditions;
  return { rows: isSameRows ? before.rows : after.rows, icon: after.icon };
}
