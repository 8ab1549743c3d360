import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { serialize } from 'node:v8';
import { createPlainWindow } from '../fakes/plain-edges.ts';
import { type Dialler, startAppUnderTest } from './app-under-test.ts';
import { p99, wait } from './figures.ts';

/**
 * `node alert-child.ts`: what an open popover is sent of a floor at work, and of one on which nothing happens; then,
 * while calls connect there one at a time, how long each takes from the start of its poll to its notification.
 */
interface Task extends Dialler {
  readonly perSecond: number;
  readonly budget: number;
  readonly seconds: number;
}

process.once('message', (task) => void run(task as Task));

async function run(task: Task): Promise<void> {
  const startedMs = new Map<string, number>();
  let tooksMs: number[] = [];
  let summaries = 0;
  let pushed = { bytes: 0, agents: 0 };
  const intervalMs = (task.users.length * 1_000) / task.perSecond;
  const window = createPlainWindow();
  window.open();
  const app = startAppUnderTest({
    url: task.url,
    users: task.users,
    intervalMs,
    requestsPerSecond: task.budget,
    onPoll: (user) => startedMs.set(user, performance.now()),
    edges: {
      window,
      createNotifier: () => ({
        show: ({ agentUser }) => {
          const atMs = agentUser === null ? undefined : startedMs.get(agentUser);
          if (atMs === undefined) summaries += 1;
          else tooksMs.push(performance.now() - atMs);
          return { close: () => undefined };
        },
      }),
      send: (delta) => {
        // A structured clone, as which Electron's bridge sends it.
        pushed = {
          bytes: pushed.bytes + serialize(delta).byteLength,
          agents: pushed.agents + delta.agents.length,
        };
      },
    },
  });
  const everybodyTwice = wait((2 * intervalMs) / 1_000);
  const pushedIn = async (seconds: number): Promise<typeof pushed> => {
    pushed = { bytes: 0, agents: 0 };
    await wait(seconds);
    return pushed;
  };
  await everybodyTwice;
  const atWork = await pushedIn(task.seconds / 3);
  process.send?.('stand still');
  await once(process, 'message');
  await wait((2 * intervalMs) / 1_000);
  const still = await pushedIn(task.seconds / 3);
  [tooksMs, summaries] = [[], 0];
  process.send?.('connect calls');
  await wait(task.seconds);
  await app.stop();
  process.send?.({
    notifications: tooksMs.length,
    summaries,
    tookP99Ms: p99(tooksMs),
    changedAgents: atWork.agents,
    bytesPerChangedAgent: Math.round(atWork.bytes / Math.max(1, atWork.agents)),
    bytesWhenStill: still.bytes,
  });
  process.disconnect();
}
