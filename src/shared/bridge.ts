import type { AccountDraft } from './account.ts';
import type { InboxView } from './alert.ts';
import type { AppView, Notice, SecretPlace } from './app-view.ts';
import type { CrmProblem } from './crm-link.ts';
import type { AppDelta } from './delta.ts';
import type { LoadFigures } from './load.ts';
import type { MuteSpan } from './mute.ts';
import type { Problem } from './problem.ts';
import type { Result } from './result.ts';
import type { RosterView } from './roster.ts';
import type { AddressProblem } from './server-address.ts';
import type { Preferences } from './settings.ts';
import type { TellEvent } from './tell-when.ts';

/** Why main did not do what it was asked. Each has its sentence in `words/`. */
export type RequestError =
  | { readonly kind: 'invalid-request' }
  | { readonly kind: 'internal' }
  | { readonly kind: 'bad-address'; readonly reason: AddressProblem }
  | { readonly kind: 'dialler'; readonly problem: Problem }
  | { readonly kind: 'crm'; readonly reason: CrmProblem | 'no-template' | 'not-opened' }
  | { readonly kind: 'bad-dictionary' };

/** What of an agent's call can be copied; the number is whole only in the clipboard. */
export const copyFields = ['leadId', 'vendorLeadCode', 'inCallWith'] as const;
export type CopyField = (typeof copyFields)[number];

type Reply<T = null> = Result<T, RequestError>;
type Nothing = Record<string, never>;

/** What a good test of the connection found. */
export interface CheckReport {
  readonly baseUrl: string;
  /** The agent asked about, and what the dialler said; empty when it has no live state. */
  readonly agentUser: string;
  readonly status: string;
}

/** What the renderer may ask: always `invoke`, one object argument, always answered. */
export interface Requests {
  'state:get': { argument: Nothing; reply: Reply<AppView> };
  /** For a page that has this revision; null for one that lost count, which has to get everything. */
  'state:changes-since': { argument: { revision: number }; reply: Reply<AppDelta | null> };
  'account:check': { argument: { draft: AccountDraft }; reply: Reply<CheckReport> };
  'account:connect': { argument: { draft: AccountDraft }; reply: Reply<SecretPlace> };
  'account:sign-in': { argument: { password: string }; reply: Reply<SecretPlace> };
  'account:sign-out': { argument: Nothing; reply: Reply };
  /** Back to the first-run choice: the account and its password are forgotten. */
  'account:forget': { argument: Nothing; reply: Reply };
  'demo:start': { argument: Nothing; reply: Reply };
  'demo:stop': { argument: Nothing; reply: Reply };
  'agents:add': { argument: { agentUsers: readonly string[] }; reply: Reply };
  'agents:remove': { argument: { agentUser: string }; reply: Reply };
  /** The same agent under another spelling, with all that goes by the name. */
  'agents:rename': { argument: { agentUser: string; newUser: string }; reply: Reply };
  /** The dialler's own list of users; fetched anew, or as kept from minutes ago. */
  'roster:get': { argument: { isFresh: boolean }; reply: Reply<RosterView> };
  /** Watches these on, whatever the dialler's list says of them. */
  'roster:keep': { argument: { agentUsers: readonly string[] }; reply: Reply };
  'agent:reveal': { argument: { agentUser: string }; reply: Reply<{ inCallWith: string; callerId: string }> };
  'agent:copy': { argument: { agentUser: string; field: CopyField }; reply: Reply };
  /** Opens the user's own link for this agent's call, filled in and checked by main. */
  'agent:open-crm': { argument: { agentUser: string }; reply: Reply };
  'agent:mute': { argument: { agentUser: string; isMuted: boolean }; reply: Reply };
  'agent:tell-when': { argument: { agentUser: string; event: TellEvent; isArmed: boolean }; reply: Reply };
  /** Newest first. */
  'inbox:list': { argument: Nothing; reply: Reply<InboxView> };
  /** Null acknowledges all. */
  'inbox:acknowledge': { argument: { id: number | null }; reply: Reply };
  'inbox:clear': { argument: Nothing; reply: Reply };
  /** Brings back what the last clearing of this run took. */
  'inbox:restore': { argument: Nothing; reply: Reply };
  /** Null ends the mute. */
  'alerts:mute': { argument: { span: MuteSpan | null }; reply: Reply };
  'alerts:test': { argument: Nothing; reply: Reply };
  /** Puts the dictionary on the clipboard as JSON, and tells how many entries that are. */
  'dictionary:export': { argument: Nothing; reply: Reply<{ count: number }> };
  /** Takes what an export made; entries of the same status are replaced. */
  'dictionary:import': { argument: { text: string }; reply: Reply<{ count: number }> };
  /** What the dialler is asked and how it answers, for whoever looks. */
  'load:get': { argument: Nothing; reply: Reply<LoadFigures> };
  'watch:refresh': { argument: Nothing; reply: Reply };
  'watch:pause': { argument: { isPaused: boolean }; reply: Reply };
  'preferences:change': { argument: { change: Partial<Preferences> }; reply: Reply };
  'notice:dismiss': { argument: { kind: Notice['kind'] }; reply: Reply };
  /** Puts on the clipboard what support needs to know. */
  'diagnostics:copy': { argument: Nothing; reply: Reply };
  'popover:hide': { argument: Nothing; reply: Reply };
}

