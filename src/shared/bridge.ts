import type { AccountDraft } from './account.ts';
import type { AppView, Notice, SecretPlace } from './app-view.ts';
import type { AppDelta } from './delta.ts';
import type { Problem } from './problem.ts';
import type { Result } from './result.ts';
import type { AddressProblem } from './server-address.ts';
import type { Preferences } from './settings.ts';

/** Why main did not do what it was asked. Each has its sentence in `words/`. */
export type RequestError =
  | { readonly kind: 'invalid-request' }
  | { readonly kind: 'internal' }
  | { readonly kind: 'bad-address'; readonly reason: AddressProblem }
  | { readonly kind: 'dialler'; readonly problem: Problem };

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
  'agent:reveal': { argument: { agentUser: string }; reply: Reply<{ inCallWith: string; callerId: string }> };
  'agent:copy': { argument: { agentUser: string; field: 'leadId' | 'vendorLeadCode' }; reply: Reply };
  'watch:refresh': { argument: Nothing; reply: Reply };
  'watch:pause': { argument: { isPaused: boolean }; reply: Reply };
  'preferences:change': { argument: { change: Partial<Preferences> }; reply: Reply };
  'notice:dismiss': { argument: { kind: Notice['kind'] }; reply: Reply };
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
  readonly checkAccount: Ask<'account:check'>;
  readonly connectAccount: Ask<'account:connect'>;
  readonly signIn: Ask<'account:sign-in'>;
  readonly signOut: Ask<'account:sign-out'>;
  readonly forgetAccount: Ask<'account:forget'>;
  readonly startDemo: Ask<'demo:start'>;
  readonly stopDemo: Ask<'demo:stop'>;
  readonly addAgents: Ask<'agents:add'>;
  readonly removeAgent: Ask<'agents:remove'>;
  readonly revealAgent: Ask<'agent:reveal'>;
  readonly copyFromAgent: Ask<'agent:copy'>;
  readonly refresh: Ask<'watch:refresh'>;
  readonly setPaused: Ask<'watch:pause'>;
  readonly changePreferences: Ask<'preferences:change'>;
  readonly dismissNotice: Ask<'notice:dismiss'>;
  readonly hidePopover: Ask<'popover:hide'>;
  /** Returns the way to stop listening. */
  readonly onStateChanged: (listener: (delta: AppDelta) => void) => () => void;
}

/** Channels without an argument become functions without one. */
type Ask<C extends RequestChannel> = Requests[C]['argument'] extends Nothing
  ? () => Promise<Requests[C]['reply']>
  : (argument: Requests[C]['argument']) => Promise<Requests[C]['reply']>;
