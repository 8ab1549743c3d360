import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../../src/shared/problem.ts';
import { fail, type Result, succeed } from '../../../../src/shared/result.ts';
import type { Access, DiallerClient } from '../../../../src/watch/dialler/client.ts';
import { createDialler } from '../../../../src/watch/dialler/dialler.ts';
import { anAccount, anOutcome, aReading } from '../../../fakes/builders.ts';

const reading = aReading('READY');
const { signal } = new AbortController();
const signedIn = succeed({ account: anAccount(), password: 'stored' });

function setUp(
  answer: Awaited<ReturnType<DiallerClient['getLiveAgentInfo']>>,
  access: Result<Access, Problem> | null = signedIn,
) {
  const asked: string[] = [];
  const onWarnings = vi.fn();
  const dialler = createDialler({
    client: {
      getLiveAgentInfo: async ({ password }) => {
        asked.push(`ask with ${password}`);
        return answer;
      },
      getRoster: async ({ password }) => {
        asked.push(`list with ${password}`);
        return succeed([]);
      },
      getFloorTotals: async () => fail({ kind: 'no-permission' }),
    },
    access: async () => access,
    interpret: (said) => ({ reading: { ...said, label: 'Free' }, unknownStatus: said.status }),
    onWarnings,
  });
  return { asked, dialler, onWarnings, ask: () => dialler.ask('ana', signal) };
}

describe('asking the dialler', () => {
  it('asks with the password of who is signed in, and understands the answer as the user does', async () => {
    const { asked, ask } = setUp(succeed({ said: reading, printsWarnings: false }));
    expect(await ask()).toEqual({
      ...anOutcome({ ...reading, label: 'Free' }),
      unknownStatus: 'READY',
    });
    expect(asked).toEqual(['ask with stored']);
  });

  it('asks nothing while nobody is signed in, or without a password', async () => {
    const nobody = setUp(succeed({ said: reading, printsWarnings: false }), null);
    expect(await nobody.ask()).toEqual({ kind: 'aborted' });
    expect(await nobody.dialler.askRoster(signal)).toBe('aborted');
    const noPassword = fail({ kind: 'no-password' } as const);
    const forgotten = setUp(succeed({ said: reading, printsWarnings: false }), noPassword);
    expect(await forgotten.ask()).toEqual({ kind: 'problem', problem: { kind: 'no-password' } });
    expect(await forgotten.dialler.askRoster(signal)).toEqual(noPassword);
    expect([...nobody.asked, ...forgotten.asked]).toEqual([]);
  });

  it('asks for the list of users and the counts in the same way', async () => {
    const { asked, dialler } = setUp(succeed({ said: reading, printsWarnings: false }));
    expect(await dialler.askRoster(signal)).toEqual(succeed([]));
    expect(asked).toEqual(['list with stored']);
    expect(await dialler.askFloorTotals(signal)).toEqual(fail({ kind: 'no-permission' }));
  });

  it('tries credentials that are typed and not kept', async () => {
    const { asked, dialler } = setUp(succeed({ said: reading, printsWarnings: false }), null);
    expect(await dialler.tryOnce(anAccount(), 'typed', 'ana')).toEqual(succeed(reading));
    expect(asked).toEqual(['ask with typed']);
  });

  it('says once that a dialler prints warnings, however often it does', async () => {
    const { ask, onWarnings } = setUp(succeed({ said: reading, printsWarnings: true }));
    await ask();
    await ask();
    expect(onWarnings).toHaveBeenCalledOnce();
  });

  it('passes on a problem, and that a request was aborted', async () => {
    const timeout = { kind: 'timeout' } as const;
    expect(await setUp(fail(timeout)).ask()).toEqual({ kind: 'problem', problem: timeout });
    expect(await setUp('aborted').ask()).toEqual({ kind: 'aborted' });
  });
});
