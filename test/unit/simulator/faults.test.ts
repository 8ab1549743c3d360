import { describe, expect, it } from 'vitest';
import { createFaults } from '../../../src/simulator/faults.ts';

describe('faults', () => {
  it('befall nobody until injected', () => {
    expect(createFaults().take('ana.ruiz')).toEqual({ latencyMs: 0, fault: null });
  });

  it('befall only the agent they are meant for', () => {
    const faults = createFaults();
    faults.inject({ kind: 'empty' }, { agentUser: 'ana.ruiz' });
    expect(faults.take('luis.pena').fault).toBeNull();
    expect(faults.take('ana.ruiz').fault).toEqual({ kind: 'empty' });
  });

  it('end by themselves after so many requests', () => {
    const faults = createFaults();
    faults.inject({ kind: 'html' }, { times: 2 });
    expect([1, 2, 3].map(() => faults.take('').fault?.kind)).toEqual(['html', 'html', undefined]);
  });

  it('are spent only by requests they befall', () => {
    const faults = createFaults();
    faults.inject({ kind: 'html' }, { times: 1 });
    faults.inject({ kind: 'empty' }, { times: 1 });
    expect([1, 2, 3].map(() => faults.take('').fault?.kind)).toEqual(['empty', 'html', undefined]);
  });

  it('are cleared one by one or all at once', () => {
    const faults = createFaults();
    faults.inject({ kind: 'html' });
    const clearEmpty = faults.inject({ kind: 'empty' });
    clearEmpty();
    expect(faults.take('').fault).toEqual({ kind: 'html' });
    faults.clear();
    expect(faults.take('').fault).toBeNull();
  });

  it('add up their latencies beside the fault that counts', () => {
    const faults = createFaults();
    faults.inject({ kind: 'latency', ms: 200 });
    faults.inject({ kind: 'html' });
    faults.inject({ kind: 'latency', ms: 50 }, { times: 1 });
    expect(faults.take('')).toEqual({ latencyMs: 250, fault: { kind: 'html' } });
    expect(faults.take('')).toEqual({ latencyMs: 200, fault: { kind: 'html' } });
  });
});
