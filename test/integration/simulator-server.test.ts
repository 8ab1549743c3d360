import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createFloor } from '../../src/simulator/floor.ts';
import {
  bodyOf,
  credentials,
  dashboardPath,
  inFlight,
  live,
  password,
  send,
  start,
} from '../fakes/scripted-dialler.ts';

describe('the floor as a whole', () => {
  it('is counted by getAgentStatus', async () => {
    const simulator = await start();
    const states = ['READY', 'QUEUE', 'PARK', 'DEAD', 'DISPOSITION', 'PAUSE - BREAK', 'PAUSE - LUNCH BREAK'];
    for (const [index, status] of states.entries()) simulator.floor.set(`agent${index}`, { status });
    simulator.floor.add('gone');
    simulator.floor.add('left', { isActive: false });
    const body = { ...credentials, goAction: 'getAgentStatus', responsetype: 'json' };
    expect(await bodyOf(simulator, { path: dashboardPath, body })).toBe(
      '{"result":"success","data":{"total_live_agents":8,"paused_agents":3,"ready_agents":1,' +
        '"incall_agents":4,"offline_agents":1,"total_active_agents":9}}',
    );
  });

  it('is listed by goGetAllUsers, the active and the others apart', async () => {
    const simulator = await start();
    simulator.floor.add('left', { name: 'Ex Ibáñez', isActive: false });
    const body = { ...credentials, goAction: 'goGetAllUsers', responsetype: 'json' };
    const entry = { level: 1, rank: 0, profile_id: 22, allowed_companys: ['AAA'] };
    for (const given of [{}, { only_inactives: '0' }]) {
      const listed: unknown = JSON.parse(await bodyOf(simulator, { body: { ...body, ...given } }));
      expect(listed).toEqual({
        result: 'success',
        data: {
          user_list: [
            {
              ...entry,
              user_id: 2001,
              user: 'ana.ruiz',
              name: 'ana.ruiz',
              exten: 2001,
              active: 'Y',
              campaign_id: '4460708090',
              campaign_name: 'VENTAS_HOGAR',
            },
          ],
        },
      });
    }
    expect(await bodyOf(simulator, { body: { ...body, only_inactives: '1' } })).toContain(
      '"user":"left","name":"Ex Ib\\u00e1\\u00f1ez"',
    );
  });

  it('moves at its speed from the instant it starts', async () => {
    const floor = createFloor({ seed: 4, agentCount: 3, startWallMs: 5000 });
    const simulator = await start({ floor, speed: 1_000_000 });
    const earlier = simulator.floorMs();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const later = simulator.floorMs();
    expect(earlier).toBeGreaterThanOrEqual(5000);
    // Twenty real milliseconds are hours to this floor; half of that leaves room for a coarse timer.
    expect(later - earlier).toBeGreaterThan(10_000_000);
  });
});

describe('requests', () => {
  it('are counted and remembered without a secret', async () => {
    const simulator = await start();
    await send(simulator, { body: live });
    await send(simulator, { query: { ...live, user: 'luis.pena' } });
    await send(simulator, { path: dashboardPath, body: { ...credentials, goAction: 'getAgentStatus' } });
    const { count, byAgent, log, lastAtMs } = simulator.requests;
    expect(count).toBe(3);
    expect([...byAgent]).toEqual([
      ['ana.ruiz', 1],
      ['luis.pena', 1],
      ['', 1],
    ]);
    expect(log.map(({ user, method, action }) => [user, method, action])).toEqual([
      ['ana.ruiz', 'POST', 'getLiveAgentInfo'],
      ['luis.pena', 'GET', 'getLiveAgentInfo'],
      ['', 'POST', 'getAgentStatus'],
    ]);
    expect(log.map(({ queryNames }) => queryNames)).toEqual([[], Object.keys(live), []]);
    expect(lastAtMs).toBe(log.at(-1)?.atMs);
    expect(JSON.stringify(log)).not.toContain(password);
    simulator.requests.reset();
    expect([simulator.requests.count, simulator.requests.byAgent.size]).toEqual([0, 0]);
  });

  it('are measured while under way', async () => {
    const simulator = await start();
    simulator.floor.add('luis.pena');
    simulator.faults.inject({ kind: 'hang' }, { times: 3 });
    const hung = [live, live, { ...live, user: 'luis.pena' }].map((body) => send(simulator, { body }));
    const broken = Promise.allSettled(hung);
    await inFlight(simulator, 3);
    await send(simulator, { body: { ...live, user: 'luis.pena' } });
    await simulator.stop();
    expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    const { maxInFlight, perAgentInFlightMax, inFlight: left } = simulator.requests;
    expect([maxInFlight, perAgentInFlightMax, left]).toEqual([4, 2, 0]);
  });
});

describe('the server', () => {
  it('stops at once with hung, dripping, waiting and silent connections', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'hang' }, { times: 1 });
    simulator.faults.inject({ kind: 'drip', intervalMs: 60_000 }, { times: 1 });
    simulator.faults.inject({ kind: 'latency', ms: 3_600_000 }, { agentUser: 'late' });
    const silent = connect(simulator.port, '127.0.0.1');
    const gone = new Promise<void>((resolve) => silent.once('close', () => resolve()));
    silent.on('error', () => {});
    const asked = Promise.allSettled([
      send(simulator, { body: live }),
      send(simulator, { body: live }),
      send(simulator, { body: { ...live, user: 'late' } }),
    ]);
    await inFlight(simulator, 3);
    await simulator.stop();
    await simulator.stop();
    await gone;
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(simulator.requests.inFlight).toBe(0);
  });

  it('goes down and comes back at the same address, with the floor as it was', async () => {
    const simulator = await start();
    await simulator.pause();
    await expect(send(simulator, { body: live })).rejects.toThrow(/ECONNREFUSED/);
    await simulator.resume();
    expect(await bodyOf(simulator, { body: live })).toContain('"IN CALL"');
    expect(simulator.requests.count).toBe(1);
  });

  it('can be started anew on a port given, unless that is taken', async () => {
    const first = await start();
    await expect(start({ port: first.port })).rejects.toThrow(/EADDRINUSE/);
    await first.stop();
    const second = await start({ port: first.port });
    expect(second.url).toBe(`http://127.0.0.1:${first.port}/goAPIv2`);
    expect(await bodyOf(second, { body: live })).toContain('"success"');
  });
});
