import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { apiUser, password } from './account.ts';
import { rounded, wait } from './figures.ts';
import { authorityFile, type Scheme, start, startDialler, told } from './fork.ts';

const agents = 1_000;
const answerMs = 40;
const perSecond = 100;
/** What leaves the cadence, which keeps a little to spare, room for all of them. */
const budget = 104;
/** Everybody's first answer is another work than the ones after it, and so is code that is not compiled yet. */
const warmUpSeconds = 30;
const curlRuns = 200;

const spent = z.object({ polls: z.number(), cpuMsPerPoll: z.number(), lateP99Ms: z.number().nullable() });
const counted = z.object({
  maxInFlight: z.number(),
  perAgentInFlightMax: z.number(),
  atMs: z.array(z.number()),
});

export interface PollingFigures {
  readonly agents: number;
  readonly requestsPerSecond: number;
  readonly answerMs: number;
  readonly seconds: number;
  readonly polls: number;
  readonly cpuMsPerPoll: number;
  readonly bareCpuMsPerPoll: number;
  readonly toBare: number;
  /** Null where there is no curl. */
  readonly toCurl: number | null;
  /** A poll's start against the moment it was due; null where answers came so late that all moments moved. */
  readonly lateP99Ms: number | null;
  readonly mostInFlight: number;
  readonly mostInFlightOfOneAgent: number;
  /** The most requests in any one second, to the budget. */
  readonly windowToBudget: number;
}

/**
 * What a poll costs our client against a bare loop that sends the same requests and parses the answers, and
 * against a loop of curl. All three run side by side, so that whatever else the machine does hits them alike, our
 * client with a dialler of its own. Node's fetch is what both use; Electron's is not measured here.
 */
export async function measurePolling(seconds: number, scheme: Scheme): Promise<PollingFigures> {
  const ours = await startDialler(agents, answerMs, scheme);
  const other = await startDialler(agents, answerMs, scheme);
  try {
    const poll = (kind: 'app' | 'bare', { url, users }: typeof ours) => {
      const child = start('poll-child.ts', [kind]);
      child.send({ url, users, perSecond, budget, warmUpSeconds, seconds });
      return told(child, spent);
    };
    const curlLater = async () => {
      await wait(warmUpSeconds);
      return curlMs(other.url, other.users[0] ?? '');
    };
    const [app, bare, curl] = await Promise.all([poll('app', ours), poll('bare', other), curlLater()]);
    ours.child.send('counts');
    const counts = await told(ours.child, counted);
    return {
      agents,
      requestsPerSecond: perSecond,
      answerMs,
      seconds,
      polls: app.polls,
      cpuMsPerPoll: rounded(app.cpuMsPerPoll),
      bareCpuMsPerPoll: rounded(bare.cpuMsPerPoll),
      toBare: rounded(app.cpuMsPerPoll / bare.cpuMsPerPoll),
      toCurl: curl === null ? null : rounded(app.cpuMsPerPoll / curl),
      lateP99Ms: app.lateP99Ms === null ? null : rounded(app.lateP99Ms),
      mostInFlight: counts.maxInFlight,
      mostInFlightOfOneAgent: counts.perAgentInFlightMax,
      windowToBudget: rounded(mostInASecond(counts.atMs) / budget),
    };
  } finally {
    ours.child.disconnect();
    other.child.disconnect();
  }
}

function mostInASecond(atMs: readonly number[]): number {
  let first = 0;
  let most = 0;
  for (const [index, ms] of atMs.entries()) {
    while (ms - (atMs[first] ?? 0) >= 1_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** User and system time of one curl in a loop of them, as the shell tells it, its own included. */
async function curlMs(url: string, user: string): Promise<number | null> {
  const form = {
    goAction: 'getLiveAgentInfo',
    goUser: apiUser,
    goPass: password,
    user,
    responsetype: 'json',
  };
  const words = Object.entries(form).map(([name, value]) => `--data-urlencode '${name}=${value}'`);
  const one = `curl --silent --fail --cacert '${authorityFile}' ${words.join(' ')} '${url}/goUsers/goAPI.php' >/dev/null`;
  const script = `for i in $(seq ${curlRuns}); do ${one} || exit 1; done; times`;
  try {
    const { stdout } = await run('bash', ['-c', script], { env: { ...process.env, LC_ALL: 'C' } });
    const times = [...stdout.matchAll(/(\d+)m([\d.]+)s/g)];
    if (times.length !== 4) return null;
    const ms = times.reduce(
      (sum, [, minutes, secs]) => sum + Number(minutes) * 60_000 + Number(secs) * 1_000,
      0,
    );
    return ms / curlRuns;
  } catch {
    return null;
  }
}

const run = promisify(execFile);
