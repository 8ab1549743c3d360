import { expect, test } from 'vitest';
import { type Format, formats, type Method, methods } from '../../src/shared/account.ts';
import { noLiveState } from '../../src/shared/reading.ts';
import { offlineShapes } from '../../src/simulator/offline-shapes.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { password, start } from '../fakes/scripted-dialler.ts';

const ways = methods.flatMap((method) => formats.map((format) => ({ method, format })));

interface Question {
  readonly agentUser?: string;
  readonly password?: string;
  readonly method?: Method;
  readonly format?: Format;
}

function ask(simulator: Simulator, question: Question = {}) {
  const { agentUser = 'ana.ruiz', method = 'post', format = 'json' } = question;
  return createDiallerClient({ fetch, timeoutMs: 1_000 }).getLiveAgentInfo({
    account: { baseUrl: simulator.url, apiUser: 'supervisor', method, format },
    password: question.password ?? password,
    agentUser,
  });
}

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
});

test.each(ways)('every refusal is told apart by $method in $format', async (way) => {
  const simulator = await start();
  expect(await ask(simulator, { ...way, password: 'Wrong' })).toEqual({
    ok: false,
    error: { kind: 'wrong-credentials' },
  });
  expect(await ask(simulator, { ...way, agentUser: 'nobody' })).toEqual({
    ok: false,
    error: { kind: 'unknown-agent' },
  });
  simulator.behave({ isLowLevel: true });
  expect(await ask(simulator, way)).toEqual({ ok: false, error: { kind: 'no-permission' } });
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
