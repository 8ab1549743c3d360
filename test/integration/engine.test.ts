import { expect, it } from 'vitest';
import { succeed } from '../../src/shared/result.ts';
import { createFloor } from '../../src/simulator/floor.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { systemClock as clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { createWatch } from '../../src/watch/watch.ts';
import { createWatchStore } from '../../src/watch/watch-state.ts';
import { nodeHttp } from '../fakes/node-http.ts';

const credentials = { apiUser: 'floor.api', password: 'Secret1' };
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000, interval: 50 });

/** Nothing of the app is here: the engine, a clock, an HTTP client, and the simulator as the dialler. */
it('the engine watches a floor by itself: states, changes, the list of users, a refused password', async () => {
  const floor = createFloor({ seed: 1, agentCount: 0 });
  for (const user of ['ana', 'ben']) floor.set(user, { status: 'READY' });
  await using simulator = await startSimulator({ floor, ...credentials }).then((running) => ({
    ...running,
    [Symbol.asyncDispose]: running.stop,
  }));
  const store = createWatchStore();
  const happened: string[] = [];
  const unknown = new Set<string>();
  let password = credentials.password;
  const { monitor, dialler } = createWatch({
    store,
    clock,
    client: createDiallerClient({ http: nodeHttp, timeoutMs: 2_000 }),
    access: async () => {
      const account = { baseUrl: simulator.url, method: 'post', format: 'json' } as const;
      return succeed({ account: { ...account, apiUser: credentials.apiUser }, password });
    },
    interpret: (reading) => ({ reading, unknownStatus: reading.status }),
    onWarnings: () => undefined,
    onUpdate: ({ changes, unknownStatus }) => {
      happened.push(...changes.map(({ agentUser, kind }) => `${agentUser} ${kind}`));
      if (unknownStatus !== null) unknown.add(unknownStatus);
    },
    random: () => 0,
  });
  const statusOf = (user: string) => store.getState().agents.get(user)?.reading.status;

  monitor.watch(['ana', 'ben'], { intervalMs: 300, requestsPerSecond: 50 });
  monitor.start();
  await eventually(() => [statusOf('ana'), statusOf('ben')]).toEqual(['READY', 'READY']);
  expect(store.getState().health.kind).toBe('ok');
  expect(happened).toEqual([]);

  floor.set('ana', { status: 'IN CALL', lead_id: 7, in_call_with: '5550100' });
  await eventually(() => happened).toEqual(['ana call-connected']);
  expect([...unknown]).toEqual(['READY', 'IN CALL']);

  const roster = await dialler.askRoster(new AbortController().signal);
  expect(roster !== 'aborted' && roster.ok).toBe(true);

  password = 'wrong';
  await eventually(() => store.getState().health).toEqual({
    kind: 'stopped',
    problem: { kind: 'wrong-credentials' },
  });
  expect(statusOf('ana')).toBe('IN CALL');
}, 60_000);
