import { expect, type TestContext, test } from 'vitest';
import { rerouted } from './misbehaviours.ts';
import { linesOf, playRow } from './play.ts';
import { type FaultRow, fails, goesWell, record, seconds, stops } from './row.ts';
import { bannerNow, healthLine, rowNow, tooltipNow } from './sentence.ts';
import { agentUsers, ana, ben, credentials, eva, intervalMs, onCall, type Stage, setStage } from './stage.ts';

const area = 'Dialler behaviour';
const hourMs = 3_600_000;

const jumps =
  (ms: number): FaultRow['begin'] =>
  ({ time }) => {
    time.jump(ms);
    return () => undefined;
  };

const broken = (code: string) => async (): Promise<Response> => {
  throw new Error(`net::${code}`);
};

const rows: readonly FaultRow[] = [
  {
    row: 'password changed mid-shift',
    taken: stops('wrong-credentials'),
    begin: ({ server }) => {
      server.behave({ password: 'Another2' });
      return () => undefined;
    },
    password: 'Another2',
  },
  {
    row: 'account disabled',
    taken: stops('no-permission'),
    begin: ({ server }) => {
      server.behave({ isLowLevel: true });
      return () => server.behave({ isLowLevel: false });
    },
  },
  {
    row: 'account deleted',
    taken: stops('wrong-credentials'),
    begin: ({ server }) => {
      server.behave({ apiUser: 'somebody.else' });
      return () => server.behave({ apiUser: credentials.apiUser });
    },
  },
  { row: 'clock of the machine jumps +1 h', taken: goesWell, begin: jumps(hourMs) },
  { row: 'clock of the machine jumps −1 h', taken: goesWell, begin: jumps(-hourMs) },
  ...[-hourMs, hourMs].map(
    (offMs): FaultRow => ({
      row: `Retry-After a date, our clock ${offMs < 0 ? '−' : '+'}1 h off`,
      taken: fails('http-error', '503'),
      begin: ({ server, time }) => {
        time.jump(offMs);
        return server.misbehave(({ deliver }) => {
          const retryAfter = new Date(time.clock.wallMs() - offMs + 40_000).toUTCString();
          deliver({ kind: 'status', status: 503, retryAfter });
        });
      },
    }),
  ),
  {
    row: 'network gone',
    taken: fails('offline'),
    begin: rerouted(broken('ERR_INTERNET_DISCONNECTED')),
  },
  {
    row: 'network suspended',
    taken: fails('offline'),
    begin: rerouted(broken('ERR_NETWORK_IO_SUSPENDED')),
  },
  {
    row: 'another network, without the dialler',
    taken: fails('refused'),
    begin: rerouted(broken('ERR_ADDRESS_UNREACHABLE')),
  },
];

test.for(rows)('dialler behaviour: $row', async (row, context) => {
  await playRow(context, area, row);
});

/** A stage where all is well; at its end nobody was wrongly lost and nothing was left to throw. */
async function onStage(context: TestContext, row: string, story: Story): Promise<void> {
  await using stage = await setStage();
  await stage.connect();
  await stage.pass(12_000);
  const seen = await story(stage);
  expect(stage.agentsLost()).toBe(0);
  expect(stage.uncaught).toEqual([]);
  record(context, { area, row, ...seen });
}

type Story = (stage: Stage) => Promise<{ readonly sees: string; readonly recovery: string }>;

/** How long until everybody was read again. */
async function untilBack(
  stage: Stage,
  fromMs: number,
  users: readonly string[] = agentUsers,
): Promise<number> {
  while (!users.every((user) => (stage.heardMs.get(user) ?? -1) >= fromMs)) {
    if (stage.time.clock.nowMs() > fromMs + 2 * 60_000) throw new Error('Somebody is not read again.');
    await stage.pass(50);
  }
  return Math.max(...users.map((user) => stage.heardMs.get(user) ?? 0)) - fromMs;
}

