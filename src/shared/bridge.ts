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
import { keysOf } from './tables.ts';
import type { TellEvent } from './tell-when.ts';

/** Why main did not do what it was asked. Each has its sentence in `words/`. */
export type RequestError =
  | { readonly kind: 'invalid-request' }
  | { readonly kind: 'internal' }
  | { readonly kind: 'too-many-attempts' }
  | { readonly kind: 'bad-address'; readonly reason: AddressProblem }
  | { readonly kind: 'dialler'; readonly problem: Problem }
  | { readonly kind: 'crm'; readonly reason: CrmProblem | 'no-template' | 'not-opened' | 'too-often' }
  | { readonly kind: 'bad-dictionary' };

/** What of an agent's call can be copied; the number is whole only in the clipboard. */
export const copyFields = ['leadId', 'vendorLeadCode', 'inCallWith'] as const;
export type CopyField = (typeof copyFields)[number];

type Reply<T = null> = Result<T, RequestError>;
type Nothing = Record<string, never>;

/** In characters. */
export const longestReport = 2_000;

/** What the dialler says of one agent; its own words are empty when it has no live state. */
export interface CheckedAgent {
  readonly agentUser: string;
  readonly said:
    | { readonly kind: 'on' | 'off'; readonly status: string }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'problem'; readonly problem: Problem };
}

/** What a good test of the connection found. */
export interface CheckReport {
  readonly baseUrl: string;
  readonly agents: readonly CheckedAgent[];
  /** How many were left out, to spare the dialler. */
  readonly untried: number;
}

/** A function of the page; `types` says what goes through it to the compiler, and is never there. */
interface Channel<Kind extends 'plain' | 'with-argument' | 'push', Types> {
  readonly kind: Kind;
  readonly types?: Types;
}

const plain = <Value = null>(): Channel<'plain', { argument: Nothing; reply: Reply<Value> }> => ({
  kind: 'plain',
});
const withArgument = <Argument extends object, Value = null>(): Channel<
  'with-argument',
  { argument: Argument; reply: Reply<Value> }
> => ({ kind: 'with-argument' });
const push = <Payload>(): Channel<'push', Payload> => ({ kind: 'push' });

/**
 * All that goes between the page and main, by the page's functions. What the page asks is always `invoke` with
 * one object as argument, and always answered.
 */
export const contract = {
  getState: plain<AppView>(),
  /** For a page that has this revision; null for one that lost count, which has to get everything. */
  getChangesSince: withArgument<{ revision: number }, AppDelta | null>(),
  checkAccount: withArgument<{ draft: AccountDraft }, CheckReport>(),
  connectAccount: withArgument<{ draft: AccountDraft }, SecretPlace>(),
  signIn: withArgument<{ password: string }, SecretPlace>(),
  /** Sends once more the stored password that the dialler refused. */
  tryStoredPassword: plain<SecretPlace>(),
  /** One of `keychainEntries`, and with it an account that is not in use. */
  deleteStoredPassword: withArgument<{ entry: string }>(),
  signOut: plain(),
  /** For the proxy that asks for one. */
  logInToProxy: withArgument<{ user: string; password: string }, SecretPlace>(),
  forgetProxyLogins: plain(),
  /** Back to the first-run choice: the account and its password are forgotten. */
  forgetAccount: plain(),
  startDemo: plain(),
  stopDemo: plain(),
  addAgents: withArgument<{ agentUsers: readonly string[] }>(),
  removeAgent: withArgument<{ agentUser: string }>(),
  /** The same agent under another spelling, with all that goes by the name. */
  /** The dialler's own list of users; fetched anew, or as kept from minutes ago. */
  getRoster: withArgument<{ isFresh: boolean }, RosterView>(),
  /** Watches these on, whatever the dialler's list says of them. */
  keepDrifted: withArgument<{ agentUsers: readonly string[] }>(),
  /** The row that is open on the page, of which nobody needs to be notified; null for none. */
  lookAt: withArgument<{ agentUser: string | null }>(),
  revealAgent: withArgument<{ agentUser: string }, { inCallWith: string; callerId: string }>(),
  copyFromAgent: withArgument<{ agentUser: string; field: CopyField }>(),
  /** Opens the user's own link for this agent's call, filled in and checked by main. */
  openCrm: withArgument<{ agentUser: string }>(),
  muteAgent: withArgument<{ agentUser: string; isMuted: boolean }>(),
  tellWhen: withArgument<{ agentUser: string; event: TellEvent; isArmed: boolean }>(),
  /** Newest first. */
  listInbox: plain<InboxView>(),
  /** Null acknowledges all. */
  acknowledge: withArgument<{ id: number | null }>(),
  clearInbox: plain(),
  /** Brings back what the last clearing of this run took. */
  restoreInbox: plain(),
  /** Null ends the mute. */
  mute: withArgument<{ span: MuteSpan | null }>(),
  testNotification: plain(),
  /** Puts the dictionary on the clipboard as JSON, and tells how many entries that are. */
  exportDictionary: plain<{ count: number }>(),
  /** Takes what an export made; entries of the same status are replaced. */
  importDictionary: withArgument<{ text: string }, { count: number }>(),
  /** What the dialler is asked and how it answers, for whoever looks. */
  getLoad: plain<LoadFigures>(),
  refresh: plain(),
  setPaused: withArgument<{ isPaused: boolean }>(),
  changePreferences: withArgument<{ change: Partial<Preferences> }>(),
  dismissNotice: withArgument<{ kind: Notice['kind'] }>(),
  /** Puts on the clipboard what support needs to know. */
  copyDiagnostics: plain(),
  hidePopover: plain(),
  /** The page could not be drawn: what the log should say of it. */
  reportCrash: withArgument<{ report: string }>(),
  /** Loads the page anew: by itself it may go nowhere, not even where it is. */
  reloadPage: plain(),
  /** Takes a listener, and returns the way to stop listening. */
  onStateChanged: push<AppDelta>(),
};

type Contract = typeof contract;
type Kind = Contract[keyof Contract]['kind'];
type ChannelOf<K extends Kind> = {
  [C in keyof Contract]: Contract[C]['kind'] extends K ? C : never;
}[keyof Contract];
export type ArgumentChannel = ChannelOf<'with-argument'>;
export type RequestChannel = ChannelOf<'plain'> | ArgumentChannel;
export type PushChannel = ChannelOf<'push'>;

export type Requests = { readonly [C in RequestChannel]: NonNullable<Contract[C]['types']> };
export type Pushes = { readonly [C in PushChannel]: NonNullable<Contract[C]['types']> };

/** The page's only way out, made by the preload: one function per channel. */
export type CrocoApi = {
  readonly [C in keyof Contract]: C extends PushChannel
    ? (listener: (payload: Pushes[C]) => void) => () => void
    : C extends ArgumentChannel
      ? (argument: Requests[C]['argument']) => Promise<Requests[C]['reply']>
      : C extends RequestChannel
        ? () => Promise<Requests[C]['reply']>
        : never;
};

/** The channels of these kinds. */
export const channelsOf = <K extends Kind>(...kinds: readonly K[]): readonly ChannelOf<K>[] =>
  keysOf(contract).filter((channel): channel is ChannelOf<K> =>
    kinds.some((kind) => kind === contract[channel].kind),
  );
