import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { apiUser, password } from './account.ts';

const agents = 1_000;
const answerMs = 40;
const perSecond = 100;
/** Everybody's first answer is another work than the ones after it. */
const warmUpSeconds = 14;
const curlRuns = 100;

const told = z.object({ polls: z.number(), cpuMsPerPoll: z.number() });
const counted = z.object({
  maxInFlight: z.number(),
  perAgentInFlightMax: z.number(),
  atMs: z.array(z.number()),
});
const placed = z.object({ url: z.string(), users: z.array(z.string()) });

export interface PollingFigures {
  readonly agents: number;
  readonly polls: number;
  readonly cpuMsPerPoll: number;
  readonly bareCpuMsPerPoll: number;
  readonly toBare: number;
  /** Null where there is no curl. */
  readonly toCurl: number | null;
  readonly mostInFlight: number;
  readonly mostInFlightOfOneAgent: number;
  /** The most requests in any one second, to the budget. */
  readonly windowToBudget: number;
}

/**
 * What a poll costs our client, in a process of its own, against a bare loop that sends the same requests and
 * parses the answers, and against curl. Node's fetch is what both use; Electron's own is not measured here.
 */
export async function measurePolling(seconds: number): Promise<PollingFigures> {
  const dialler = fork(join(import.meta.dirname, 'dialler.ts'), [String(agents), String(answerMs)]);
  try {
    const { url, users } = placed.parse(await message(dialler));
    const run = async (kind: 'app' | 'bare') => {
      const child = fork(join(import.meta.dirname, 'poll-child.ts'), [kind]);
      child.send({ url, users, perSecond, warmUpSeconds, seconds });
      return told.parse(await message(child));
    };
    const bare = [await run('bare')];
    dialler.send('reset');
    const app = [await run('app')];
    dialler.send('counts');
    const counts = counted.parse(await message(dialler));
    bare.push(await run('bare'));
    app.push(await run('app'));
    const cpuMsPerPoll = mean(app);
    const bareCpuMsPerPoll = mean(bare);
    const curl = curlMs(url, users[0] ?? '');
    return {
      agents,
      polls: app.reduce((sum, one) => sum + one.polls, 0),
      cpuMsPerPoll: rounded(cpuMsPerPoll),
      bareCpuMsPerPoll: rounded(bareCpuMsPerPoll),
      toBare: rounded(cpuMsPerPoll / bareCpuMsPerPoll),
      toCurl: curl === null ? null : rounded(cpuMsPerPoll / curl),
      mostInFlight: counts.maxInFlight,
      mostInFlightOfOneAgent: counts.perAgentInFlightMax,
      windowToBudget: rounded(mostInASecond(counts.atMs) / perSecond),
    };
  } finally {
    dialler.disconnect();
  }
}

async function message(child: ChildProcess): Promise<unknown> {
  const [said] = await once(child, 'message');
  return said;
}

const mean = (runs: readonly z.infer<typeof told>[]): number =>
  runs.reduce((sum, { cpuMsPerPoll }) => sum + cpuMsPerPoll, 0) / runs.length;

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

function mostInASecond(atMs: readonly number[]): number {
  let first = 0;
  let most = 0;
  for (const [index, ms] of atMs.entries()) {
    while (ms - (atMs[first] ?? 0) >= 1_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** User and system time of one curl, as the shell that ran a hundred of them tells it. */
function curlMs(url: string, user: string): number | null {
  const form = {
    goAction: 'getLiveAgentInfo',
    goUser: apiUser,
    goPass: password,
    user,
    responsetype: 'json',
  };
  const words = Object.entries(form).map(([name, value]) => `--data-urlencode '${name}=${value}'`);
  const one = `curl --silent --fail ${words.join(' ')} '${url}/goUsers/goAPI.php' >/dev/null || exit 1`;
  const script = `for i in $(seq ${curlRuns}); do ${one}; done; times`;
  const { status, stdout } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (status !== 0 || times.length !== 2) return null;
  const ms = times.reduce(
    (sum, [, minutes, secs]) => sum + Number(minutes) * 60_000 + Number(secs) * 1_000,
    0,
  );
  return ms / curlRuns;
}
