import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { assemble } from '../../src/main/assemble.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import type { Change } from '../../src/shared/change.ts';
import type { ProblemKind } from '../../src/shared/problem.ts';
import { createFloor, type Floor } from '../../src/simulator/floor.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { systemClock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { plainEdges } from '../fakes/plain-edges.ts';

const credentials = { apiUser: 'floor.api', password: 'Secret1' };
const intervalMs = 300;
/** Of floor time: how far from the edges of a call a question has to be for its answer to be certain. */
const marginMs = 5_000;
const agentUsers = ['ana.ruiz', 'ben.cole', 'Eva.Luna'];

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000, interval: 50 });

async function startScripted(): Promise<Simulator & AsyncDisposable> {
  const floor = createFloor({ seed: 1, agentCount: 0 });
  for (const user of agentUsers) floor.set(user, { status: 'READY' });
  const simulator = await startSimulator({ floor, ...credentials });
  return { ...simulator, [Symbol.asyncDispose]: simulator.stop };
}

/** The app without its desktop, on the real network and clock. */
async function watch(baseUrl: string, users: readonly string[] = agentUsers) {
  const store = createAppStore();
  const changes: Change[] = [];
  const problems: ProblemKind[] = [];
  store.follow((state, before) => {
    if (state.health !== before.health && state.health.kind === 'failing') {
      problems.push(state.health.problem.kind);
    }
  });
  const client = createDiallerClient({ fetch, timeoutMs: 2_000 });
  // The shortest waits the back-off allows, so that tests do not sit them out.
  const app = assemble({
    ...plainEdges({ clock: systemClock, client, random: () => 0 }),
    store,
    onUpdate: (update) => changes.push(...update.changes),
  });
  const access = { server: baseUrl, ...credentials, method: 'post', format: 'json' } as const;
  await app.answers.connectAccount({ draft: { ...access, agentUsers: users, intervalMs } });
  return {
    store,
    changes,
    problems,
    health: () => store.getState().health,
    statusOf: (user: string) => store.getState().agents.get(user)?.reading.status,
    [Symbol.asyncDispose]: app.stop,
  };
}

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

test('a lively floor: every call that an answer shows is told exactly once', async () => {
  const speed = 60;
  const floor = createFloor({ seed: 5, agentCount: 20 });
  const simulator = await startSimulator({ floor, ...credentials, speed });
  const users = floor.people().map(({ user }) => user);
  const watched = await watch(simulator.url, users);
  await eventually(() =>
    [...watched.store.getState().agents.values()].every((a) => a.phase === 'known'),
  ).toBe(true);
  const [fromMs, beganMs] = [simulator.floorMs(), performance.now()];
  await wait(10_000);
  const toMs = simulator.floorMs();
  await watched[Symbol.asyncDispose]();
  await simulator.stop();

  const connected = watched.changes.filter(({ kind }) => kind === 'call-connected');
  const told = connected.map(({ agentUser, to }) => `${agentUser} ${to.leadId}`);
  expect(new Set(told).size).toBe(told.length);
  // Which calls those are is taken from the requests: on a busy machine polls come late.
  const questions = simulator.requests.log.map(({ user, atMs }) => ({
    user,
    floorMs: fromMs + (atMs - beganMs) * speed,
  }));
  const isAskedIn = ({ user, fromMs: beginMs, toMs: endMs }: Call): boolean =>
    questions.some(
      (one) => one.user === user && one.floorMs > beginMs + marginMs && one.floorMs < endMs - marginMs,
    );
  const due = callsOn(floor, fromMs, toMs).filter(
    (call) => call.fromMs > fromMs + marginMs && call.toMs < toMs - marginMs && isAskedIn(call),
  );
  expect(due.length).toBeGreaterThan(10);
  expect(told).toEqual(expect.arrayContaining(due.map(({ user, lead }) => `${user} ${lead}`)));
  expect(simulator.requests.perAgentInFlightMax).toBe(1);
}, 60_000);

/** What else can go wrong, in virtual time, is in `faults/`. */
test('an outage on the real clock: states stay, what happened is told late, all recovers', async () => {
  await using simulator = await startScripted();
  await using watched = await watch(simulator.url);
  await eventually(() => watched.statusOf('Eva.Luna')).toBe('READY');
  await simulator.pause();
  await eventually(() => watched.health().kind).toBe('failing');
  expect(watched.problems[0]).toBe('refused');
  await eventually(() => watched.store.getState().agents.get('ana.ruiz')?.staleSinceMs).not.toBeNull();
  expect(agentUsers.map(watched.statusOf)).toEqual(['READY', 'READY', 'READY']);
  simulator.floor.set('ana.ruiz', { status: 'IN CALL', lead_id: 77 });
  await simulator.resume();
  await eventually(() => watched.health().kind).toBe('ok');
  await eventually(() => watched.changes.map(({ kind, late }) => `${kind} ${late}`)).toEqual([
    'call-connected true',
  ]);
});
