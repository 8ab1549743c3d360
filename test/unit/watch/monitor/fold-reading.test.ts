import { describe, expect, it } from 'vitest';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { unseenAgent } from '../../../../src/watch/agents.ts';
import { foldReading } from '../../../../src/watch/monitor/fold-reading.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';

const nowMs = 60_000;
const ready = aReading('READY');

describe('folding a reading into what was known', () => {
  it('takes the first reading as a baseline: a state, a lower bound, and no change', () => {
    const { agent, kinds } = foldReading(unseenAgent('ana', noLiveState), aCall(), nowMs, false);
    expect(agent).toMatchObject({ phase: 'known', since: { atMs: nowMs, atLeast: true } });
    expect(kinds).toEqual([]);
  });

  it.each([
    ['begins when a change was seen', aCall(), false, nowMs, false, ['call-connected']],
    ['goes on with a state that does', ready, false, 0, false, []],
    ['is a lower bound after a gap', ready, true, 0, true, []],
    ['is one where a change fell into a gap, which is told', aCall(), true, nowMs, true, ['call-connected']],
  ] as const)('the clock %s', (_what, reading, afterGap, atMs, atLeast, changes) => {
    const { agent, kinds } = foldReading(anAgent('ana', ready), reading, nowMs, afterGap);
    expect(agent.since).toEqual({ atMs, atLeast });
    expect(kinds).toEqual(changes);
  });

  it('begins a call anew with the next one, and a pause not with its reason', () => {
    const before = { familySince: { atMs: 10, atLeast: false } };
    const next = foldReading(anAgent('ana', aCall('1'), before), aCall('2'), nowMs, false);
    expect(next.kinds).toContain('call-connected');
    expect(next.agent.familySince).toEqual({ atMs: nowMs, atLeast: false });
    const paused = anAgent('ana', aReading('PAUSE'), before);
    const { agent } = foldReading(paused, aReading('PAUSE - LUNCH'), nowMs, false);
    expect(agent).toMatchObject({ since: { atMs: nowMs }, familySince: { atMs: 10 } });
  });

  it('clears staleness and problem with one good reading', () => {
    const failing = anAgent('ana', aReading('READY'), { staleSinceMs: 1, problem: 'empty-answer' });
    const { agent } = foldReading(failing, aReading('READY'), nowMs, true);
    expect(agent).toMatchObject({ staleSinceMs: null, problem: null });
  });

  it('compares an agent the dialler knows again with what was last known', () => {
    const unknown = anAgent('ana', aReading('READY'), { phase: 'unknown', problem: 'unknown-agent' });
    const { agent, kinds } = foldReading(unknown, aCall(), nowMs, true);
    expect(agent).toMatchObject({ phase: 'known', problem: null });
    expect(kinds).toEqual(['call-connected']);
  });

  it('takes the first reading of an agent the dialler did not know before as a baseline', () => {
    const unknown = {
      ...unseenAgent('ana', noLiveState),
      phase: 'unknown',
      problem: 'unknown-agent',
    } as const;
    expect(foldReading(unknown, aCall(), nowMs, false).kinds).toEqual([]);
  });
});
