import { performance } from 'node:perf_hooks';
import { startAlerts } from '../../src/main/alerts/alerts.ts';
import { systemClock as clock } from '../../src/main/clock.ts';
import { createDiallerClient } from '../../src/main/dialer/client.ts';
import { createDiallerPort } from '../../src/main/dialler-port.ts';
import { keepDictionary } from '../../src/main/dictionary.ts';
import { createMonitor } from '../../src/main/monitor/monitor.ts';
import { createAppStore } from '../../src/main/store.ts';
import { createWords } from '../../src/main/words.ts';
import { anAccount } from '../fakes/builders.ts';
import { createQuietLog } from '../fakes/quiet-log.ts';
import { apiUser, password } from './account.ts';

/**
 * `node poll-child.ts app|bare`: polls all agents at a steady rate and tells what that cost. `app` is our client,
 * monitor, store, dictionary and alerts; `bare` sends the same requests and parses the answers, nothing else.
 */
interface Task {
  readonly url: string;
  readonly users: readonly string[];
  readonly perSecond: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

const kinds = { app: startApp, bare: startBare } as const;
const kind = process.argv[2] === 'bare' ? 'bare' : 'app';
let polls = 0;

process.once('message', (task) => void run(task as Task));

async function run(task: Task): Promise<void> {
  const stop = kinds[kind](task);
  // Connections, code and heap warm up first.
  await wait(task.warmUpSeconds);
  const [pollsBefore, cpuBefore] = [polls, process.cpuUsage()];
  await wait(task.seconds);
  const cpu = process.cpuUsage(cpuBefore);
  const counted = polls - pollsBefore;
  stop();
  process.send?.({ polls: counted, cpuMsPerPoll: (cpu.user + cpu.system) / 1_000 / counted });
  process.disconnect();
}

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

function startApp({ url, users, perSecond }: Task): () => void {
  const store = createAppStore({ account: anAccount({ baseUrl: url, apiUser, agentUsers: users }) });
  const log = createQuietLog();
  const dictionary = keepDictionary(store);
  const port = createDiallerPort({
    client: createDiallerClient({ fetch }),
    store,
    secrets: { get: async () => password },
    demo: { password: () => null },
    interpret: dictionary.interpret,
    log,
    hideSecret: () => undefined,
  });
  const monitor = createMonitor({
    store,
    ask: (user, signal) => {
      polls += 1;
      return port.ask(user, signal);
    },
    clock,
  });
  const alerts = startAlerts({
    store,
    words: createWords(),
    clock,
    log,
    show: () => ({ close: () => undefined }),
    idleMs: () => 0,
  });
  monitor.watch(users, { intervalMs: 3_000, requestsPerSecond: perSecond });
  monitor.start();
  return () => {
    monitor.stop({ kind: 'idle' });
    alerts.stop();
    dictionary.stop();
  };
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
