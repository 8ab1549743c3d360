import type { Account } from '../../shared/account.ts';
import type { CheckedAgent, CheckReport } from '../../shared/bridge.ts';
import type { Problem, ProblemKind } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

/** One request about one agent, with credentials that may not be kept. */
export type TryOnce = (
  account: Account,
  password: string,
  agentUser: string,
) => Promise<Result<Reading, Problem>>;

interface Trial {
  readonly account: Account;
  readonly password: string;
  readonly tryOnce: TryOnce;
  /** What the dialler calls the state, as the page may see it. */
  readonly statusOf: (reading: Reading) => string;
}

/** What may be about the one agent that was asked about, so that another one may be answered. */
const mayBeOneAgents: ReadonlySet<ProblemKind> = new Set([
  'no-permission',
  'bad-request',
  'dialler-error',
  'empty-answer',
  'unreadable',
  'too-large',
]);
/** A dialler that answers about none of these answers about nobody. */
const mostDoubted = 5;
const mostAtOnce = 4;
const limitMs = 15_000;

/**
 * Whether the dialler takes the account, with as few questions as that needs. Without an agent to ask about we
 * ask about the API user: "no such agent" proves the password too.
 */
export async function tryAccount(trial: Trial): Promise<Result<readonly CheckedAgent[], Problem>> {
  const { agentUsers, apiUser } = trial.account;
  const asked: CheckedAgent[] = [];
  let first: Problem | null = null;
  for (const agentUser of agentUsers.length > 0 ? agentUsers.slice(0, mostDoubted) : [apiUser]) {
    const answer = await ask(trial, agentUser);
    if (answer.said.kind !== 'problem') return succeed([...asked, answer]);
    const { problem } = answer.said;
    if (!mayBeOneAgents.has(problem.kind)) return fail(problem);
    first ??= problem;
    asked.push(answer);
  }
  return fail(first ?? { kind: 'unreadable' });
}

/** Tries the account, and then every agent that is named, as far as budget and patience reach. */
export async function tryEveryAgent(
  trial: Trial,
  requestsPerSecond: number,
): Promise<Result<CheckReport, Problem>> {
  const { baseUrl, agentUsers } = trial.account;
  const tried = await tryAccount(trial);
  if (!tried.ok) return tried;
  if (agentUsers.length === 0) return succeed({ baseUrl, agents: [], untried: 0 });
  const agents = [...tried.value, ...(await askRest(trial, tried.value.length, requestsPerSecond))];
  return succeed({ baseUrl, agents, untried: agentUsers.length - agents.length });
}

async function askRest(
  trial: Trial,
  from: number,
  requestsPerSecond: number,
): Promise<readonly CheckedAgent[]> {
  const answers: Promise<CheckedAgent>[] = [];
  const underWay = new Set<Promise<unknown>>();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
  }, limitMs);
  for (const agentUser of trial.account.agentUsers.slice(from)) {
    await passed(1_000 / requestsPerSecond);
    while (underWay.size >= mostAtOnce) await Promise.race(underWay);
    if (isOver) break;
    const answer = ask(trial, agentUser);
    answers.push(answer);
    underWay.add(answer);
    void answer.then(() => underWay.delete(answer));
  }
  clearTimeout(timer);
  return Promise.all(answers);
}

const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

async function ask(
  { account, password, tryOnce, statusOf }: Trial,
  agentUser: string,
): Promise<CheckedAgent> {
  const answer = await tryOnce(account, password, agentUser);
  if (!answer.ok) {
    const { error: problem } = answer;
    return {
      agentUser,
      said: problem.kind === 'unknown-agent' ? { kind: 'unknown' } : { kind: 'problem', problem },
    };
  }
  const status = statusOf(answer.value);
  const { family } = answer.value;
  return { agentUser, said: family === 'offline' ? { kind: 'off', status } : { kind: 'on', status } };
}
