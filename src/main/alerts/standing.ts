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
export interface AgentStanding {
  readonly row: Severity | null;
  readonly icon: readonly IconAlert[];
}

export const plainStanding: AgentStanding = { row: null, icon: [] };

/** What the rules make of the agents now. */
export interface Standing {
  /** By dialler user; who is not here has a plain row. */
  readonly rows: ReadonlyMap<string, Severity>;
  /** Worst first: alarms before warnings, then the oldest. */
  readonly icon: readonly IconAlert[];
}

export const nothingStanding: Standing = { rows: new Map(), icon: [] };
