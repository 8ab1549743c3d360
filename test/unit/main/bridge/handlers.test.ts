import { describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../../../../src/main/accounts.ts';
import { answersOf } from '../../../../src/main/bridge/handlers.ts';
import type { Monitor } from '../../../../src/main/monitor/monitor.ts';
import { createAppStore } from '../../../../src/main/store.ts';
import { createTurns } from '../../../../src/main/turns.ts';
import { createWatching } from '../../../../src/main/watching.ts';
import type { AccountDraft } from '../../../../src/shared/account.ts';
import { succeed } from '../../../../src/shared/result.ts';
import { anAccount, anAgent, aReading } from '../../../fakes/builders.ts';

const draft: AccountDraft = {
  server: 'acme',
  apiUser: 'api.user',
  password: 'right',
  agentUsers: ['ana'],
  method: 'post',
  format: 'json',
  intervalMs: 7_000,
};
const demoAccount = anAccount({ id: 'demo', isDemo: true });

/** A dialler that answers when told to, and a demo that is one when started. */
function setUp() {
  const store = createAppStore();
  const monitor: Monitor = { watch: vi.fn(), start: vi.fn(), stop: vi.fn(), refresh: vi.fn() };
  const watching = createWatching({ store, monitor, closeConnections: async () => undefined });
  const answered = Promise.withResolvers<void>();
  const steps: string[] = [];
  const accounts = createAccounts({
    store,
    watching,
    tryOnce: async () => {
      await answered.promise;
      return succeed(aReading('READY'));
    },
    secrets: {
      get: async () => 'right',
      set: async () => ({ kind: 'keychain' }),
      delete: async () => undefined,
    },
  });
  const demo = {
    start: vi.fn(async () => {
      steps.push('demo starts');
      watching.switchTo(demoAccount, { kind: 'demo' });
    }),
    stop: vi.fn(async () => void steps.push('demo stops')),
  };
  const copied: string[] = [];
  const answers = answersOf({
    store,
    accounts,
    demo,
    watching,
    refresh: monitor.refresh,
    pull: () => {
      throw new Error('not asked for here');
    },
    hidePopover: () => undefined,
    copyText: async (text) => void copied.push(text),
    alerts: { acknowledge: vi.fn(), clear: vi.fn(), restore: vi.fn() },
    inboxView: () => ({ alerts: [], keptQuiet: [] }),
    mute: vi.fn(),
    testNotification: vi.fn(),
    openCrm: async () => succeed(null),
    inTurn: createTurns(),
  });
  return { store, answers, answered, demo, steps, copied };
}

describe('changes of account that overlap', () => {
  it('happen one after another: who signs out while a sign-in is under way ends signed out', async () => {
    const { store, answers, answered } = setUp();
    answered.resolve();
    await answers['account:connect']({ draft });
    const both = [answers['account:sign-in']({ password: 'right' }), answers['account:sign-out']({})];
    await Promise.all(both);
    expect(store.getState()).toMatchObject({ account: { isDemo: false }, secret: { kind: 'none' } });
  });

  it('leave the demo running when it was asked for last', async () => {
    const { store, answers, answered, steps } = setUp();
    const connected = answers['account:connect']({ draft });
    const started = answers['demo:start']({});
    answered.resolve();
    await Promise.all([connected, started]);
    expect(store.getState().account).toMatchObject({ id: 'demo' });
    expect(steps).toEqual(['demo stops', 'demo starts']);
  });

  it('do not start anew an account that was never left', async () => {
    const { store, answers, answered } = setUp();
    answered.resolve();
    await answers['account:connect']({ draft });
    const { account } = store.getState();
    await answers['demo:stop']({});
    expect(store.getState().account).toBe(account);
  });
});

describe('what the page asks about an agent', () => {
  it('is answered from the last reading, and refused for a stranger', async () => {
    const { store, answers, copied } = setUp();
    const reading = aReading('IN CALL', { inCallWith: '15550100123', callerId: '1', leadId: '7' });
    store.setState({ agents: new Map([['ana', anAgent('ana', reading)]]) });
    expect(await answers['agent:reveal']({ agentUser: 'ana' })).toEqual(
      succeed({ inCallWith: '15550100123', callerId: '1' }),
    );
    expect(await answers['agent:reveal']({ agentUser: 'ben' })).toMatchObject({ ok: false });
    expect(await answers['agent:copy']({ agentUser: 'ana', field: 'leadId' })).toMatchObject({ ok: true });
    expect(await answers['agent:copy']({ agentUser: 'ana', field: 'vendorLeadCode' })).toMatchObject({
      ok: false,
    });
    expect(copied).toEqual(['7']);
  });
});
