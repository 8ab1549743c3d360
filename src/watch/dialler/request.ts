import type { Account } from '../../shared/account.ts';
import type { HttpRequest } from '../http.ts';

/** Everything this app ever asks a dialler for; other actions answer with passwords (docs/api.md §2.3, §6.20). */
export type Call =
  | {
      readonly folder: 'goUsers';
      readonly action: 'getLiveAgentInfo';
      readonly parameters: { readonly user: string };
    }
  | {
      readonly folder: 'goUsers';
      readonly action: 'goGetAllUsers';
      // Documented as required and as optional (docs/api.md §2.2): sent always.
      readonly parameters: { readonly only_inactives: '0' };
    }
  | {
      readonly folder: 'goDashboard';
      readonly action: 'getAgentStatus';
      readonly parameters: Readonly<Record<string, never>>;
    };

/** With POST nothing is in the URL, where servers and proxies would log it (docs/api.md §6.1). */
export function buildRequest(
  account: Pick<Account, 'baseUrl' | 'method' | 'format' | 'apiUser'>,
  password: string,
  call: Call,
): Omit<HttpRequest, 'signal'> {
  const url = `${account.baseUrl}/${call.folder}/goAPI.php`;
  const form = encodeForm({
    goAction: call.action,
    goUser: account.apiUser,
    goPass: password,
    ...call.parameters,
    // In capitals, or missing, it is misunderstood (docs/api.md §3.3).
    responsetype: account.format,
  });
  if (account.method === 'get') return { url: `${url}?${form}`, method: 'GET', headers: {}, body: null };
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return { url, method: 'POST', headers, body: form };
}

const encodeForm = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeStrictly(value)}`)
    .join('&');

/** RFC 3986: unlike in a form, a space is %20, and `encodeURIComponent` leaves five reserved characters. */
const encodeStrictly = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
