import { performance } from 'node:perf_hooks';
import { apiUser, password } from './account.ts';
import { type Dialler, startAppUnderTest } from './app-under-test.ts';
import { p99, wait } from './figures.ts';

/**
 * `node poll-child.ts app|bare`: polls all agents at a steady rate and tells what that cost. `app` is all that runs
 * for a poll in our main process; `bare` sends the same requests and parses the answers, nothing else.
 */
interface Task extends Dialler {
  readonly perSecond: number;
  /** Requests a second that the client may send. */
  readonly budget: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

const kinds = { app: startApp, bare: startBare } as const;
const kind = process.argv[2] === 'bare' ? 'bare' : 'app';
let polls = 0;
let latesMs: number[] = [];

process.once('message', (task) => void run(task as Task));

async function run(task: Task): Promise<void> {
  const stop = kinds[kind](task);
  // Connections, code and heap warm up first.
  await wait(task.warmUpSeconds);
  latesMs = [];
  const [pollsBefore, cpuBefore] = [polls, process.cpuUsage()];
  await wait(task.seconds);
  const cpu = process.cpuUsage(cpuBefore);
  const counted = polls - pollsBefore;
  stop();
  const cpuMsPerPoll = (cpu.user + cpu.system) / 1_000 / counted;
  process.send?.({ polls: counted, cpuMsPerPoll, lateP99Ms: p99(latesMs) });
  process.disconnect();
}

function startApp({ url, users, perSecond, budget }: Task): () => void {
  // Each agent has its own moment in it, unless answers come so late that it is stretched.
  const intervalMs = (users.length * 1_000) / perSecond;
  const momentsMs = new Map(users.map((user, index) => [user, (index / users.length) * intervalMs]));
  const { stop } = startAppUnderTest({
    url,
    users,
    intervalMs,
    requestsPerSecond: budget,
    onPoll: (user, nowMs) => {
      polls += 1;
      const lateMs = (performance.now() - (momentsMs.get(user) ?? 0)) % intervalMs;
      latesMs.push(nowMs === intervalMs ? lateMs : Number.NaN);
    },
  });
  return stop;
}

function startBare({ url, users, perSecond }: Task): () => void {
  const gapMs = 1_000 / perSecond;
  let dueMs = performance.now();
  let timer: NodeJS.Timeout;
  async function poll(user: string): Promise<void> {
    polls += 1;
    const body = new URLSearchParams({
      goAction: 'getLiveAgentInfo',
      goUser: apiUser,
      goPass: password,
      user,
      responsetype: 'json',
    });
    const response = await fetch(`${url}/goUsers/goAPI.php`, { method: 'POST', body });
    JSON.parse(await response.text());
  }
  let index = 0;
  let isStopped = false;
  const tick = (): void => {
    void poll(users[index % users.length] ?? '').catch((error: unknown) => {
      // At the end the dialler goes, whoever still waits for it.
      if (!isStopped) throw error;
    });
    index += 1;
    dueMs += gapMs;
    timer = setTimeout(tick, Math.max(1, dueMs - performance.now()));
  };
  tick();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
