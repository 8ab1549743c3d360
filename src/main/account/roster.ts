import type { RequestError } from '../../shared/bridge.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { driftOf, type RosterUser, type RosterView, spellingOf } from '../../shared/roster.ts';
import type { Clock } from '../../watch/clock.ts';
import type { Spelling } from '../settings/respell-agents.ts';
import type { AppStore } from '../state/store.ts';

export interface RosterParts {
  readonly store: AppStore;
  readonly ask: (signal: AbortSignal) => Promise<Result<readonly RosterUser[], Problem> | 'aborted'>;
  /** Told how the list spells the watched, where they were spelt otherwise. */
  readonly respell: (spelling: Spelling) => void;
  readonly clock: Clock;
}

export interface Roster {
  /** The kept list while it is young, unless a fresh one is wanted. */
  readonly get: (isFresh: boolean) => Promise<Result<RosterView, RequestError>>;
  /** Watches these on as they are, and says no more about it in this run. */
  readonly keep: (agentUsers: readonly string[]) => void;
  readonly stop: () => void;
}

type RosterReply = Result<RosterView, RequestError>;

const youngMs = 5 * 60_000;

/** The dialler's own list of users: asked for only when somebody wants to see it, and forgotten with the account. */
export function createRoster({ store, ask, respell, clock }: RosterParts): Roster {
  let known: { readonly users: readonly RosterUser[]; readonly atMs: number } | null = null;
  let underWay: { readonly abort: AbortController; readonly answer: Promise<RosterReply> } | null = null;
  const keptOn = new Set<string>();

  function get(isFresh: boolean): Promise<RosterReply> {
    if (underWay !== null) return underWay.answer;
    if (known !== null && !isFresh && clock.nowMs() - known.atMs < youngMs) {
      return Promise.resolve(succeed({ users: known.users, ageMs: clock.nowMs() - known.atMs }));
    }
    const abort = new AbortController();
    const answer = fetchList(abort).finally(() => {
      if (underWay?.abort === abort) underWay = null;
    });
    underWay = { abort, answer };
    return answer;
  }

  async function fetchList({ signal }: AbortController): Promise<RosterReply> {
    const answer = await ask(signal);
    if (answer === 'aborted' || signal.aborted) {
      return fail({ kind: 'dialler', problem: { kind: 'connection-broken' } });
    }
    if (!answer.ok) return fail({ kind: 'dialler', problem: answer.error });
    known = { users: answer.value, atMs: clock.nowMs() };
    compare();
    return succeed({ users: known.users, ageMs: 0 });
  }

  function compare(): void {
    const spelling = spellingOf(known?.users ?? []);
    const watched = () => store.getState().account?.agentUsers ?? [];
    if (watched().some((user) => spelling(user) !== user)) respell(spelling);
    const agentUsers = watched();
    const drift = driftOf(agentUsers, known?.users ?? []).filter(({ agentUser }) => !keptOn.has(agentUser));
    if (drift.length > 0 || store.getState().drift.length > 0) store.setState({ drift });
  }

  function forget(): void {
    underWay?.abort.abort();
    underWay = null;
    known = null;
    keptOn.clear();
    compare();
  }

  const stop = store.follow(({ account, secret }, before) => {
    const isSignedOut = secret.kind === 'none' && before.secret.kind !== 'none';
    if (account?.id !== before.account?.id || isSignedOut) forget();
    else if (account?.agentUsers !== before.account?.agentUsers) compare();
  });

  return {
    get,
    keep: (agentUsers) => {
      for (const user of agentUsers) keptOn.add(user);
      compare();
    },
    stop: () => {
      stop();
      underWay?.abort.abort();
    },
  };
}
