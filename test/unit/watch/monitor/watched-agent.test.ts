import { expect, it } from 'vitest';
import { hadGap, watchedAgent } from '../../../../src/watch/monitor/watched-agent.ts';

const limitMs = 15_000;

it.each<[string, { readonly passedMs: number; readonly wallMs: number }, boolean]>([
  ['the next poll', { passedMs: 5_000, wallMs: 5_000 }, false],
  ['a clock that is put right by 40 s', { passedMs: 5_000, wallMs: 45_000 }, false],
  ['a clock that is put back by an hour', { passedMs: 5_000, wallMs: -3_595_000 }, false],
  ['an outage', { passedMs: 20_000, wallMs: 20_000 }, true],
  [
    'a sleep of five minutes that the monotonic clock does not count',
    { passedMs: 5_000, wallMs: 305_000 },
    true,
  ],
])('%s: is it an interruption?', (_what, { passedMs, wallMs }, isOne) => {
  const agent = { ...watchedAgent('ana', 0), lastGood: { atMs: 0, wallMs: 0 } };
  expect(hadGap(agent, { nowMs: () => passedMs, wallMs: () => wallMs }, limitMs)).toBe(isOne);
});
