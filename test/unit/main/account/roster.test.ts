import { expect, it } from 'vitest';
import { createRoster } from '../../../../src/main/account/roster.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Problem } from '../../../../src/shared/problem.ts';
import { fail, type Result, succeed } from '../../../../src/shared/result.ts';
import type { RosterUser } from '../../../../src/shared/roster.ts';
import { anAccount } from '../../../fakes/builders.ts';

const one = (user: string, isActive = true): RosterUser => ({ user, name: '', campaigns: [], isActive });
type Answer = Result<readonly RosterUser[], Problem> | 'aborted';

/** A dialler that lists `ben`, and Ana under another spelling, when told to. */
function setUp(users: readonly RosterUser[] = [one('Ana', false), one('ben')]) {
  const store = createAppStore({ account: anAccount(), secret: { kind: 'keychain' } });
  let nowMs = 0;
  const asked: { readonly signal: AbortSignal; readonly answer: (answer: Answer) => void }[] = [];
  let automatic: Answer | null = succeed(users);
  const roster = createRoster({
    store,
    ask: (signal) =>
      new Promise((resolve) => {
        asked.push({ signal, answer: resolve });
        if (automatic !== null) resolve(automatic);
      }),
    respell: (spelling) =>
      store.setState(({ account }) =>
        account === null ? {} : { account: { ...account, agentUsers: account.agentUsers.map(spelling) } },
      ),
    clock: { nowMs: () => nowMs, wallMs: () => 0 },
  });
  return {
    store,
    roster,
    asked,
    later: (byMs: number) => {
      nowMs += byMs;
    },
    answerWith: (answer: Answer | null) => {
      automatic = answer;
    },
  };
}

const minuteMs = 60_000;

it('is asked for only when wanted, kept for minutes, and fetched anew on demand', async () => {
  const { roster, asked, later } = setUp();
  expect(asked).toHaveLength(0);
  expect(await roster.get(false)).toEqual(succeed({ users: [one('Ana', false), one('ben')], ageMs: 0 }));
  later(4 * minuteMs);
  expect(await roster.get(false)).toMatchObject({ value: { ageMs: 4 * minuteMs } });
  expect(asked).toHaveLength(1);
  await roster.get(true);
  expect(asked).toHaveLength(2);
  later(6 * minuteMs);
  await roster.get(false);
  expect(asked).toHaveLength(3);
});

it('is asked for once however many want it at once', async () => {
  const { roster, asked, answerWith } = setUp();
  answerWith(null);
  const both = [roster.get(false), roster.get(true)];
  expect(asked).toHaveLength(1);
  asked[0]?.answer(succeed([one('ben')]));
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
});

it('passes a problem on, and asks again when wanted again', async () => {
  const { roster, asked, answerWith, store } = setUp();
  answerWith(fail({ kind: 'no-permission' }));
  expect(await roster.get(false)).toEqual(fail({ kind: 'dialler', problem: { kind: 'no-permission' } }));
  answerWith(succeed([one('ana')]));
  expect(await roster.get(false)).toMatchObject({ ok: true });
  expect(asked).toHaveLength(2);
  expect(store.getState().drift).toEqual([]);
});

it.each([
  ['another account', { account: anAccount({ id: 'other', agentUsers: ['ana'] }) }],
  ['none', { account: null }],
  ['a sign-out', { secret: { kind: 'none' } as const }],
])('is forgotten with the account: %s', async (_name, change) => {
  const { roster, asked, store } = setUp();
  await roster.get(false);
  expect(store.getState().drift).toHaveLength(1);
  store.setState(change);
  expect(store.getState().drift).toEqual([]);
  store.setState({ account: anAccount({ agentUsers: ['ana', 'zoe'] }) });
  expect(store.getState().drift).toEqual([]);
  await roster.get(false);
  expect(asked).toHaveLength(2);
});

it('never takes the list of one account for another’s', async () => {
  const { roster, asked, answerWith, store } = setUp();
  answerWith(null);
  const first = roster.get(false);
  store.setState({ account: anAccount({ id: 'other', agentUsers: ['ana'] }) });
  expect(asked[0]?.signal.aborted).toBe(true);
  const second = roster.get(false);
  asked[0]?.answer(succeed([one('zoe')]));
  expect(await first).toMatchObject({ ok: false });
  expect(store.getState().drift).toEqual([]);
  asked[1]?.answer(succeed([one('ana')]));
  expect(await second).toMatchObject({ value: { users: [{ user: 'ana' }] } });
});

it('tells who of the watched it does not hold as they are, until they are gone or kept', async () => {
  const { roster, store } = setUp([one('Ana'), one('ben', false)]);
  const watch = (...agentUsers: string[]) => store.setState({ account: anAccount({ agentUsers }) });
  const drift = () => store.getState().drift.map(({ kind, agentUser }) => `${kind} ${agentUser}`);
  watch('ana', 'ben', 'dora');
  expect(drift()).toEqual([]);
  await roster.get(false);
  expect(drift()).toEqual(['inactive ben', 'missing dora']);
  expect(store.getState().account?.agentUsers).toEqual(['Ana', 'ben', 'dora']);
  roster.keep(['ben']);
  await roster.get(true);
  expect(drift()).toEqual(['missing dora']);
  watch('Ana', 'ben');
  expect(drift()).toEqual([]);
});
