import { beforeEach, expect, test, vi } from 'vitest';
import { assemble } from '../../../src/main/assemble.ts';
import { createAppStore } from '../../../src/main/state/store.ts';
import { createDiallerClient } from '../../../src/watch/dialler/client.ts';
import { anAccount } from '../../fakes/builders.ts';
import { stopTime } from '../../fakes/fake-timers.ts';
import {
  createFakePower,
  createPlainWindow,
  inKeychain,
  keychainWith,
  plainEdges,
  settingsWith,
} from '../../fakes/plain-edges.ts';

stopTime();

const account = anAccount({ agentUsers: ['ana', 'ben'] });
const said = JSON.stringify({ result: 'success', data: { status: 'READY' } });

type Machine = Awaited<ReturnType<typeof watchedMachine>>;
let machine: Machine;

/** The whole app on a machine that loses events; both agents are watched, every 5 s. */
async function watchedMachine() {
  let asleepMs = 0;
  let setMs = 0;
  let isOnline = true;
  let idleMs = 600_000;
  let isOnBattery = false;
  let hanging = 0;
  let closes = true;
  const clock = { nowMs: () => performance.now() - asleepMs, wallMs: () => Date.now() + setMs };
  const heard = new Map<string, number>();
  const store = createAppStore({ settings: settingsWith(account) });
  const powerMonitor = Object.assign(createFakePower(), { isOnBatteryPower: () => isOnBattery });
  const window = createPlainWindow();
  const client = createDiallerClient({
    http: async ({ body }) => {
      if (!isOnline) throw new Error('net::ERR_INTERNET_DISCONNECTED');
      if (hanging > 0) {
        hanging -= 1;
        return new Promise(() => undefined);
      }
      heard.set(new URLSearchParams(String(body)).get('user') ?? '', performance.now());
      return new Response(said);
    },
  });
  const app = assemble({
    ...plainEdges({
      clock,
      client,
      powerMonitor,
      window,
      platform: 'darwin',
      random: () => 1,
      keychain: inKeychain(keychainWith(account.id, 'right')),
      isOnline: () => isOnline,
      idleMs: () => idleMs,
      closeConnections: () => (closes ? Promise.resolve() : new Promise(() => undefined)),
    }),
    store,
  });
  await app.begin(false);
  await vi.advanceTimersByTimeAsync(20_000);
  return {
    store,
    heard,
    tells: (...events: readonly string[]) => {
      for (const event of events) powerMonitor.emit(event);
    },
    /** No timer fires, and of the clocks only the wall's goes on. */
    sleeps: (ms: number) => {
      setMs += ms;
    },
    /** As above, where the monotonic clock counts a sleep. */
    sleepsCounted: (ms: number) => {
      setMs += ms;
      asleepMs -= ms;
    },
    isSet: (ms: number) => {
      setMs += ms;
    },
    opens: window.open,
    refreshes: () => app.answers.refresh({}),
    isTouched: () => {
      idleMs = 0;
    },
    runsOnBattery: (isSo: boolean) => {
      isOnBattery = isSo;
    },
    network: (isThere: boolean) => {
      isOnline = isThere;
    },
    leavesHanging: (requests: number) => {
      hanging = requests;
    },
    keepsConnections: () => {
      closes = false;
    },
    stop: app.stop,
  };
}

beforeEach(async () => {
  machine = await watchedMachine();
  return async () => {
    await machine.stop();
  };
});

const hoursMs = 3_600_000;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

