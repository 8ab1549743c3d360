import { describe, expect, it, vi } from 'vitest';
import { followFloorTotals } from '../../../../src/main/account/floor-totals.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { FloorTotals } from '../../../../src/shared/floor-totals.ts';
import type { Problem } from '../../../../src/shared/problem.ts';
import { fail, type Result, succeed } from '../../../../src/shared/result.ts';
import { anAccount, anAgent, aReading } from '../../../fakes/builders.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';

const totals: FloorTotals = { live: 61, paused: 9, ready: 24, inCall: 28 };
const ok = { kind: 'ok', sinceMs: 0 } as const;

stopTime();

type Answer = Result<FloorTotals, Problem>;
type Ask = (signal: AbortSignal) => Promise<Answer>;

function setUp(answered: readonly string[] = ['ana']) {
  const agents = new Map(answered.map((user) => [user, anAgent(user, aReading('READY'))]));
  const store = createAppStore({ account: anAccount(), health: ok, effectiveIntervalMs: 5_000, agents });
  let isOpen = true;
  const ask = vi.fn<Ask>(async () => succeed(totals));
  const follower = followFloorTotals({
    store,
    ask,
    isPopoverOpen: () => isOpen,
    clock: stoppedClock,
  });
  return {
    store,
    ask,
    follower,
    look: () => {
      isOpen = true;
      follower.look();
    },
    close: () => {
      isOpen = false;
    },
    shown: () => store.getState().floorTotals,
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('asks at once when somebody looks, and then every fifteen seconds at most', async () => {
  const { ask, look, shown } = setUp();
  expect(ask).not.toHaveBeenCalled();
  look();
  await pass(0);
  expect(shown()).toEqual(totals);
  look();
  await pass(14_000);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(60_000);
  expect(ask).toHaveBeenCalledTimes(5);
});

it('asks no more often than the agents are asked about, and not at all once stopped', async () => {
  const { store, ask, look, follower } = setUp();
  store.setState({ effectiveIntervalMs: 40_000 });
  look();
  await pass(100_000);
  expect(ask).toHaveBeenCalledTimes(3);
  follower.stop();
  await pass(100_000);
  expect(ask).toHaveBeenCalledTimes(3);
});

it('costs nothing while nobody looks, and shows nothing old when somebody does again', async () => {
  const { ask, look, close, shown } = setUp();
  look();
  await pass(0);
  close();
  await pass(10 * 60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(shown()).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
  look();
  await pass(0);
  expect(ask).toHaveBeenCalledTimes(2);
});

it.each([
  [{ kind: 'paused' }],
  [{ kind: 'idle' }],
  [{ kind: 'connecting' }],
  [{ kind: 'failing', problem: { kind: 'timeout' }, sinceMs: 0, retryAtMs: 0 }],
  [{ kind: 'stopped', problem: { kind: 'no-password' } }],
] as const)('waits while the watch is %j', async (health) => {
  const { store, ask, look, shown } = setUp();
  look();
  await pass(0);
  store.setState({ health });
  expect(shown()).toBeNull();
  await pass(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  store.setState({ health: ok });
  await pass(0);
  expect(ask).toHaveBeenCalledTimes(2);
});

describe.each([
  { kind: 'no-permission' },
  { kind: 'not-this-api' },
  { kind: 'bad-request' },
  { kind: 'wrong-credentials' },
  { kind: 'html-page' },
  { kind: 'not-found', detail: '404' },
  { kind: 'forbidden', detail: '401' },
  { kind: 'http-error', detail: '501' },
] as const)('refused with %j', (problem) => {
  it('rests for minutes once it is refused twice while agents are answered, and tries again', async () => {
    const { ask, look, shown } = setUp();
    ask.mockResolvedValue(fail(problem));
    look();
    await pass(4 * 60_000);
    expect(ask).toHaveBeenCalledTimes(2);
    ask.mockResolvedValue(succeed(totals));
    await pass(2 * 60_000);
    expect(shown()).toEqual(totals);
  });

  it('asks at once after a recovery, a corrected password or another account', async () => {
    for (const [health, account] of [
      [{ kind: 'failing', problem: { kind: 'timeout' }, sinceMs: 0, retryAtMs: 0 }, anAccount()],
      [{ kind: 'stopped', problem: { kind: 'wrong-credentials' } }, anAccount()],
      [ok, anAccount({ id: 'other' })],
    ] as const) {
      const { store, ask, look, shown } = setUp();
      ask.mockResolvedValue(fail(problem));
      look();
      await pass(60_000);
      ask.mockResolvedValue(succeed(totals));
      store.setState({ health, account });
      store.setState({ health: ok });
      await pass(0);
      expect(shown()).toEqual(totals);
    }
  });

  it('is no reason to rest where no agent is answered either', async () => {
    const { ask, look } = setUp([]);
    ask.mockResolvedValue(fail(problem));
    look();
    await pass(59_000);
    expect(ask).toHaveBeenCalledTimes(4);
  });
});

it('asks ever more rarely where the dialler never tells, and hourly at the least', async () => {
  const { ask, look } = setUp();
  ask.mockResolvedValue(fail({ kind: 'not-this-api' }));
  look();
  await pass(24 * 3_600_000);
  expect(ask.mock.calls.length).toBeGreaterThan(24);
  expect(ask.mock.calls.length).toBeLessThan(32);
});

it.each([{ kind: 'timeout' }, { kind: 'unreadable' }, { kind: 'http-error', detail: '503' }] as const)(
  'leaves the counts out until the next cycle after %j',
  async (problem) => {
    const { ask, look, shown } = setUp();
    look();
    await pass(0);
    ask.mockResolvedValue(fail(problem));
    await pass(15_000);
    expect(shown()).toBeNull();
    ask.mockResolvedValue(succeed(totals));
    await pass(15_000);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(shown()).toEqual(totals);
  },
);

it('comes back when the server said to', async () => {
  const { ask, look } = setUp();
  ask.mockResolvedValue(fail({ kind: 'rate-limited', retryAfterMs: 120_000 }));
  look();
  await pass(119_000);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(2_000);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('drops an answer that belongs to the account before', async () => {
  const { store, ask, look, shown } = setUp();
  const late = Promise.withResolvers<Answer>();
  ask.mockImplementationOnce(() => late.promise);
  look();
  ask.mockResolvedValueOnce(succeed({ ...totals, paused: 1 }));
  store.setState({ account: anAccount({ id: 'other' }) });
  expect(ask.mock.calls[0]?.[0].aborted).toBe(true);
  await pass(0);
  late.resolve(succeed(totals));
  await pass(0);
  expect(shown()).toMatchObject({ paused: 1 });
});
