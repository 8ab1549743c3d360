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

function startApp(task: Task): () => void {
  const { users, perSecond } = task;
  // As long as everybody just fits the budget, each agent has this interval and its own moment in it.
  const intervalMs = (users.length * 1_000) / perSecond;
  const momentsMs = new Map(users.map((user, index) => [user, (index / users.length) * intervalMs]));
  const { store, stop } = startAppUnderTest({
    ...task,
    intervalMs,
    onPoll: (user) => {
      polls += 1;
      const isAsSet = store.getState().effectiveIntervalMs === intervalMs;
      latesMs.push(isAsSet ? (performance.now() - (momentsMs.get(user) ?? 0)) % intervalMs : Number.NaN);
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
  const tick = (): void => {
    void poll(users[index % users.length] ?? '');
    index += 1;
    dueMs += gapMs;
    timer = setTimeout(tick, Math.max(1, dueMs - performance.now()));
  };
  tick();
  return () => clearTimeout(timer);
}