const story = (row: string, tell: Story): void =>
  test(`dialler behaviour: ${row}`, (context) => onStage(context, row, tell));

story('agent deleted, and there again', async (stage) => {
  const { floor, time } = stage;
  floor.remove(ben);
  await stage.pass(25_000);
  expect(stage.health().kind).toBe('ok');
  const sees = rowNow(stage, ben);
  expect(sees).toBe(stage.words.in('en')('agents.unknown'));
  expect(tooltipNow(stage)).toMatch(/^1 in call/);
  floor.set(ben, onCall(8));
  const fromMs = time.clock.nowMs();
  const tookMs = await untilBack(stage, fromMs, [ben]);
  expect(tookMs).toBeLessThanOrEqual(4 * intervalMs + intervalMs);
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  return { sees, recovery: `${seconds(tookMs)}, for this agent alone` };
});

story('agent deleted, and there again before the user tries again', async (stage) => {
  stage.floor.remove(ben);
  await stage.pass(25_000);
  const sees = rowNow(stage, ben);
  stage.floor.set(ben, onCall(8));
  const fromMs = stage.time.clock.nowMs();
  stage.monitor.refresh();
  const tookMs = await untilBack(stage, fromMs, [ben]);
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  return { sees, recovery: `${seconds(tookMs)} after “Try again”` };
});

story('password changed while answers are slow', async (stage) => {
  stage.server.misbehave(async ({ wait, deliver }) => {
    await wait(3_000);
    deliver(null);
  });
  await stage.pass(20_000);
  stage.server.behave({ password: 'Another2' });
  await stage.pass(60_000);
  expect(stage.health()).toEqual({ kind: 'stopped', problem: { kind: 'wrong-credentials' } });
  // What was under way when the first refusal came cannot be taken back; nothing is sent after it.
  const { refusals, requests } = stage.server;
  expect(refusals()).toBeLessThanOrEqual(agentUsers.length);
  const { length } = requests;
  const mistyped = stage.accounts.signIn('Mistyped');
  await stage.pass(10 * 60_000);
  expect(await mistyped).toMatchObject({ ok: false });
  expect(requests).toHaveLength(length + 1);
  expect(stage.told.filter(({ topic }) => topic === 'refused')).toHaveLength(1);
  const sees = bannerNow(stage) ?? '';
  const fromMs = stage.time.clock.nowMs();
  const signedIn = stage.accounts.signIn('Another2');
  await stage.pass(4_000);
  expect(await signedIn).toMatchObject({ ok: true });
  return { sees, recovery: `${seconds(await untilBack(stage, fromMs))} after signing in` };
});

for (const ms of [hourMs, -hourMs]) {
  story(`clock jumps ${ms < 0 ? '−' : '+'}1 h just as a call connects`, async (stage) => {
    stage.time.jump(ms);
    stage.floor.set(ben, onCall(8));
    const fromMs = stage.time.clock.nowMs();
    const tookMs = await untilBack(stage, fromMs);
    await stage.pass(60_000);
    expect(linesOf(stage).map((line) => line.split(' ')[0])).toEqual([ben]);
    expect(stage.healths.slice(stage.healths.indexOf('ok'))).toEqual(['ok']);
    expect(tookMs).toBeLessThanOrEqual(1.5 * intervalMs);
    return { sees: healthLine(stage), recovery: 'nothing to recover from' };
  });
}

const sleepMs = 10 * hourMs;

