import { type Account, type AccountDraft, accountId, eachAgentOnce } from '../../shared/account.ts';
import type { SecretPlace } from '../../shared/app-view.ts';
import type { CheckReport, RequestError } from '../../shared/bridge.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { parseServerAddress } from '../../shared/server-address.ts';
import type { Settings } from '../../shared/settings.ts';
import { addNotice, removeNotice } from '../app/notices.ts';
import { type Spelling, withAgentsRespelt } from '../settings/respell-agents.ts';
import type { AppStore } from '../state/store.ts';
import { statusText } from '../statuses/status-text.ts';
import { leftoversOf, storedPasswordsOf } from './entries.ts';
import { isRefused, setRefused } from './refused.ts';
import type { Secrets } from './secrets.ts';
import { type TryOnce, tryAccount, tryEveryAgent } from './try-out.ts';
import type { Watching } from './watching.ts';

export interface AccountParts {
  readonly store: AppStore;
  readonly secrets: Secrets;
  readonly watching: Pick<Watching, 'switchTo'>;
  readonly tryOnce: TryOnce;
  /** Told a typed password before it is used; of stored ones the keychain's part tells it. */
  readonly hideSecret: (secret: string) => void;
}

interface Candidate {
  readonly account: Account;
  readonly password: string;
  /** Typed now, rather than kept from before. */
  readonly isTyped: boolean;
}

