export const methods = ['post', 'get'] as const;
export type Method = (typeof methods)[number];

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

/** A server and an API user. The password is not here: it is in the keychain, under `id`. */
export interface Account {
  /** `apiUser@host/path`: what the user recognises in their keychain. */
  readonly id: string;
  /** Where the API lives, without a trailing slash: `https://acme.croco-dial.net/goAPIv2`. */
  readonly baseUrl: string;
  readonly apiUser: string;
  readonly method: Method;
  readonly format: Format;
  /** The dialler users we watch, spelt as the dialler's own list does once it was read, in the order they were added. */
  readonly agentUsers: readonly string[];
}

/** Of what the connect form sends. */
export const longestServer = 500;
export const longestApiUser = 100;
export const longestPassword = 1_000;

/** Of a dialler user's name; diallers themselves allow far fewer characters. */
export const longestAgentUser = 100;

/** The same for every spelling: in the dialler's tables upper and lower case do not count (docs/api.md §1.1). */
export const agentKey = (user: string): string => user.toLowerCase();

/** Two spellings of one name are one agent, spelt as the first of them. */
export function eachAgentOnce(users: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const user of users) if (!byKey.has(agentKey(user))) byKey.set(agentKey(user), user);
  return [...byKey.values()];
}

/** Of those that can be added at once. */
export const mostAgentsAtOnce = 2_000;

export const accountId = (apiUser: string, baseUrl: string): string =>
  `${apiUser}@${baseUrl.replace(/^https?:\/\//, '').replace(/\/goAPIv2$/, '')}`;

/** What the connect form sends: text as typed, parsed by main. */
export interface AccountDraft {
  readonly server: string;
  readonly apiUser: string;
  readonly password: string;
  readonly agentUsers: readonly string[];
  readonly method: Method;
  readonly format: Format;
  readonly intervalMs: number;
}
