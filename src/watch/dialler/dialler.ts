import type { Account } from '../../shared/account.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Outcome } from '../monitor/monitor.ts';
import type { Interpret } from '../watch-state.ts';
import type { Access, DiallerClient } from './client.ts';

export interface DiallerParts {
  readonly client: DiallerClient;
  /** As whom to ask, looked up for each request; null while nobody is signed in. */
  readonly access: () => Promise<Result<Access, Problem> | null>;
  readonly interpret: Interpret;
  /** Called once for a server that prints PHP's warnings before its answers. */
  readonly onWarnings: () => void;
}

/** Asks the dialler as whoever is signed in. The password is fetched for each request and kept nowhere. */
export function createDialler({ client, access, interpret, onWarnings }: DiallerParts) {
  const printWarnings = new Set<string>();

  /** Nobody to ask as is as good as nobody having asked. */
  async function asUser<T>(
    signal: AbortSignal,
    question: (access: Access) => Promise<Result<T, Problem> | 'aborted'>,
  ): Promise<Result<T, Problem> | 'aborted'> {
    const user = await access();
    if (user === null) return 'aborted';
    return user.ok ? question({ ...user.value, signal }) : user;
  }

  async function ask(agentUser: string, signal: AbortSignal): Promise<Outcome> {
    const answer = await asUser(signal, async (user) => {
      const reply = await client.getLiveAgentInfo({ ...user, agentUser });
      if (reply !== 'aborted' && reply.ok && reply.value.printsWarnings) noteWarnings(user.account.baseUrl);
      return reply;
    });
    if (answer === 'aborted') return { kind: 'aborted' };
    if (!answer.ok) return { kind: 'problem', problem: answer.error };
    return { kind: 'reading', ...interpret(answer.value.reading) };
  }

  function noteWarnings(baseUrl: string): void {
    if (printWarnings.has(baseUrl)) return;
    printWarnings.add(baseUrl);
    onWarnings();
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

  return {
    ask,
    tryOnce,
    askRoster: (signal: AbortSignal) => asUser(signal, client.getRoster),
    askFloorTotals: (signal: AbortSignal) => asUser(signal, client.getFloorTotals),
  };
}