/** What main pushes. */
export interface Pushes {
  'state:changed': AppDelta;
}

export type RequestChannel = keyof Requests;
export type PushChannel = keyof Pushes;

/** The page's only way out, made by the preload: one function per channel. */
export interface CrocoApi {
  readonly getState: () => Promise<Reply<AppView>>;
  readonly getChangesSince: Ask<'state:changes-since'>;
  readonly checkAccount: Ask<'account:check'>;
  readonly connectAccount: Ask<'account:connect'>;
  readonly signIn: Ask<'account:sign-in'>;
  readonly signOut: Ask<'account:sign-out'>;
  readonly forgetAccount: Ask<'account:forget'>;
  readonly startDemo: Ask<'demo:start'>;
  readonly stopDemo: Ask<'demo:stop'>;
  readonly addAgents: Ask<'agents:add'>;
  readonly removeAgent: Ask<'agents:remove'>;
  readonly renameAgent: Ask<'agents:rename'>;
  readonly getRoster: Ask<'roster:get'>;
  readonly keepDrifted: Ask<'roster:keep'>;
  readonly revealAgent: Ask<'agent:reveal'>;
  readonly copyFromAgent: Ask<'agent:copy'>;
  readonly openCrm: Ask<'agent:open-crm'>;
  readonly muteAgent: Ask<'agent:mute'>;
  readonly tellWhen: Ask<'agent:tell-when'>;
  readonly listInbox: Ask<'inbox:list'>;
  readonly acknowledge: Ask<'inbox:acknowledge'>;
  readonly clearInbox: Ask<'inbox:clear'>;
  readonly restoreInbox: Ask<'inbox:restore'>;
  readonly mute: Ask<'alerts:mute'>;
  readonly testNotification: Ask<'alerts:test'>;
  readonly exportDictionary: Ask<'dictionary:export'>;
  readonly importDictionary: Ask<'dictionary:import'>;
  readonly getLoad: Ask<'load:get'>;
  readonly refresh: Ask<'watch:refresh'>;
  readonly setPaused: Ask<'watch:pause'>;
  readonly changePreferences: Ask<'preferences:change'>;
  readonly dismissNotice: Ask<'notice:dismiss'>;
  readonly copyDiagnostics: Ask<'diagnostics:copy'>;
  readonly hidePopover: Ask<'popover:hide'>;
  /** Returns the way to stop listening. */
  readonly onStateChanged: (listener: (delta: AppDelta) => void) => () => void;
}

/** Channels without an argument become functions without one. */
type Ask<C extends RequestChannel> = Requests[C]['argument'] extends Nothing
  ? () => Promise<Requests[C]['reply']>
  : (argument: Requests[C]['argument']) => Promise<Requests[C]['reply']>;
