import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../../src/main/log/log.ts';
import { formats, methods } from '../../src/shared/account.ts';
import type { RosterUser } from '../../src/shared/roster.ts';
import { createFloor } from '../../src/simulator/floor.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { password, start } from '../fakes/scripted-dialler.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const ways = methods.flatMap((method) => formats.map((format) => ({ method, format })));
type Way = (typeof ways)[number];

const access = (simulator: Simulator, way: Partial<Way> = {}) => ({
  account: { baseUrl: simulator.url, apiUser: 'supervisor', method: 'post', format: 'json', ...way } as const,
  password,
});
const client = createDiallerClient({ fetch, timeoutMs: 2_000 });
const list = (simulator: Simulator, way?: Way) => client.getRoster(access(simulator, way));
const totals = (simulator: Simulator, way?: Way) => client.getFloorTotals(access(simulator, way));

/** As the simulator's floor has them. */
const expectedOf = (simulator: Simulator): readonly RosterUser[] =>
  simulator.floor.people().map(({ user, name, campaign, isActive }) => ({
    user,
    name,
    campaigns: [{ id: campaign.id, name: campaign.name }],
    isActive,
  }));

const bodyFault = (simulator: Simulator, reply: unknown) =>
  simulator.faults.inject({ kind: 'body', body: JSON.stringify(reply) });

test.each(ways)('the list of users is the same by $method in $format', async (way) => {
  const simulator = await start({ floor: createFloor({ seed: 3, agentCount: 40 }), printsWarnings: true });
  const answer = await list(simulator, way);
  expect(answer).toEqual({ ok: true, value: expectedOf(simulator) });
  const [request] = simulator.requests.log;
  expect(request).toMatchObject({ action: 'goGetAllUsers', method: way.method.toUpperCase() });
  if (way.method === 'post') expect(request?.queryNames).toEqual([]);
});

test('an inactive user is not on CrocoDial’s list, and marked on GOautodial’s', async () => {
  const simulator = await start();
  simulator.floor.add('Old.Hand', { name: 'Old Hand', isActive: false });
  expect(await list(simulator)).toMatchObject({ value: [{ user: 'ana.ruiz', isActive: true }] });
  simulator.behave({ rosterAs: 'columns' });
  expect(await list(simulator)).toEqual({
    ok: true,
    value: [
      { user: 'ana.ruiz', name: 'ana.ruiz', campaigns: [], isActive: true },
      { user: 'Old.Hand', name: 'Old Hand', campaigns: [], isActive: false },
    ],
  });
});

test.each(['list', 'columns'] as const)('five thousand users come whole as %s', async (rosterAs) => {
  const floor = createFloor({ seed: 3, agentCount: 5_000 });
  const simulator = await start({ floor, rosterAs });
  const answer = await list(simulator);
  if (answer === 'aborted' || !answer.ok) return expect.unreachable('they are listed');
  expect(answer.value.map(({ user }) => user)).toEqual(floor.people().map(({ user }) => user));
  expect(answer.value[4_999]?.name).toBe(floor.people()[4_999]?.name);
});

test('columns of a GOautodial in XML have lost their names, which is said', async () => {
  const simulator = await start({ rosterAs: 'columns' });
  expect(await list(simulator, { method: 'post', format: 'xml' })).toEqual({
    ok: false,
    error: { kind: 'unreadable' },
  });
});

test.each(ways)('a refusal is told apart by $method in $format', async (way) => {
  const simulator = await start({ isLowLevel: true });
  for (const ask of [list, totals]) {
    expect(await ask(simulator, way)).toEqual({ ok: false, error: { kind: 'no-permission' } });
  }
  simulator.setPassword('Another');
  expect(await list(simulator, way)).toEqual({ ok: false, error: { kind: 'wrong-credentials' } });
});

test.each<[Parameters<Simulator['faults']['inject']>[0], string]>([
  [{ kind: 'body', body: '{"result":"error","message":"Command Not Found"}' }, 'not-this-api'],
  [{ kind: 'body', body: '{"result":"success","data":{"user_list":"<table>"}}' }, 'unreadable'],
  [{ kind: 'body', body: '{"result":"success","user":{"0":{"0":1}}}' }, 'unreadable'],
  [{ kind: 'body', body: 'garbage \u0000 {"result":' }, 'unreadable'],
  [{ kind: 'truncated' }, 'unreadable'],
  [{ kind: 'empty' }, 'empty-answer'],
  [{ kind: 'html' }, 'html-page'],
  [{ kind: 'status', status: 404 }, 'http-error'],
  [{ kind: 'huge', bytes: 40_000_000 }, 'too-large'],
  [{ kind: 'redirect', location: 'https://other.example/' }, 'redirected'],
  [{ kind: 'reset', when: 'mid-body' }, 'connection-broken'],
])('%j is told as %s', async (fault, kind) => {
  const simulator = await start();
  simulator.faults.inject(fault);
  expect(await list(simulator)).toMatchObject({ ok: false, error: { kind } });
});

test('an answer far longer than one agent’s is read', async () => {
  const simulator = await start();
  const row = { user: 'ben', name: 'Ben', rights: 'x'.repeat(3_000_000) };
  bodyFault(simulator, { result: 'success', data: { user_list: [row, { user: 'cleo' }] } });
  expect(await list(simulator)).toMatchObject({ value: [{ user: 'ben', name: 'Ben' }, { user: 'cleo' }] });
});

test('passwords in the body come out neither in the result nor in the log', async () => {
  await using directory = await makeTemporaryDirectory();
  const log = createLog({ directory: directory.path, isDev: false });
  const simulator = await start();
  const secrets = { pass: 'Hush-4471', pass_hash: 'Hush-4471', phone_pass: 'Hush-4471', email: 'Hush-4471' };
  const bodies = [
    { result: 'success', data: { user_list: [{ user: 'ben', ...secrets }], ...secrets }, ...secrets },
    {
      result: 'success',
      user: ['ben'],
      pass: ['Hush-4471'],
      phone_pass: ['Hush-4471'],
      ...{ data: secrets },
    },
    { result: 'error', message: "SELECT * FROM users WHERE pass='Hush-4471'", ...secrets },
    { result: 'success', data: secrets },
  ];
  for (const body of bodies) {
    const clear = bodyFault(simulator, body);
    const answer = await list(simulator);
    clear();
    expect(JSON.stringify(answer)).not.toContain('Hush-4471');
    log.info('listed', { answer: JSON.stringify(answer) });
  }
  await expect.poll(async () => (await everythingIn(directory.path)).split('listed').length).toBe(5);
  expect(await everythingIn(directory.path)).not.toContain('Hush-4471');
});

async function everythingIn(path: string): Promise<string> {
  const names = await readdir(path);
  return (await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')))).join('\n');
}

test.each(ways)('the floor’s totals are the same by $method in $format', async (way) => {
  const simulator = await start();
  simulator.floor.set('ben', { status: 'PAUSE - BREAK' });
  simulator.floor.set('cleo', { status: 'READY' });
  simulator.floor.set('dora', null);
  expect(await totals(simulator, way)).toEqual({
    ok: true,
    value: { live: 3, paused: 1, ready: 1, inCall: 1 },
  });
});

test('totals in another shape are unreadable, and a list of nobody is a list', async () => {
  const simulator = await start();
  const clear = bodyFault(simulator, { result: 'success', data: 'SELECT count(*)' });
  expect(await totals(simulator)).toEqual({ ok: false, error: { kind: 'unreadable' } });
  clear();
  simulator.floor.remove('ana.ruiz');
  expect(await list(simulator)).toEqual({ ok: true, value: [] });
});
