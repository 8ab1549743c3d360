import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ProblemKind } from '../../src/shared/problem.ts';
import { createFloor, type Floor } from '../../src/simulator/floor.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { watchFloor } from '../fakes/watched-floor.ts';

const credentials = { apiUser: 'floor.api', password: 'Secret1' };
const intervalMs = 300;
const agentUsers = ['ana.ruiz', 'ben.cole', 'Eva.Luna'];

/** Tests that run at the same time each bring their own `expect`. */
const eventually = <T>(read: () => T, of: Pick<typeof expect, 'poll'> = expect) =>
  of.poll(read, { timeout: 20_000, interval: 50 });

async function startScripted(): Promise<Simulator & AsyncDisposable> {
  const floor = createFloor({ seed: 1, agentCount: 0 });
  for (const user of agentUsers) floor.set(user, { status: 'READY' });
  const simulator = await startSimulator({ floor, ...credentials });
  return { ...simulator, [Symbol.asyncDispose]: simulator.stop };
}

const watch = (baseUrl: string, more: { timeoutMs?: number } = {}) =>
  watchFloor({ baseUrl, ...credentials, agentUsers, intervalMs, ...more });

interface Call {
  readonly user: string;
  readonly lead: string;
  readonly fromMs: number;
  toMs: number;
}

/** Every call of a floor in a stretch of its own time, second by second. */
function callsOn(floor: Floor, fromMs: number, toMs: number): readonly Call[] {
  const calls: Call[] = [];
  for (const { user } of floor.people()) {
    for (let atMs = fromMs; atMs <= toMs; atMs += 1_000) {
      const state = floor.stateAt(user, atMs);
      if (state === null || !['IN CALL', 'PARK', '3-WAY'].includes(state.status)) continue;
      const lead = String(state.lead_id);
      const latest = calls.at(-1);
      if (latest?.user === user && latest.lead === lead) latest.toMs = atMs;
      else calls.push({ user, lead, fromMs: atMs, toMs: atMs });
    }
  }
  return calls;
}

test('a lively floor: every call that lasts longer than an interval is told exactly once', async () => {
  const speed = 60;
  const floor = createFloor({ seed: 5, agentCount: 20 });
  const simulator = await startSimulator({ floor, ...credentials, speed });
  const users = floor.people().map(({ user }) => user);
  using watched = watchFloor({ baseUrl: simulator.url, ...credentials, agentUsers: users, intervalMs });
  await eventually(() =>
    [...watched.store.getState().agents.values()].every((a) => a.phase === 'known'),
  ).toBe(true);
  const fromMs = simulator.floorMs();
  await wait(10_000);
  const toMs = simulator.floorMs();
  watched.monitor.stop({ kind: 'idle' });
  await simulator.stop();

  const connected = watched.changes.filter(({ kind }) => kind === 'call-connected');
  const told = connected.map(({ agentUser, to }) => `${agentUser} ${to.leadId}`);
  expect(new Set(told).size).toBe(told.length);
  // Twice the interval in floor time, because a poll may come up to one and a half intervals late.
  const longMs = 2 * intervalMs * speed;
  const due = callsOn(floor, fromMs, toMs).filter(
    (call) => call.fromMs > fromMs + longMs && call.toMs - call.fromMs > longMs && call.toMs < toMs - longMs,
  );
  expect(due.length).toBeGreaterThan(10);
  expect(told).toEqual(expect.arrayContaining(due.map(({ user, lead }) => `${user} ${lead}`)));
  expect(simulator.requests.perAgentInFlightMax).toBe(1);
}, 60_000);

/** Returns what ends it. */
type Inject = (simulator: Simulator) => () => unknown;

const outages: readonly [ProblemKind, string, Inject][] = [
  [
    'refused',
    'the server is down',
    (simulator) => {
      const paused = simulator.pause();
      return () => paused.then(simulator.resume);
    },
  ],
  [
    'connection-broken',
    'answers break off',
    ({ faults }) => faults.inject({ kind: 'reset', when: 'mid-body' }),
  ],
  ['timeout', 'the server hangs', ({ faults }) => faults.inject({ kind: 'hang' })],
  ['timeout', 'answers drip', ({ faults }) => faults.inject({ kind: 'drip', intervalMs: 200 })],
  ['html-page', 'a captive portal stands in between', ({ faults }) => faults.inject({ kind: 'html' })],
  ['http-error', 'the gateway is down', ({ faults }) => faults.inject({ kind: 'status', status: 502 })],
  ['rate-limited', 'the server is fed up', ({ faults }) => faults.inject({ kind: 'status', status: 429 })],
  ['empty-answer', 'answers are empty', ({ faults }) => faults.inject({ kind: 'empty' })],
  ['unreadable', 'answers are cut off', ({ faults }) => faults.inject({ kind: 'truncated' })],
  ['too-large', 'answers are huge', ({ faults }) => faults.inject({ kind: 'huge', bytes: 3_000_000 })],
  [
    'redirected',
    'the server points elsewhere',
    ({ faults }) => faults.inject({ kind: 'redirect', location: 'http://127.0.0.1:9/' }),
  ],
  ['format-ignored', 'answers are XML', ({ faults }) => faults.inject({ kind: 'format-ignored' })],
];

