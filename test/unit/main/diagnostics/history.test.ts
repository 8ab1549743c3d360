import { expect, it } from 'vitest';
import { followHistory } from '../../../../src/main/diagnostics/history.ts';
import { withProblemsNoted } from '../../../../src/main/diagnostics/problems.ts';
import { type AppState, createAppStore } from '../../../../src/main/state/store.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { anAccount, aReading } from '../../../fakes/builders.ts';

function setUp() {
  let nowMs = 1_000;
  const store = createAppStore();
  const kept = followHistory(store, { wallMs: () => nowMs });
  const becomes = (part: Partial<AppState>) => {
    nowMs += 1_000;
    store.setState(part);
  };
  return { store, kept, becomes };
}

const failing = (sinceMs: number) =>
  ({
    health: { kind: 'failing', problem: { kind: 'refused', detail: 'secret' }, sinceMs, retryAtMs: 0 },
  }) as const;

it('remembers when the health changed its kind, not each new attempt, and no details', () => {
  const { kept, becomes } = setUp();
  becomes({ health: { kind: 'ok', sinceMs: 0 } });
  becomes(failing(1));
  becomes(failing(2));
  becomes({ isWatchPaused: true });
  becomes({ health: { kind: 'stopped', problem: { kind: 'wrong-credentials' } } });
  expect(kept.history().health).toEqual([
    { atMs: 1_000, kind: 'idle', problem: null },
    { atMs: 2_000, kind: 'ok', problem: null },
    { atMs: 3_000, kind: 'failing', problem: 'refused' },
    { atMs: 6_000, kind: 'stopped', problem: 'wrong-credentials' },
  ]);
  kept.stop();
  becomes({ health: { kind: 'idle' } });
  expect(kept.history().health).toHaveLength(4);
});

it('keeps the last forty changes, however long the problem lasts', () => {
  const { kept, becomes } = setUp();
  for (let turn = 0; turn < 500; turn += 1) {
    becomes(failing(turn));
    becomes({ health: { kind: 'ok', sinceMs: turn } });
  }
  const { health } = kept.history();
  expect(health).toHaveLength(40);
  expect(health.at(-1)?.atMs).toBe(1_001_000);
});

it('counts what went wrong by its kind, whatever was asked', async () => {
  const { kept } = setUp();
  const answers = [fail({ kind: 'timeout' } as const), 'aborted', fail({ kind: 'tls' } as const)] as const;
  const [first, second, third] = answers;
  const client = withProblemsNoted(
    {
      getLiveAgentInfo: async ({ agentUser }) =>
        agentUser === 'ana' ? succeed({ reading: aReading('READY'), printsWarnings: false }) : first,
      getRoster: async () => second,
      getFloorTotals: async () => third,
    },
    kept.noteProblem,
  );
  const access = { account: anAccount(), password: 'x' };
  for (const agentUser of ['ana', 'ben', 'eva']) await client.getLiveAgentInfo({ ...access, agentUser });
  expect(await client.getRoster(access)).toBe('aborted');
  expect(await client.getFloorTotals(access)).toBe(third);
  expect([...kept.history().problems]).toEqual([
    ['timeout', 2],
    ['tls', 1],
  ]);
});
