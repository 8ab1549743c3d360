import { describe, expect, it } from 'vitest';
import { createDiallerPort } from '../../../../src/main/account/dialler-port.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import type { DiallerClient, LiveAgentInfoRequest } from '../../../../src/watch/dialler/client.ts';
import { anAccount, aReading } from '../../../fakes/builders.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const reading = aReading('READY');

function setUp(answer: Awaited<ReturnType<DiallerClient['getLiveAgentInfo']>>) {
  const store = createAppStore();
  const log = createQuietLog();
  const steps: string[] = [];
  const getLiveAgentInfo = async ({ password }: LiveAgentInfoRequest) => {
    steps.push(`ask with ${password}`);
    return answer;
  };
  const dialler = createDiallerPort({
    client: {
      getLiveAgentInfo,
      getRoster: async ({ password }) => {
        steps.push(`list with ${password}`);
        return succeed([]);
      },
      getFloorTotals: async () => fail({ kind: 'no-permission' }),
    },
    store,
    secrets: { get: async (id) => (id === anAccount().id ? 'stored' : null) },
    demo: { password: () => 'of the demo' },
    log,
    interpret: (reading) => reading,
    hideSecret: (secret) => void steps.push(`hide ${secret}`),
  });
  const ask = () => dialler.ask('ana', new AbortController().signal);
  return { store, log, steps, dialler, ask };
}

describe('asking the dialler', () => {
  it('hides a typed password from the log before the password is used', async () => {
    const { dialler, steps } = setUp(succeed({ reading, printsWarnings: false }));
    expect(await dialler.tryOnce(anAccount(), 'typed', 'ana')).toEqual(succeed(reading));
    expect(steps).toEqual(['hide typed', 'ask with typed']);
  });

  it('asks with the password of the account in use, the demo with its own', async () => {
    const { store, steps, ask } = setUp(succeed({ reading, printsWarnings: false }));
    expect(await ask()).toEqual({ kind: 'aborted' });
    store.setState({ account: anAccount() });
    expect(await ask()).toEqual({ kind: 'reading', reading });
    store.setState({ account: anAccount({ id: 'demo', isDemo: true }) });
    await ask();
    store.setState({ account: anAccount({ id: 'signed out' }) });
    expect(await ask()).toEqual({ kind: 'problem', problem: { kind: 'no-password' } });
    expect(steps).toEqual(['ask with stored', 'ask with of the demo']);
  });

  it('asks for the list of users and the counts in the same way', async () => {
    const { store, steps, dialler } = setUp(succeed({ reading, printsWarnings: false }));
    const { signal } = new AbortController();
    expect(await dialler.askRoster(signal)).toBe('aborted');
    store.setState({ account: anAccount() });
    expect(await dialler.askRoster(signal)).toEqual(succeed([]));
    expect(steps).toEqual(['list with stored']);
    expect(await dialler.askFloorTotals(signal)).toEqual(fail({ kind: 'no-permission' }));
    store.setState({ account: anAccount({ id: 'signed out' }) });
    expect(await dialler.askRoster(signal)).toEqual(fail({ kind: 'no-password' }));
  });

  it('says once that a dialler prints warnings, however often it does', async () => {
    const { store, log, ask } = setUp(succeed({ reading, printsWarnings: true }));
    store.setState({ account: anAccount() });
    await ask();
    await ask();
    expect(log.lines.filter((line) => line.includes('PHP warnings'))).toHaveLength(1);
  });

  it('passes a problem on as it is', async () => {
    const { store, ask } = setUp(fail({ kind: 'timeout' }));
    store.setState({ account: anAccount() });
    expect(await ask()).toEqual({ kind: 'problem', problem: { kind: 'timeout' } });
  });
});