describe('trouble', () => {
  test.concurrent.for(outages)('%s: %s; states stay, all recovers', async ([kind, , inject], context) => {
    const soon = <T>(read: () => T) => eventually(read, context.expect);
    await using simulator = await startScripted();
    using watched = watch(simulator.url, { timeoutMs: 500 });
    await soon(() => watched.statusOf('Eva.Luna')).toBe('READY');
    const cure = inject(simulator);
    await soon(() => watched.health().kind).toBe('failing');
    context.expect(watched.troubles[0]).toBe(kind);
    await soon(() => watched.store.getState().agents.get('ana.ruiz')?.staleSinceMs).not.toBeNull();
    context.expect(agentUsers.map(watched.statusOf)).toEqual(['READY', 'READY', 'READY']);
    simulator.floor.set('ana.ruiz', { status: 'IN CALL', lead_id: 77 });
    await cure();
    await soon(() => watched.health().kind).toBe('ok');
    await soon(() => watched.changes.map(({ kind: what, late }) => `${what} ${late}`)).toEqual([
      'call-connected true',
    ]);
  });

  test('tls: a certificate nobody vouches for is refused, and nothing is sent', async () => {
    const fixtures = join(import.meta.dirname, '../fixtures/tls');
    const [key, cert] = await Promise.all(
      ['key.pem', 'certificate.pem'].map((file) => readFile(join(fixtures, file))),
    );
    let requests = 0;
    const server = createServer({ key, cert }, (_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    using watched = watch(`https://127.0.0.1:${port}/goAPIv2`);
    await eventually(watched.health).toMatchObject({
      kind: 'failing',
      problem: { kind: 'tls', detail: 'self-signed' },
    });
    expect(requests).toBe(0);
    server.close();
  });

  test('name-not-found: a name that does not exist', async () => {
    using watched = watch('https://dialler.invalid/goAPIv2');
    await eventually(watched.health).toMatchObject({ problem: { kind: 'name-not-found' } });
  });

  test('a password changed in mid-shift ends polling with the requests under way', async () => {
    await using simulator = await startScripted();
    using watched = watch(simulator.url);
    await eventually(() => watched.statusOf('Eva.Luna')).toBe('READY');
    simulator.setPassword('another');
    await eventually(watched.health).toEqual({ kind: 'stopped', problem: { kind: 'wrong-credentials' } });
    const { count } = simulator.requests;
    await wait(10 * intervalMs);
    expect(simulator.requests.count).toBe(count);
    expect(agentUsers.map(watched.statusOf)).toEqual(['READY', 'READY', 'READY']);
  });

  test('one agent whose answer is broken keeps its state, and nobody else notices', async () => {
    await using simulator = await startScripted();
    using watched = watch(simulator.url);
    await eventually(() => watched.statusOf('ben.cole')).toBe('READY');
    simulator.faults.inject({ kind: 'empty' }, { agentUser: 'ben.cole' });
    await eventually(() => watched.store.getState().agents.get('ben.cole')?.problem).toBe('empty-answer');
    simulator.floor.set('Eva.Luna', { status: 'PAUSE - BREAK' });
    await eventually(() => watched.statusOf('Eva.Luna')).toBe('PAUSE - BREAK');
    expect(watched.troubles).toEqual([]);
    expect(watched.statusOf('ben.cole')).toBe('READY');
    simulator.faults.clear();
    await eventually(() => watched.store.getState().agents.get('ben.cole')?.problem).toBeNull();
  });
});

test('asleep, nobody is asked; awake, everybody is asked at once', async () => {
  await using simulator = await startScripted();
  using watched = watch(simulator.url);
  await eventually(() => watched.statusOf('Eva.Luna')).toBe('READY');
  watched.watching.sleep();
  await wait(100);
  const { count } = simulator.requests;
  await wait(5 * intervalMs);
  expect(simulator.requests.count).toBe(count);
  simulator.floor.set('ana.ruiz', { status: 'IN CALL', lead_id: 9 });
  await watched.watching.wake();
  await eventually(() => watched.changes.map(({ kind, late }) => `${kind} ${late}`)).toEqual([
    'call-connected true',
  ]);
});
