import { describe, expect, it } from 'vitest';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { unseenAgent } from '../../../../src/watch/agents.ts';
import { foldReading } from '../../../../src/watch/monitor/fold-reading.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';

const nowMs = 60_000;

describe('folding a reading into what was known', () => {
  it('takes the first reading as a baseline: a state, a lower bound, and no change', () => {
    const { agent, kinds } = foldReading(unseenAgent('ana', noLiveState), aCall(), nowMs, false);
    expect(agent).toMatchObject({ phase: 'known', since: { atMs: nowMs, atLeast: true } });
    expect(kinds).toEqual([]);
  });

  it('knows exactly when a change it saw began', () => {
    const { agent, kinds } = foldReading(anAgent('ana', aReading('READY')), aCall(), nowMs, false);
    expect(agent.since).toEqual({ atMs: nowMs, atLeast: false });
    expect(kinds).toEqual(['call-connected']);
  });

  it('keeps the clock of a state that goes on', () => {
    const { agent } = foldReading(anAgent('ana', aReading('READY')), aReading('READY'), nowMs, false);
    expect(agent.since).toEqual({ atMs: 0, atLeast: false });
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

  it('turns an exact clock into a lower bound after a gap', () => {
    const { agent } = foldReading(anAgent('ana', aReading('READY')), aReading('READY'), nowMs, true);
    expect(agent.since).toEqual({ atMs: 0, atLeast: true });
  });

  it('does not claim to know when a change inside a gap happened, and still tells it', () => {
    const { agent, kinds } = foldReading(anAgent('ana', aReading('READY')), aCall(), nowMs, true);
    expect(agent.since).toEqual({ atMs: nowMs, atLeast: true });
    expect(kinds).toEqual(['call-connected']);
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
