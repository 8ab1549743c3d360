import { changes } from './change.ts';
import type { Family } from './family.ts';
import type { ProblemKind } from './problem.ts';
import { keysOf } from './tables.ts';
import type { TellEvent } from './tell-when.ts';

interface Topic {
  /** What is said below the title: a sentence of the alerts' words, or what is known of the call or the problem. */
  readonly body:
    | 'call'
    | 'problem'
    | 'now'
    | 'before'
    | 'inState'
    | 'left'
    | `body-${'several' | 'nobody-ready' | 'short-calls'}`;
  /** It says that somebody has been in a state for longer than a rule allows. */
  readonly isOverLimit?: boolean;
  /** It is about nobody in a state of their own, or about a state that is missing. */
  readonly hasNoFamily?: boolean;
}

const rows = {
  ...changes,
  overstay: { body: 'inState', isOverLimit: true },
  several: { body: 'body-several' },
  'nobody-ready': { body: 'body-nobody-ready', hasNoFamily: true },
  'allowance-warning': { body: 'left' },
  'allowance-over': { body: 'inState', isOverLimit: true },
  still: { body: 'inState', isOverLimit: true },
  'short-calls': { body: 'body-short-calls' },
  'tell-when': { body: 'now' },
  'connection-problem': { body: 'problem', hasNoFamily: true },
  refused: { body: 'problem', hasNoFamily: true },
} satisfies Record<string, Topic>;

/** What an alert is about; each has its words. */
export type AlertTopic = keyof typeof rows;
export const topics: { readonly [T in AlertTopic]: Topic } = rows;
export const alertTopics = keysOf(topics);

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
  'waits-for-length',
  'in-sight',
  'told-already',
  'acknowledged',
] as const;
export type QuietReason = (typeof quietReasons)[number];

/**
 * Something a rule found worth telling: a line of the inbox, and the content of the notification
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
  /** Why nobody was notified of it; null when a notification was shown. */
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
