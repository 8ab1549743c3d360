import { type AccountDraft, accountId } from '../../../shared/account.ts';
import type { AppView } from '../../../shared/app-view.ts';
import type { RequestError } from '../../../shared/bridge.ts';
import { type AddressProblem, parseServerAddress } from '../../../shared/server-address.ts';
import { parseAgentList } from '../../parts/parse-agent-list.ts';

/** The form as typed. */
export interface Fields extends Omit<AccountDraft, 'agentUsers'> {
  readonly agents: string;
}

export interface FieldErrors {
  readonly server?: AddressProblem;
  readonly apiUser?: 'apiUser';
  readonly password?: 'password';
}

export const emptyFields = (intervalMs: number): Fields => ({
  server: '',
  apiUser: '',
  password: '',
  agents: '',
  method: 'post',
  format: 'json',
  intervalMs,
});

/** An account under edit: everything but the password, which this page never had. */
export function fieldsOf({ account, agents, watch }: AppView): Fields {
  const empty = emptyFields(watch.intervalMs);
  if (account === null || account.isDemo) return empty;
  return {
    ...empty,
    server: serverTextOf(account.baseUrl),
    apiUser: account.apiUser,
    agents: agents.map((agent) => agent.user).join('\n'),
    method: account.method,
    format: account.format,
  };
}

/** The host alone, where that leads to the same address. */
function serverTextOf(baseUrl: string): string {
  const host = baseUrl.replace(/^https:\/\//, '').replace(/\/goAPIv2$/, '');
  const parsed = parseServerAddress(host);
  return parsed.ok && parsed.value === baseUrl ? host : baseUrl;
}

/** A stored password belongs to one user of one server; with another it would only be refused. */
export function canKeepPassword(
  fields: Fields,
  { account, secret }: Pick<AppView, 'account' | 'secret'>,
): boolean {
  const address = parseServerAddress(fields.server);
  if (account === null || account.isDemo || secret.kind === 'none' || !address.ok) return false;
  return accountId(fields.apiUser.trim(), address.value) === account.id;
}

export function findErrors(fields: Fields, mayKeepPassword: boolean): FieldErrors {
  const address = parseServerAddress(fields.server);
  return {
    ...(address.ok ? {} : { server: address.error }),
    ...(fields.apiUser.trim() === '' ? { apiUser: 'apiUser' } : {}),
    ...(fields.password === '' && !mayKeepPassword ? { password: 'password' } : {}),
  };
}

/** An error is about the text it was found in; what was typed since is not known to be wrong. */
export const standingErrors = (errors: FieldErrors, tried: Fields, fields: Fields): FieldErrors => ({
  ...(errors.server !== undefined && fields.server === tried.server ? { server: errors.server } : {}),
  ...(errors.apiUser !== undefined && fields.apiUser === tried.apiUser ? { apiUser: errors.apiUser } : {}),
  ...(errors.password !== undefined && fields.password === tried.password
    ? { password: errors.password }
    : {}),
});

/** What main refuses about one field is told beside that field. */
export const fieldErrorsOf = (error: RequestError): FieldErrors =>
  error.kind === 'bad-address' ? { server: error.reason } : {};

export function draftOf({ agents, ...fields }: Fields): AccountDraft {
  return { ...fields, apiUser: fields.apiUser.trim(), agentUsers: parseAgentList(agents) };
}