const lost: readonly (readonly [string, () => unknown])[] = [
  ['going to sleep, called off without a word', () => machine.tells('suspend')],
  [
    'the end of a sleep',
    () => {
      machine.tells('suspend');
      machine.sleeps(10 * hoursMs);
    },
  ],
  [
    'the end of a sleep that the monotonic clock counts',
    () => {
      machine.tells('suspend');
      machine.sleepsCounted(10 * hoursMs);
    },
  ],
  [
    'the order of a sleep: its end comes first',
    () => {
      machine.sleeps(hoursMs);
      machine.tells('resume', 'suspend');
    },
  ],
  [
    'one of two ends',
    () => {
      machine.tells('suspend', 'suspend');
      machine.sleeps(hoursMs);
      machine.tells('resume', 'suspend');
    },
  ],
  [
    'nothing, but the end of a sleep comes twice',
    () => {
      machine.tells('suspend', 'resume', 'resume');
    },
  ],
  [
    'the beginning of a sleep',
    () => {
      machine.sleeps(hoursMs);
      machine.tells('resume');
    },
  ],
  ['both ends of a sleep', () => machine.sleeps(hoursMs)],
  [
    'the end of a sleep in which somebody set the clock back',
    () => {
      machine.tells('suspend');
      machine.isSet(-hoursMs);
    },
  ],
  [
    'the end of a sleep, and the clock is put right again and again',
    async () => {
      machine.tells('suspend');
      for (let times = 0; times < 4; times += 1) {
        await pass(5_000);
        machine.isSet(3_000);
      }
    },
  ],
  [
    'the end of a short nap of two',
    async () => {
      machine.tells('suspend', 'resume', 'suspend');
    },
  ],
  [
    'the end of a sleep, and of the lock with it',
    () => {
      machine.isTouched();
      machine.tells('lock-screen', 'suspend');
      machine.sleeps(hoursMs);
    },
  ],
  [
    'the end of a lock, and somebody works',
    () => {
      machine.tells('lock-screen');
      machine.isTouched();
    },
  ],
  [
    'the order of a lock: its end comes first',
    () => {
      machine.isTouched();
      machine.tells('unlock-screen', 'lock-screen');
    },
  ],
  [
    'one of two locks',
    () => {
      machine.isTouched();
      machine.tells('lock-screen', 'unlock-screen', 'lock-screen');
    },
  ],
  [
    'that the machine is on mains again',
    () => {
      machine.runsOnBattery(true);
      machine.tells('on-battery');
      machine.runsOnBattery(false);
    },
  ],
  ['the order of mains and battery', () => machine.tells('on-ac', 'on-battery')],
  [
    'the end of all of them at once',
    () => {
      machine.isTouched();
      machine.tells('lock-screen', 'on-battery', 'suspend');
    },
  ],
  [
    'that connections are closed',
    () => {
      machine.keepsConnections();
      machine.tells('suspend', 'resume');
    },
  ],
  [
    'that the network is back',
    async () => {
      machine.network(false);
      await pass(300_000);
      machine.network(true);
    },
  ],
  ['two answers', () => machine.leavesHanging(2)],
  ['every answer for a while', () => machine.leavesHanging(3)],
];

test.each(lost)('where the system loses %s, the watch goes on within a minute', async (_what, lose) => {
  await lose();
  await pass(60_000);
  const nowMs = performance.now();
  expect(machine.store.getState().health.kind).toBe('ok');
  expect(machine.store.getState().effectiveIntervalMs).toBe(5_000);
  for (const user of account.agentUsers) {
    expect(nowMs - (machine.heard.get(user) ?? 0)).toBeLessThanOrEqual(7_600);
    expect(machine.store.getState().agents.get(user)?.staleSinceMs).toBeNull();
  }
});

test.each<[string, () => unknown]>([
  ['opens the app', () => machine.opens()],
  ['asks for fresh answers', () => machine.refreshes()],
  ['unlocks the screen', () => machine.tells('unlock-screen')],
])('whoever %s proves the machine awake at once', async (_what, act) => {
  machine.tells('suspend', 'lock-screen');
  await pass(1_000);
  const beforeMs = performance.now();
  await act();
  await pass(1_000);
  for (const user of account.agentUsers) expect(machine.heard.get(user)).toBeGreaterThanOrEqual(beforeMs);
});

test('a network that comes back is used within two seconds, whatever the back-off had come to', async () => {
  machine.network(false);
  await pass(570_000);
  const { health } = machine.store.getState();
  expect(health.kind === 'failing' && health.retryAtMs - performance.now()).toBeGreaterThan(5_000);
  const backMs = performance.now();
  machine.network(true);
  await pass(2_000);
  for (const user of account.agentUsers) expect(machine.heard.get(user)).toBeGreaterThanOrEqual(backMs);
});

test('a machine that really sleeps, or is really locked, is not asked to work', async () => {
  machine.tells('lock-screen');
  await pass(120_000);
  expect(machine.store.getState()).toMatchObject({ effectiveIntervalMs: 15_000, slowSituation: 'locked' });
});