story('sleep for 10 h', async (stage) => {
  const { length } = stage.server.requests;
  stage.power('suspend');
  stage.time.sleep(sleepMs);
  stage.floor.set(ben, onCall(8));
  expect(stage.server.requests).toHaveLength(length);
  const fromMs = stage.time.clock.nowMs();
  stage.power('resume');
  const t = stage.words.in('en');
  expect(stage.health().kind).toBe('connecting');
  const sees = t('agents.health.connecting');
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(1_000);
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  stage.floor.set(eva, onCall(9));
  await stage.pass(2 * intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`, `${eva} in time`]);
  return { sees, recovery: `${seconds(tookMs)} after waking` };
});

story('sleep for 10 h that nobody announced', async (stage) => {
  stage.time.sleep(sleepMs);
  stage.floor.set(ben, onCall(8));
  const fromMs = stage.time.clock.nowMs();
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(1.5 * intervalMs);
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  return { sees: healthLine(stage), recovery: `${seconds(tookMs)} after waking` };
});

story('sleep for 10 h, and a network that comes back 20 s later', async (stage) => {
  stage.power('suspend');
  stage.time.sleep(sleepMs);
  stage.floor.set(ben, onCall(8));
  stage.reroute(broken('ERR_INTERNET_DISCONNECTED'));
  stage.power('resume');
  await stage.pass(20_000);
  const sees = bannerNow(stage) ?? '';
  const health = stage.health();
  const fromMs = stage.time.clock.nowMs();
  const waitMs = health.kind === 'failing' ? health.retryAtMs - fromMs : 0;
  stage.reroute();
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(waitMs + intervalMs);
  await stage.pass(intervalMs);
  expect(stage.told.map(({ topic }) => topic)).toEqual(['call-connected']);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  return { sees, recovery: `${seconds(tookMs)}, of which back-off ${seconds(waitMs)}` };
});

story('network changes under a request', async (stage) => {
  let isChanging = true;
  stage.reroute((url, init) => {
    if (!isChanging) return fetch(url, init);
    isChanging = false;
    return broken('ERR_NETWORK_CHANGED')();
  });
  stage.floor.set(ben, onCall(8));
  const fromMs = stage.time.clock.nowMs();
  while (isChanging) await stage.pass(50);
  await stage.pass(1_000);
  const struck = agentUsers.find((user) => stage.agent(user)?.problem !== null);
  expect(struck).toBeDefined();
  const sees = rowNow(stage, struck ?? '');
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(intervalMs + 2 * intervalMs);
  await stage.pass(intervalMs);
  expect(stage.healths.slice(stage.healths.indexOf('ok'))).toEqual(['ok']);
  expect(linesOf(stage)).toHaveLength(1);
  return { sees, recovery: `${seconds(tookMs)}, for the agent asked about alone` };
});

story('the dialler restarts every minute for an hour', async (stage) => {
  const { server, floor, time } = stage;
  const seen = new Set<string>();
  let longestMs = 0;
  for (let restart = 0; restart < 60; restart += 1) {
    const beganMs = time.clock.nowMs();
    await server.pause();
    await stage.pass(4_000);
    floor.set(ben, onCall(100 + restart));
    await stage.pass(4_000);
    seen.add(bannerNow(stage) ?? '');
    const health = stage.health();
    expect(health).toMatchObject({ kind: 'failing', problem: { kind: 'refused' } });
    await server.resume();
    const fromMs = time.clock.nowMs();
    const waitMs = health.kind === 'failing' ? health.retryAtMs - fromMs : 0;
    const tookMs = await untilBack(stage, fromMs);
    expect(tookMs).toBeLessThanOrEqual(waitMs + intervalMs);
    longestMs = Math.max(longestMs, tookMs);
    await stage.pass(30_000);
    floor.set(ben, { status: 'READY' });
    await stage.pass(beganMs + 60_000 - time.clock.nowMs());
  }
  const calls = stage.changes.filter(({ kind }) => kind === 'call-connected');
  expect(calls.map(({ to }) => to.leadId)).toEqual(
    Array.from({ length: 60 }, (_, index) => `${100 + index}`),
  );
  expect(linesOf(stage)).toEqual(calls.map(() => `${ben} late`));
  expect(stage.told.filter(({ topic }) => topic === 'trouble')).toEqual([]);
  expect(stage.agent(ana)).toMatchObject({ reading: { status: 'IN CALL' }, staleSinceMs: null });
  expect(seen.size).toBe(1);
  return { sees: [...seen].join(), recovery: `${seconds(longestMs)} at most, 60 times` };
});
