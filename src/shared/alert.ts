import type { ChangeKind } from './change.ts';
import type { Family } from './family.ts';
import type { ProblemKind } from './problem.ts';
import type { TellEvent } from './tell-when.ts';

/** What an alert is about; each has its words in `words/alerts.ts`. */
export type AlertTopic =
  | ChangeKind
  | 'overstay'
  | 'several'
  | 'nobody-ready'
  | 'allowance-warning'
  | 'allowance-over'
  | 'still'
  | 'short-calls'
  | 'tell-when'
  | 'connection-problem'
  | 'refused';

export const alertTopics = [
  'call-connected',
  'call-ended',
  'status-changed',
  'came-online',
  'went-offline',
  'overstay',
  'several',
  'nobody-ready',
  'allowance-warning',
  'allowance-over',
  'still',
  'short-calls',
  'tell-when',
  'connection-problem',
  'refused',
] as const satisfies readonly AlertTopic[];

/** Why a notification was not shown. Every decision against one keeps its reason. */
export const quietReasons = [
  'switched-off',
  'baseline',
  'found-after-a-gap',
  'passing',
  'muted',
  'outside-hours',
  'agent-muted',
  'short-calls',
  'told-already',
  'acknowledged',
] as const;
export type QuietReason = (typeof quietReasons)[number];

/**
 * Something a rule found worth telling: a line of the inbox, and the content of the notification that notifications
 * for it. Holds facts, not sentences, so that it follows the language; never a whole customer number.
 */
export interface Alert {
  readonly id: number;
  /** On the wall clock. */
  readonly atMs: number;
  readonly topic: AlertTopic;
  /** Null when it is about several agents or about none. */
  readonly agentUser: string | null;
  readonly family: Family | null;
  /** As shown to the user then: the label, else the dialler's own words. */
  readonly status: string;
  readonly statusBefore: string;
  /** In the state it is about: how long, and whether that is a lower bound. */
  readonly durationMs: number | null;
  readonly isAtLeast: boolean;
  readonly campaign: string;
  readonly callType: string;
  /** Empty when nothing of the customer was to be kept. */
  readonly maskedNumber: string;
  /** Agents, or calls. */
  readonly count: number;
  readonly event: TellEvent | null;
  readonly problem: ProblemKind | null;
  /** It happened at an unknown moment while nobody could look. */
  readonly isLate: boolean;
  readonly isRead: boolean;
  /** Why nothing knocked for it; null when a notification was shown. */
  readonly quiet: QuietReason | null;
}

/** A decision not to notify, for as long as the app runs. */
export interface KeptQuiet {
  readonly id: number;
  readonly atMs: number;
  readonly topic: AlertTopic;
  readonly agentUser: string | null;
  readonly status: string;
  readonly reason: QuietReason;
}

/** A line of the inbox as the popover shows it, in its language. */
export interface AlertView {
  readonly id: number;
  readonly atMs: number;
  readonly topic: AlertTopic;
  readonly family: Family | null;
  readonly agentUser: string | null;
  readonly title: string;
  readonly body: string;
  readonly isRead: boolean;
  readonly quiet: QuietReason | null;
}

export interface KeptQuietView {
  readonly id: number;
  readonly atMs: number;
  readonly agentUser: string | null;
  readonly title: string;
  readonly reason: QuietReason;
}

export interface InboxView {
  readonly alerts: readonly AlertView[];
  readonly keptQuiet: readonly KeptQuietView[];
}

export const mostAlerts = 500;