/** Connecting, signing in and out. A password is kept only after the dialler accepted it. */
export function createAccounts({ store, secrets, watching, tryOnce, hideSecret }: AccountParts) {
  /** Where this run put passwords; one it only read can have come from nowhere but the keychain. */
  const places = new Map<string, SecretPlace>();

  /** Takes up the account of the settings, if its password is still there. */
  async function resume(): Promise<void> {
    const { settings } = store.getState();
    const account = settings.accounts.find(({ id }) => id === settings.activeAccountId);
    // Whatever was watched so far, such as the demo, is over before the account's own agents come in.
    takeUp(null, { kind: 'none' });
    if (account === undefined) return;
    // Reading may take as long as the user takes to unlock the keychain; until then the account is shown.
    store.setState({ account: { ...account, isDemo: false }, health: { kind: 'connecting' } });
    const password = await secrets.get(account.id);
    takeUp(account.id, password === null ? unread(account.id) : placeOf(account.id));
  }

  /** The keychain gave a password that nobody waited for any longer: takes it up, if it is still wanted. */
  async function resumeLate(): Promise<void> {
    const { secret, account } = store.getState();
    if (account?.isDemo === false && secret.kind === 'none' && secret.problem !== undefined) await resume();
  }

  const placeOf = (id: string): SecretPlace => places.get(id) ?? { kind: 'keychain' };

  function unread(id: string): SecretPlace {
    const problem = secrets.problem(id);
    return problem === null ? { kind: 'none' } : { kind: 'none', problem };
  }

  async function check(draft: AccountDraft): Promise<Result<CheckReport, RequestError>> {
    const candidate = await candidateOf(draft);
    if (!candidate.ok) return candidate;
    const { requestsPerSecond } = store.getState().settings;
    return tryOut(candidate.value, (trial) => tryEveryAgent(trial, requestsPerSecond));
  }

  async function connect(draft: AccountDraft): Promise<Result<SecretPlace, RequestError>> {
    const candidate = await candidateOf(draft);
    if (!candidate.ok) return candidate;
    const report = await tryOut(candidate.value, tryAccount);
    if (!report.ok) return report;
    const { account } = candidate.value;
    const place = await keep(candidate.value);
    const { activeAccountId } = store.getState().settings;
    saveAccount(account, { intervalMs: draft.intervalMs });
    takeUp(account.id, place);
    // Nothing leads back to the one before, and what is not used is not kept.
    if (activeAccountId !== null && activeAccountId !== account.id) await remove(activeAccountId);
    return succeed(place);
  }

  /** Sends once more what the dialler refused: whoever asks for it knows better, or wants to see. */
  async function tryAgain(): Promise<Result<SecretPlace, RequestError>> {
    const account = accountInUse();
    if (account === null) return fail({ kind: 'invalid-request' });
    const password = await secrets.get(account.id);
    if (password === null) return fail({ kind: 'dialler', problem: { kind: 'no-password' } });
    const report = await tryOut({ account, password, isTyped: false }, tryAccount);
    if (!report.ok) return report;
    const place = placeOf(account.id);
    takeUp(account.id, place);
    return succeed(place);
  }

  async function signIn(password: string): Promise<Result<SecretPlace, RequestError>> {
    const account = accountInUse();
    if (account === null) return fail({ kind: 'invalid-request' });
    const candidate = { account, password, isTyped: true };
    const report = await tryOut(candidate, tryAccount);
    if (!report.ok) return report;
    const place = await keep(candidate);
    takeUp(account.id, place);
    return succeed(place);
  }

  async function signOut(): Promise<void> {
    const account = accountInUse();
    if (account === null) return;
    // First, because a locked keychain may keep us waiting, and nobody is to be asked meanwhile.
    takeUp(account.id, { kind: 'none' });
    await deletePassword(account.id);
  }

  async function forget(): Promise<void> {
    const account = accountInUse();
    if (account === null) return;
    takeUp(null, { kind: 'none' });
    await remove(account.id);
  }

  /** One of those that are listed. An account that is not in use has nothing else that anybody could want. */
  async function deleteStored(entry: string): Promise<Result<null, RequestError>> {
    if (!storedPasswordsOf(store.getState().settings.keychainEntries).includes(entry)) {
      return fail({ kind: 'invalid-request' });
    }
    await (entry === accountInUse()?.id ? signOut() : remove(entry));
    return succeed(null);
  }

  /** The account, and its password with it. */
  async function remove(accountId: string): Promise<void> {
    store.setState(({ settings }) => ({
      settings: {
        ...settings,
        accounts: settings.accounts.filter(({ id }) => id !== accountId),
        activeAccountId: settings.activeAccountId === accountId ? null : settings.activeAccountId,
      },
    }));
    await deletePassword(accountId);
  }

  async function deletePassword(accountId: string): Promise<void> {
    setRefused(store, accountId, false);
    if (!(await secrets.delete(accountId))) addNotice(store, { kind: 'password-left' });
  }

  /** What a run that was ended in the middle, or a keychain that did not answer, left behind. */
  async function deleteLeftovers(): Promise<void> {
    const { settings, secret } = store.getState();
    // Who did not unlock the keychain a moment ago is not asked again for this.
    if (secret.kind === 'none' && secret.problem !== undefined) return;
    for (const name of leftoversOf(settings)) await secrets.delete(name);
  }

  /** The same agents under the names that the dialler's list has for them. */
  function respell(spelling: Spelling): void {
    const { account, settings } = store.getState();
    if (account === null) return;
    store.setState({ settings: withAgentsRespelt(settings, spelling) });
    setAgents(account.agentUsers.map(spelling));
  }

  /** Changes who is watched, in the demo for this run, otherwise for good. */
  function setAgents(agentUsers: readonly string[]): void {
    const { account } = store.getState();
    if (account === null) return;
    const changed = { ...account, agentUsers: eachAgentOnce(agentUsers) };
    store.setState({ account: changed });
    if (!account.isDemo) saveAccount(plainAccount(changed), {});
  }

  async function candidateOf(draft: AccountDraft): Promise<Result<Candidate, RequestError>> {
    const address = parseServerAddress(draft.server);
    if (!address.ok) return fail({ kind: 'bad-address', reason: address.error });
    const { apiUser, method, format } = draft;
    const id = accountId(apiUser, address.value);
    const isTyped = draft.password !== '';
    if (!isTyped && isRefused(store.getState(), id)) {
      return fail({ kind: 'dialler', problem: { kind: 'wrong-credentials' } });
    }
    const known = store.getState().settings.accounts.find((one) => one.id === id);
    // What is kept goes only where, and only in the way, it went before: with GET it would be in the address.
    const isKept = known?.baseUrl === address.value && known.method === method;
    const password = isTyped ? draft.password : isKept ? await secrets.get(id) : null;
    if (password === null) return fail({ kind: 'dialler', problem: { kind: 'no-password' } });
    const agentUsers = eachAgentOnce(draft.agentUsers);
    return succeed({
      account: { id, baseUrl: address.value, apiUser, method, format, agentUsers },
      password,
      isTyped,
    });
  }

  async function tryOut<T>(
    { account, password, isTyped }: Candidate,
    way: (trial: Parameters<typeof tryAccount>[0]) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, RequestError>> {
    hideSecret(password);
    const { isPresenting } = store.getState().settings;
    const statusOf = (reading: Reading) => statusText(reading, isPresenting);
    const answer = await way({ account, password, tryOnce, statusOf });
    if (!isTyped && answer.ok) setRefused(store, account.id, false);
    if (!isTyped && !answer.ok && answer.error.kind === 'wrong-credentials')
      setRefused(store, account.id, true);
    return answer.ok ? answer : fail({ kind: 'dialler', problem: answer.error });
  }

  /** The one of the settings; while the demo runs it is not in use, and nothing may happen to it. */
  function accountInUse(): Account | null {
    const { settings, account } = store.getState();
    if (account?.isDemo) return null;
    return settings.accounts.find(({ id }) => id === settings.activeAccountId) ?? null;
  }

  function saveAccount(account: Account, more: Partial<Settings>): void {
    const { settings } = store.getState();
    const others = settings.accounts.filter(({ id }) => id !== account.id);
    const accounts = [account, ...others];
    store.setState({ settings: { ...settings, ...more, accounts, activeAccountId: account.id } });
  }

  async function keep({ account, password }: Candidate): Promise<SecretPlace> {
    const place = await secrets.set(account.id, password);
    places.set(account.id, place);
    setRefused(store, account.id, false);
    if (place.kind === 'keychain') removeNotice(store, 'password-left');
    return place;
  }

  /** Takes it as it is saved by now: who is watched may have changed while we waited. */
  function takeUp(wantedId: string | null, secret: SecretPlace): void {
    const account = store.getState().settings.accounts.find(({ id }) => id === wantedId);
    if (account === undefined) watching.switchTo(null, { kind: 'none' });
    else watching.switchTo({ ...account, isDemo: false }, secret);
  }

  return {
    resume,
    resumeLate,
    check,
    connect,
    signIn,
    tryAgain,
    signOut,
    forget,
    deleteStored,
    deleteLeftovers,
    setAgents,
    respell,
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

const plainAccount = ({ id, baseUrl, apiUser, method, format, agentUsers }: Account): Account => ({
  id,
  baseUrl,
  apiUser,
  method,
  format,
  agentUsers,
});
