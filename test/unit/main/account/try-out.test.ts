import { describe, expect, it, vi } from 'vitest';
import { type TryOnce, tryAccount, tryEveryAgent } from '../../../../src/main/account/try-out.ts';
import type { Problem } from '../../../../src/shared/problem.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { anAccount, aReading } from '../../../fakes/builders.ts';
import { stopTime } from '../../../fakes/fake-timers.ts';

const statusOf = ({ status }: Reading) => status;

type Said = string | Problem['kind'];

/** In capitals it is a status, otherwise what goes wrong. */
function trialOf(floor: Readonly<Record<string, Said>>) {
  const tryOnce = vi.fn<TryOnce>(async (_account, _password, user) => {
    const said = floor[user] ?? 'unknown-agent';
    return /^[A-Z ]*$/.test(said) ? succeed(aReading(said)) : fail({ kind: said as Problem['kind'] });
  });
  const account = anAccount({ agentUsers: Object.keys(floor) });
  return { tryOnce, trial: { account, password: 'right', tryOnce, statusOf } };
}

stopTime();

async function test(floor: Readonly<Record<string, Said>>, requestsPerSecond = 20) {
  const { trial, tryOnce } = trialOf(floor);
  const report = tryEveryAgent(trial, requestsPerSecond);
  await vi.advanceTimersByTimeAsync(60_000);
  return { report: await report, asked: tryOnce.mock.calls.length };
}

describe('a test of the connection', () => {
  it('tells of every agent that is named: who is off, whom the dialler does not know, and whom it hides', async () => {
    const { report } = await test({
      VDAD: 'no-permission',
      ana: 'READY',
      ben: '',
      gost: 'unknown-agent',
      odd: 'empty-answer',
    });
    expect(report).toMatchObject({
      ok: true,
      value: {
        agents: [
          { agentUser: 'VDAD', said: { kind: 'problem', problem: { kind: 'no-permission' } } },
          { agentUser: 'ana', said: { kind: 'on', status: 'READY' } },
          { agentUser: 'ben', said: { kind: 'off' } },
          { agentUser: 'gost', said: { kind: 'unknown' } },
          { agentUser: 'odd', said: { kind: 'problem', problem: { kind: 'empty-answer' } } },
        ],
        untried: 0,
      },
    });
  });

  it('keeps to the budget, and says how many it left out', async () => {
    const floor = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`agent${index}`, 'READY']));
    const { report, asked } = await test(floor, 2);
    expect(asked).toBe(30);
    expect(report).toMatchObject({ ok: true, value: { untried: 10 } });
  });

  it.each<[Said, number]>([
    ['wrong-credentials', 1],
    ['timeout', 1],
    ['not-found', 1],
    ['no-permission', 3],
  ])('fails for %s about everybody, after so few questions: %d', async (kind, questions) => {
    const { report, asked } = await test({ ana: kind, ben: kind, cai: kind });
    expect(report).toEqual(fail({ kind }));
    expect(asked).toBe(questions);
  });
});

it('connects with one question, or as many as the dialler hides agents', async () => {
  for (const [floor, questions] of [
    [{ ana: 'READY', ben: 'READY' }, 1],
    [{ VDAD: 'no-permission', VDCL: 'no-permission', ben: '' }, 3],
  ] as const) {
    const { trial, tryOnce } = trialOf(floor);
    expect((await tryAccount(trial)).ok).toBe(true);
    expect(tryOnce).toHaveBeenCalledTimes(questions);
  }
});
