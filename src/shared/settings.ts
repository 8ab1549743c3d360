import type { Account } from './account.ts';
import { changeKinds, changes } from './change.ts';
import type { Dictionary } from './dictionary.ts';
import { defaultListView } from './list-view.ts';
import type { Group, OwnRule } from './rules.ts';
import { tableOf } from './tables.ts';
import type { TellWhen } from './tell-when.ts';
import { presetThresholds } from './thresholds.ts';
import { catalogue } from './words/catalogue.ts';
import { defaultWorkingHours } from './working-hours.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export type Language = keyof typeof catalogue;
export const isLanguage = (tag: string): tag is Language => Object.hasOwn(catalogue, tag);
export const languages = Object.keys(catalogue).filter(isLanguage);

export const minIntervalMs = 3_000;
export const maxIntervalMs = 60_000;

export const leastRequestsPerSecond = 1;
export const mostRequestsPerSecond = 50;

export const longestLimitWarningMs = 60 * 60_000;
export const longestProblemAfterMs = 60 * 60_000;

export const mostKnownProxies = 20;

/** When the dialler is asked less often than set, because nobody may be looking or to save power. */
export const situations = ['locked', 'hidden', 'battery'] as const;
export type Situation = (typeof situations)[number];

/** Gives a default its type, where the value alone would say too little. */
const setting = <T>(byDefault: T): T => byDefault;

/** What the popover shows and may change as it is. */
const defaultPreferences = {
  intervalMs: 5_000,
  /** The hard budget on requests to the dialler; past it the interval stretches. */
  requestsPerSecond: 20,
  /** A hidden popover is the normal state, and calls are to be told in time. */
  slowWhen: setting<Readonly<Record<Situation, boolean>>>({ locked: true, hidden: false, battery: true }),
  notify: tableOf(changeKinds, (kind) => changes[kind].notifies),
  theme: setting<Theme>('system'),
  /** Null follows the system. */
  language: setting<Language | null>(null),
  thresholds: presetThresholds.ours,
  /** A pause is told of this long before its limit; 0 only at the limit. */
  limitWarningMs: 2 * 60_000,
  rules: setting<readonly OwnRule[]>([]),
  groups: setting<readonly Group[]>([]),
  /** Agents who stand at the top of the list whatever its order. */
  pinned: setting<readonly string[]>([]),
  listView: defaultListView,
  /** Which of the agents the user of this computer is. */
  me: setting<string | null>(null),
  /** Whether I am told that I am still paused or still in wrap-up. */
  nudges: true,
  workingHours: defaultWorkingHours,
  /** How long the connection has to have a problem before that is told. */
  problemAfterMs: 3 * 60_000,
  /** The user's own link to their CRM, see `crm-link.ts`; empty without one. */
  crmTemplate: '',
  /** Of an agent whose calls keep ending at once, the next one is told once it has lasted. */
  foldsShortCalls: true,
  /** Nothing of a customer is shown anywhere. */
  isPresenting: false,
  /** Notifications, which a locked screen may show, carry no number. */
  hidesNumbers: false,
  /** Notifications make the system's own sound. */
  hasSound: true,
  dictionary: setting<Dictionary>([]),
};

/** What is changed in ways of its own, and never reaches the popover as it is. */
const defaultInternals = {
  accounts: setting<readonly Account[]>([]),
  activeAccountId: setting<string | null>(null),
  /** What the app ever put into the keychain and has not deleted since: nobody could list it. */
  keychainEntries: setting<readonly string[]>([]),
  /** Accounts whose password the dialler refused: until somebody types or confirms one, it is not sent again. */
  refusedAccounts: setting<readonly string[]>([]),
  tellWhens: setting<readonly TellWhen[]>([]),
  mutedAgents: setting<readonly string[]>([]),
  /** On the wall clock; null while notifications are not muted. */
  mutedUntilMs: setting<number | null>(null),
  /** Host and port of those whose login is in the keychain, or was for an earlier run. */
  knownProxies: setting<readonly string[]>([]),
};

export interface Preferences extends Readonly<typeof defaultPreferences> {}
export interface Settings extends Preferences, Readonly<typeof defaultInternals> {}

export const defaultSettings: Settings = { ...defaultPreferences, ...defaultInternals };
