import type { Account } from '../../shared/account.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Access, DiallerClient } from '../../watch/dialler/client.ts';
import type { Outcome } from '../../watch/monitor/monitor.ts';
import type { Log } from '../log/log.ts';
import type { AppStore } from '../state/store.ts';
import type { Demo } from './demo.ts';
import type { Secrets } from './secrets.ts';

export interface DiallerPortParts {
  readonly client: DiallerClient;
  readonly store: AppStore;
  readonly secrets: Pick<Secrets, 'get'>;
  readonly demo: Pick<Demo, 'password'>;
  readonly log: Log;
  /** Reads a status by the user's own dictionary. */
  readonly interpret: (reading: Reading) => Reading;
  /** Told a typed password before it is used; of stored ones the keychain's part tells it. */
  readonly hideSecret: (secret: string) => void;
}

/** Joins the client to the account in use: the password is fetched at call time and kept nowhere. */
export function createDiallerPort(parts: DiallerPortParts) {
  const { client, store, secrets, demo, log, hideSecret } = parts;
  const toldOfWarnings = new Set<string>();

  function tellOfWarnings(accountId: string): void {
    if (toldOfWarnings.has(accountId)) return;
    toldOfWarnings.add(accountId);
    log.warn('The dialler prints PHP warnings before its answers');
  }

  /** Asks as the account in use; nobody to ask as is as good as nobody having asked. */
  async function asUser<T>(
    signal: AbortSignal,
    question: (access: Access) => Promise<Result<T, Problem> | 'aborted'>,
  ): Promise<Result<T, Problem> | 'aborted'> {
    const { account } = store.getState();
    if (account === null) return 'aborted';
    const password = account.isDemo ? demo.password() : await secrets.get(account.id);
    if (password === null) return fail({ kind: 'no-password' });
    return question({ account, password, signal });
  }

  async function ask(agentUser: string, signal: AbortSignal): Promise<Outcome> {
    const accountId = store.getState().account?.id ?? '';
    const answer = await asUser(signal, (access) => client.getLiveAgentInfo({ ...access, agentUser }));
    if (answer === 'aborted') return { kind: 'aborted' };
    if (!answer.ok) return { kind: 'problem', problem: answer.error };
    if (answer.value.printsWarnings) tellOfWarnings(accountId);
    return { kind: 'reading', reading: parts.interpret(answer.value.reading) };
  }

  async function tryOnce(
    account: Account,
    password: string,
    agentUser: string,
  ): Promise<Result<Reading, Problem>> {
    hideSecret(password);
    const answer = await client.getLiveAgentInfo({ account, password, agentUser });
    // Nobody aborts this one but the clock.
    if (answer === 'aborted') return fail({ kind: 'timeout' });
    return answer.ok ? succeed(answer.value.reading) : answer;
  }

  return {
    ask,
    tryOnce,
    askRoster: (signal: AbortSignal) => asUser(signal, client.getRoster),
    askFloorTotals: (signal: AbortSignal) => asUser(signal, client.getFloorTotals),
  };
}
