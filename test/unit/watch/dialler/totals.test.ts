import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalsOf } from '../../../../src/watch/dialler/totals.ts';

const documented = {
  total_live_agents: 61,
  paused_agents: 9,
  ready_agents: 24,
  incall_agents: 28,
  offline_agents: 42,
  total_active_agents: 102,
};
const read = { live: 61, paused: 9, ready: 24, inCall: 28 };

it.each([
  ['as documented', documented, read],
  [
    'as texts',
    { total_live_agents: '61', paused_agents: ' 9', ready_agents: '24', incall_agents: '28' },
    read,
  ],
  ['in a list of one', [documented], read],
  ['that do not add up', { ...documented, total_live_agents: 3 }, { ...read, live: 3 }],
  ['in part', { paused_agents: 0, ready_agents: null }, { live: null, paused: 0, ready: null, inCall: null }],
  [
    'that are none',
    { ...documented, paused_agents: -1, ready_agents: '1e9', live: 5 },
    { ...read, paused: null, ready: null },
  ],
])('counts %s are read', (_name, data, totals) => {
  expect(totalsOf(data)).toEqual(totals);
});

it.each([null, undefined, 28, 'nobody', [], {}, { paused_agents: 'nine' }, [[documented]]])(
  'there are no counts in %j',
  (data) => {
    expect(totalsOf(data)).toBeNull();
  },
);

it('anything is counts from zero up, or none', () => {
  const data = fc.oneof(
    fc.anything(),
    fc.record({ paused_agents: fc.anything(), ready_agents: fc.anything() }),
  );
  fc.assert(
    fc.property(data, (some) => {
      for (const one of Object.values(totalsOf(some) ?? {})) {
        expect(one === null || (Number.isInteger(one) && one >= 0)).toBe(true);
      }
    }),
  );
});
