import { type AccountDraft, accountId, longestApiUser, longestPassword } from '../../../shared/account.ts';
import type { AppView } from '../../../shared/app-view.ts';
import type { RequestError } from '../../../shared/bridge.ts';
import { pastedNames } from '../../../shared/pasted.ts';
import { type AddressProblem, parseServerAddress } from '../../../shared/server-address.ts';
import { type AgentListProblem, agentListProblem, parseAgentList } from '../../parts/parse-agent-list.ts';

/** The form as typed. */
export interface Fields extends Omit<AccountDraft, 'agentUsers'> {
  readonly agents: string;
}

export interface FieldErrors {
  readonly server?: AddressProblem;
  readonly apiUser?: 'needed' | 'several' | 'too-long';
  readonly password?: 'needed' | 'too-long';
  readonly agents?: AgentListProblem;
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
  return accountId(apiUserOf(fields), address.value) === account.id;
}

export function findErrors(fields: Fields, mayKeepPassword: boolean): FieldErrors {
  const address = parseServerAddress(fields.server);
  const apiUsers = pastedNames(fields.apiUser);
  const agents = agentListProblem(parseAgentList(fields.agents));
  return {
    ...(address.ok ? {} : { server: address.error }),
    ...(apiUsers.length === 0 ? { apiUser: 'needed' } : {}),
    ...(apiUsers.length > 1 ? { apiUser: 'several' } : {}),
    ...(apiUserOf(fields).length > longestApiUser ? { apiUser: 'too-long' } : {}),
    ...(fields.password === '' && !mayKeepPassword ? { password: 'needed' } : {}),
    ...(fields.password.length > longestPassword ? { password: 'too-long' } : {}),
    ...(agents === null ? {} : { agents }),
  };
}

/** Of several there is an error before anybody asks. */
const apiUserOf = ({ apiUser }: Fields): string => pastedNames(apiUser)[0] ?? '';

/** An error is about the text it was found in; what was typed since is not known to be wrong. */
export const standingErrors = (errors: FieldErrors, tried: Fields, fields: Fields): FieldErrors => ({
  ...(errors.server !== undefined && fields.server === tried.server ? { server: errors.server } : {}),
  ...(errors.apiUser !== undefined && fields.apiUser === tried.apiUser ? { apiUser: errors.apiUser } : {}),
  ...(errors.password !== undefined && fields.password === tried.password
    ? { password: errors.password }
    : {}),
  ...(errors.agents !== undefined && fields.agents === tried.agents ? { agents: errors.agents } : {}),
});

/** What main refuses about one field is told beside that field. */
export const fieldErrorsOf = (error: RequestError): FieldErrors =>
  error.kind === 'bad-address' ? { server: error.reason } : {};

export function draftOf(typed: Fields): AccountDraft {
  const { agents, ...fields } = typed;
  return { ...fields, apiUser: apiUserOf(typed), agentUsers: parseAgentList(agents) };
}
