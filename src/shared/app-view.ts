import type { Format, Method } from './account.ts';
import type { Since } from './duration.ts';
import type { Family } from './family.ts';
import type { FloorTotals } from './floor-totals.ts';
import type { Health } from './health.ts';
import type { ProblemKind } from './problem.ts';
import type { Drift } from './roster.ts';
import type { Severity } from './rules.ts';
import type { Language, Preferences, Situation } from './settings.ts';
import type { TellEvent } from './tell-when.ts';

/** `waiting` until the first reading; `unknown` when the dialler says there is no such agent. */
export type AgentPhase = 'waiting' | 'known' | 'unknown';

/** One agent as the popover may see it: customers' numbers are masked here, in main. */
export interface AgentView {
  readonly user: string;
  readonly phase: AgentPhase;
  /** The dialler's own words; empty while there is no live state. */
  readonly status: string;
  readonly family: Family;
  /** What the user calls this status; empty where they call it by its own name. */
  readonly label: string;
  /** What the rules make of it: the colour of the row. */
  readonly severity: Severity | null;
  /** How long this pause may last, counted from `since`; null without a limit. */
  readonly limitMs: number | null;
  readonly isMuted: boolean;
  /** What has been asked to be told of this agent, once. */
  readonly tellWhens: readonly TellEvent[];
  readonly since: Since | null;
  /** When the last good reading was, once that is too long ago to trust; null while fresh. */
  readonly staleSinceMs: number | null;
  /** Why the last poll of this agent failed, when that is this agent's own problem. */
  readonly problem: ProblemKind | null;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly callType: string;
  readonly maskedInCallWith: string;
  readonly maskedCallerId: string;
  readonly leadId: string;
  readonly vendorLeadCode: string;
  readonly confExten: string;
  readonly serverIp: string;
  readonly colour: string;
}

export interface AccountView {
  readonly id: string;
  /** The host, as the header shows it. */
  readonly host: string;
  readonly baseUrl: string;
  readonly apiUser: string;
  readonly method: Method;
  readonly format: Format;
  readonly isDemo: boolean;
}

/** Where the password is. `session` means this run only, because the keychain could not be used. */
export type SecretPlace =
  /** With a problem: there may be one, but the keychain could not be read. */
  | { readonly kind: 'none'; readonly problem?: KeychainProblem }
  | { readonly kind: 'keychain' }
  | { readonly kind: 'demo' }
  | { readonly kind: 'session'; readonly reason: KeychainProblem };

/** `missing`: the keychain library did not load. `refused`: it is there, and would not keep a probe or be read. */
export type KeychainProblem = 'missing' | 'refused';

/** The request budget, or a dialler that takes long to answer. */
export type SlowedBy = 'budget' | 'dialler';

export interface WatchView {
  readonly isPaused: boolean;
  readonly intervalMs: number;
  /** Between two polls of agents near an event; longer than `intervalMs` when something stretches it. */
  readonly effectiveIntervalMs: number;
  /** Between two polls of the quietest agents. */
  readonly slowestIntervalMs: number;
  /** No answer about anybody is ever older while the dialler answers. */
  readonly boundMs: number;
  readonly slowedBy: SlowedBy | Situation | null;
}

/** Where main wants the popover to be; `seq` rises so that asking for the same place twice is seen. */
export interface Route {
  readonly seq: number;
  readonly screen: 'agents' | 'settings' | 'inbox';
  readonly agentUser: string | null;
}

/**
 * A file is not as it was written: where what was found is kept. `edited`: all of it is used. `partly`: some of it
 * could not be. `not-taken`: it was changed while the app ran, which goes on with what it had.
 */
export const fileNoticeKinds = [
  'settings-broken',
  'settings-newer',
  'settings-edited',
  'settings-partly',
  'settings-not-taken',
  'inbox-kept-aside',
  'inbox-edited',
  'inbox-partly',
  'inbox-not-taken',
] as const;
export type FileNoticeKind = (typeof fileNoticeKinds)[number];
/**
 * `password-left`: signed out, and the keychain may still hold the password. `no-libnotify`: Linux lacks the library
 * that notifications need. `notifications-failed`: the system refused one.
 */
export const plainNoticeKinds = [
  'settings-not-saved',
  'settings-newer-parts',
  'inbox-not-saved',
  'password-left',
  'no-tray',
  'no-libnotify',
  'notifications-failed',
] as const;

/** Something the user should know once, until dismissed. */
export type Notice =
  | { readonly kind: FileNoticeKind; readonly keptAs: string }
  | { readonly kind: (typeof plainNoticeKinds)[number] };

export interface AskingProxy {
  /** Host and port. */
  readonly name: string;
  /** It did not take the login it was given. */
  readonly hasRefused: boolean;
}

export interface AlertsView {
  readonly unread: number;
  /** Rises with every change of the inbox, which is asked for apart. */
  readonly inboxRevision: number;
  /** On the wall clock; null while notifications are not muted. */
  readonly mutedUntilMs: number | null;
}

/** Everything the popover may know. Never a secret, never a whole customer number. */
export interface AppView {
  readonly revision: number;
  /** Main's monotonic clock when this was made; every `…Ms` instant is on that clock. */
  readonly nowMs: number;
  readonly account: AccountView | null;
  readonly health: Health;
  readonly secret: SecretPlace;
  readonly watch: WatchView;
  readonly preferences: Preferences;
  readonly alerts: AlertsView;
  /** What the interface speaks now, the system's choice resolved. */
  readonly language: Language;
  readonly route: Route;
  readonly notices: readonly Notice[];
  /** The proxy of the network that wants a login it has not got. */
  readonly askingProxy: AskingProxy | null;
  /** Those whose login is kept. */
  readonly knownProxies: readonly string[];
  /** What the keychain may hold of ours; passwords of accounts as `user@server`. */
  readonly keychainEntries: readonly string[];
  /** Null where the dialler does not tell them. */
  readonly floorTotals: FloorTotals | null;
  /** Watched agents the dialler's own list, once fetched, does not hold as they are watched. */
  readonly drift: readonly Drift[];
  /** In the order they were added. */
  readonly agents: readonly AgentView[];
  readonly appVersion: string;
  /** For what differs from system to system: notification settings, actions on notifications. */
  readonly platform: Platform;
}

export type Platform = 'linux' | 'darwin' | 'win32';
