import type { ChangeKind } from './change.ts';
import type { Family } from './family.ts';
import type { GroupColour } from './group-colours.ts';

/** Whom a rule is about. A group or agent that is not watched matches nobody. */
export type Whom =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'me' }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'agent'; readonly agentUser: string };

/** What has to be so. `allowance` and `still` come from the standard rules only. */
export type What =
  | { readonly kind: 'change'; readonly change: ChangeKind }
  | {
      readonly kind: 'in-family';
      readonly family: Family;
      readonly longerThanMs: number;
      /** A pause reason with a limit of its own is left to that limit. */
      readonly isUnlimitedOnly?: boolean;
    }
  | { readonly kind: 'in-status'; readonly status: string; readonly longerThanMs: number }
  | { readonly kind: 'several'; readonly family: Family; readonly count: number }
  | { readonly kind: 'nobody-ready'; readonly longerThanMs: number }
  /** A pause nears its limit: from `beforeMs` before it on; 0 is the limit itself. */
  | { readonly kind: 'allowance'; readonly beforeMs: number }
  /** Still in a state one forgets to leave, sooner while somebody uses this computer. */
  | {
      readonly kind: 'still';
      readonly family: 'paused' | 'wrap-up';
      readonly longerThanMs: number;
      readonly activeLongerThanMs: number;
    };

/** The rungs of the ladder. `sound` notifications again every minute until acknowledged. */
export const escalationLevels = ['row', 'icon', 'notify', 'sound'] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

/** How long after its hold time each rung is reached; null never is. */
export type Escalation = Readonly<Record<EscalationLevel, number | null>>;

export const severities = ['warning', 'alarm'] as const;
export type Severity = (typeof severities)[number];

export interface Rule {
  readonly id: string;
  readonly isOn: boolean;
  readonly whom: Whom;
  readonly what: What;
  /** It must last this long before anything happens. */
  readonly holdMs: number;
  readonly severity: Severity;
  readonly escalation: Escalation;
}

/** What the rules editor can make. */
export type OwnWhat = Extract<
  What,
  { kind: 'change' | 'in-family' | 'in-status' | 'several' | 'nobody-ready' }
>;
export type OwnRule = Rule & { readonly what: OwnWhat };

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly colour: GroupColour;
  readonly agentUsers: readonly string[];
}

export const mostOwnRules = 50;
export const mostGroups = 50;
export const mostPinned = 2_000;
/** Longer than any shift. */
export const longestDelayMs = 12 * 60 * 60_000;
