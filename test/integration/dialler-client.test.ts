import { expect, test } from 'vitest';
import { type Format, formats, type Method, methods } from '../../src/shared/account.ts';
import { noLiveState } from '../../src/shared/reading.ts';
import { createFloor } from '../../src/simulator/floor.ts';
import { offlineShapes } from '../../src/simulator/offline-shapes.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { nodeHttp } from '../fakes/node-http.ts';
import { password, start } from '../fakes/scripted-dialler.ts';

const ways = methods.flatMap((method) => formats.map((format) => ({ method, format })));

interface Question {
  readonly agentUser?: string;
  readonly password?: string;
  readonly method?: Method;
  readonly format?: Format;
}

const client = createDiallerClient({ http: nodeHttp, timeoutMs: 2_000 });

const access = (simulator: Simulator, { method = 'post', format = 'json', ...question }: Question = {}) => ({
  account: { baseUrl: simulator.url, apiUser: 'supervisor', method, format },
  password: question.password ?? password,
});
const ask = (simulator: Simulator, question: Question = {}) =>
  client.getLiveAgentInfo({
    ...access(simulator, question),
    agentUser: question.agentUser ?? 'ana.ruiz',
  });
const list = (simulator: Simulator, question?: Question) => client.getRoster(access(simulator, question));
const totals = (simulator: Simulator, question?: Question) =>
  client.getFloorTotals(access(simulator, question));

test.each(ways)('a call is read the same by $method in $format', async (way) => {
  const simulator = await start({ printsWarnings: true });
  expect(await ask(simulator, way)).toMatchObject({
    ok: true,
    value: {
      printsWarnings: true,
      said: {
        status: 'IN CALL',
        family: 'in-call',
        inCallWith: '15550100123',
        campaignName: 'RETENCIÓN/MÓVIL',
        leadId: '7890123',
        vendorLeadCode: 'abc123-xyz456',
      },
    },
  });
  const [request] = simulator.requests.log;
  expect(request).toMatchObject({ action: 'getLiveAgentInfo', method: way.method.toUpperCase() });
  if (way.method === 'post') expect(request?.queryNames).toEqual([]);
});

test.each(ways)('every refusal is told apart by $method in $format', async (way) => {
  const simulator = await start();
  for (const one of [ask, list, totals]) {
    expect(await one(simulator, { ...way, password: 'Wrong' })).toEqual({
      ok: false,
      error: { kind: 'wrong-credentials' },
    });
  }
  expect(await ask(simulator, { ...way, agentUser: 'nobody' })).toEqual({
    ok: false,
    error: { kind: 'unknown-agent' },
  });
  simulator.behave({ isLowLevel: true });
  for (const one of [ask, list, totals]) {
    expect(await one(simulator, way)).toEqual({ ok: false, error: { kind: 'no-permission' } });
  }
  simulator.behave({ wantsSessionUser: true });
  expect(await ask(simulator, way)).toEqual({ ok: false, error: { kind: 'session-user-wanted' } });
});

test.each(offlineShapes.flatMap((offlineAs) => formats.map((format) => ({ offlineAs, format }))))(
  'logged out, as $offlineAs in $format, is offline',
  async ({ offlineAs, format }) => {
    const simulator = await start({ offlineAs });
    simulator.floor.set('ana.ruiz', null);
    const reply = await ask(simulator, { format });
    expect(reply).toMatchObject({ ok: true, value: { said: { family: 'offline', leadId: '' } } });
    if (offlineAs !== 'word') expect(reply).toMatchObject({ value: { said: noLiveState } });
  },
);

test.each(ways)('the list of users and the totals are the same by $method in $format', async (way) => {
  const simulator = await start({ floor: createFloor({ seed: 3, agentCount: 40 }), printsWarnings: true });
  const people = simulator.floor.people();
  expect(await list(simulator, way)).toEqual({
    ok: true,
    value: people.map(({ user, name, campaign, isActive }) => ({
      user,
      name,
      campaigns: [{ id: campaign.id, name: campaign.name }],
      isActive,
    })),
  });
  for (const { user } of people) simulator.floor.set(user, null);
  const statuses = { ana: 'IN CALL', ben: 'PAUSE - BREAK', cleo: 'READY' };
  for (const [user, status] of Object.entries(statuses)) simulator.floor.set(user, { status });
  expect(await totals(simulator, way)).toEqual({
    ok: true,
    value: { live: 3, paused: 1, ready: 1, inCall: 1 },
  });
});

test('five thousand users come whole from a GOautodial, the inactive marked, but their names lost in XML', async () => {
  const floor = createFloor({ seed: 3, agentCount: 5_000 });
  floor.add('Old.Hand', { name: 'Old Hand', isActive: false });
  const simulator = await start({ floor, rosterAs: 'columns' });
  expect(await list(simulator)).toEqual({
    ok: true,
    value: floor.people().map(({ user, name, isActive }) => ({ user, name, campaigns: [], isActive })),
  });
  expect(await list(simulator, { format: 'xml' })).toEqual({ ok: false, error: { kind: 'unreadable' } });
});

test('a list far longer than one agent’s answer is read, one without end is not', async () => {
  const simulator = await start();
  const row = { user: 'ben', name: 'Ben', rights: 'x'.repeat(1_500_000) };
  const body = JSON.stringify({ result: 'success', data: { user_list: [row, { user: 'cleo' }] } });
  simulator.faults.inject({ kind: 'body', body }, { times: 1 });
  expect(await list(simulator)).toMatchObject({ value: [{ user: 'ben', name: 'Ben' }, { user: 'cleo' }] });
  simulator.faults.inject({ kind: 'huge', bytes: 40_000_000 });
  expect(await list(simulator)).toEqual({ ok: false, error: { kind: 'too-large' } });
});
