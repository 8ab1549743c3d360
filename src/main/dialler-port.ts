import type { Account } from '../shared/account.ts';
import type { Problem } from '../shared/problem.ts';
import type { Reading } from '../shared/reading.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Demo } from './demo.ts';
import type { createDialerClient } from './dialer/client.ts';
import type { Outcome } from './monitor/monitor.ts';
import type { Secrets } from './secrets.ts';
import type { AppStore } from './store.ts';

export interface DiallerPortParts {
  readonly client: ReturnType<typeof createDialerClient>;
  readonly store: AppStore;
  readonly secrets: Pick<Secrets, 'get'>;
  readonly demo: Pick<Demo, 'password'>;
}

/** Joins the client to the account in use: the password is fetched at call time and kept nowhere. */
export function createDiallerPort({ client, store, secrets, demo }: DiallerPortParts) {
  async function ask(agentUser: string, signal: AbortSignal): Promise<Outcome> {
    const { account } = store.getState();
    if (account === null) return { kind: 'aborted' };
    const password = account.isDemo ? demo.password() : await secrets.get(account.id);
    if (password === null) return { kind: 'problem', problem: { kind: 'no-password' } };
    const answer = await client.getLiveAgentInfo({ account, password, agentUser, signal });
    if (answer === 'aborted') return { kind: 'aborted' };
    return answer.ok
      ? { kind: 'reading', reading: answer.value.reading }
      : { kind: 'problem', problem: answer.error };
  }

  async function tryOnce(
    account: Account,
    password: string,
    agentUser: string,
  ): Promise<Result<Reading, Problem>> {
    const answer = await client.getLiveAgentInfo({ account, password, agentUser });
    // Nobody aborts this one but the clock.
    if (answer === 'aborted') return fail({ kind: 'timeout' });
    return answer.ok ? succeed(answer.value.reading) : answer;
  }

  return { ask, tryOnce };
}
