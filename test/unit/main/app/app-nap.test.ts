import { expect, it } from 'vitest';
import { preventAppNap } from '../../../../src/main/app/app-nap.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { anAgent, aReading } from '../../../fakes/builders.ts';

it('keeps macOS from slowing the app down exactly while it watches somebody', () => {
  const store = createAppStore();
  const blockers = new Set<number>();
  let lastId = 0;
  const powerSaveBlocker = {
    start: () => {
      lastId += 1;
      blockers.add(lastId);
      return lastId;
    },
    stop: (id: number) => blockers.delete(id),
  };
  const stop = preventAppNap({ store, powerSaveBlocker });
  const after = (change: Parameters<typeof store.setState>[0]) => {
    store.setState(change);
    return blockers.size;
  };
  expect(blockers.size).toBe(0);
  expect(after({ health: { kind: 'connecting' } })).toBe(0);
  expect(after({ agents: new Map([['ana', anAgent('ana', aReading('READY'))]]) })).toBe(1);
  expect(after({ health: { kind: 'ok', sinceMs: 0 } })).toBe(1);
  const problem = { kind: 'timeout' } as const;
  expect(after({ health: { kind: 'failing', problem, sinceMs: 0, retryAtMs: 1 } })).toBe(1);
  expect(after({ health: { kind: 'paused' } })).toBe(0);
  expect(after({ health: { kind: 'ok', sinceMs: 0 } })).toBe(1);
  expect(after({ health: { kind: 'stopped', problem: { kind: 'wrong-credentials' } } })).toBe(0);
  expect(after({ health: { kind: 'connecting' } })).toBe(1);
  stop();
  expect(blockers.size).toBe(0);
  expect(after({ health: { kind: 'ok', sinceMs: 0 } })).toBe(0);
});
