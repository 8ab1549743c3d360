import type { Account } from './account.ts';
import type { ChangeKind } from './change.ts';
import type { Dictionary } from './dictionary.ts';
import { defaultListView, type ListView } from './list-view.ts';
import type { Group, OwnRule } from './rules.ts';
import type { TellWhen } from './tell-when.ts';
import { presetThresholds, type Thresholds } from './thresholds.ts';
import { defaultWorkingHours, type WorkingHours } from './working-hours.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

export const minIntervalMs = 3_000;
export const maxIntervalMs = 60_000;

export const leastRequestsPerSecond = 1;
export const mostRequestsPerSecond = 50;

/** When the dialler is asked less often than set, because nobody may be looking or to save power. */
export const situations = ['locked', 'hidden', 'battery'] as const;
export type Situation = (typeof situations)[number];

export interface Settings {
  readonly accounts: readonly Account[];
  readonly activeAccountId: string | null;
  readonly intervalMs: number;
  /** The hard budget on requests to the dialler; past it the interval stretches. */
  readonly requestsPerSecond: number;
  readonly slowWhen: Readonly<Record<Situation, boolean>>;
  readonly notify: Readonly<Record<ChangeKind, boolean>>;
  readonly theme: Theme;
  /** Null follows the system. */
  readonly language: Language | null;
  readonly thresholds: Thresholds;
  /** A pause is told of this long before its limit; 0 only at the limit. */
  readonly limitWarningMs: number;
  readonly rules: readonly OwnRule[];
  readonly groups: readonly Group[];
  /** Agents who stand at the top of the list whatever its order. */
  readonly pinned: readonly string[];
  readonly listView: ListView;
  /** Which of the agents the user of this computer is. */
  readonly me: string | null;
  /** Whether I am told that I am still paused or still in wrap-up. */
  readonly nudges: boolean;
  readonly tellWhens: readonly TellWhen[];
  readonly mutedAgents: readonly string[];
  /** On the wall clock; null while notifications are not muted. */
  readonly mutedUntilMs: number | null;
  readonly workingHours: WorkingHours;
  /** How long the connection has to have a problem before that is told. */
  readonly problemAfterMs: number;
  /** The user's own link to their CRM, see `crm-link.ts`; empty without one. */
  readonly crmTemplate: string;
  /** Nothing of a customer is shown anywhere. */
  readonly isPresenting: boolean;
  /** Notifications, which a locked screen may show, carry no number. */
  readonly hidesNumbers: boolean;
  /** Notifications make the system's own sound. */
  readonly hasSound: boolean;
  readonly dictionary: Dictionary;
}

export const defaultSettings: Settings = {
  accounts: [],
  activeAccountId: null,
  intervalMs: 5_000,
  requestsPerSecond: 20,
  // A hidden popover is the normal state, and calls are to be told in time.
  slowWhen: { locked: true, hidden: false, battery: true },
  notify: {
    'call-connected': true,
    'call-ended': false,
    'status-changed': false,
    'came-online': false,
    'went-offline': false,
  },
  theme: 'system',
  language: null,
  thresholds: presetThresholds.ours,
  limitWarningMs: 2 * 60_000,
  rules: [],
  groups: [],
  pinned: [],
  listView: defaultListView,
  me: null,
  nudges: true,
  tellWhens: [],
  mutedAgents: [],
  mutedUntilMs: null,
  workingHours: defaultWorkingHours,
  problemAfterMs: 3 * 60_000,
  crmTemplate: '',
  isPresenting: false,
  hidesNumbers: false,
  hasSound: true,
  dictionary: [],
};

/** What the popover may change as it is; the rest has ways in of its own. */
export type Preferences = Pick<
  Settings,
  | 'intervalMs'
  | 'requestsPerSecond'
  | 'slowWhen'
  | 'notify'
  | 'theme'
  | 'language'
  | 'thresholds'
  | 'limitWarningMs'
  | 'rules'
  | 'groups'
  | 'pinned'
  | 'listView'
  | 'me'
  | 'nudges'
  | 'workingHours'
  | 'problemAfterMs'
  | 'crmTemplate'
  | 'isPresenting'
  | 'hidesNumbers'
  | 'hasSound'
  | 'dictionary'
>;
