import { expect, it } from 'vitest';
import { confirmsProblem, type FailedWhileProbing } from '../../../../src/watch/monitor/problem-scope.ts';

/** Ben's request began before Ana's waited in vain, and nobody was answered since before both. */
const ben: FailedWhileProbing = {
  problem: { kind: 'timeout' },
  agentUser: 'ben',
  startedMs: 1_000,
  probingSinceMs: 12_000,
  suspectUser: 'ana',
  lastAnswerMs: 500,
};

it.each<[string, Partial<FailedWhileProbing>, boolean]>([
  ['a second request that waited in vain, and nobody was answered meanwhile', {}, true],
  ['the probe itself, whatever failed', { startedMs: 12_000, problem: { kind: 'refused' } }, true],
  ['a request of before, when somebody was answered while it waited', { lastAnswerMs: 1_001 }, false],
  [
    'a request of before that was cut, as all are when the network changes',
    { problem: { kind: 'connection-broken' } },
    false,
  ],
  ['the suspect once more', { agentUser: 'ana' }, false],
  ['a request of before, once the problem is known', { suspectUser: null }, false],
])('%s', (_name, differs, confirms) => {
  expect(confirmsProblem({ ...ben, ...differs })).toBe(confirms);
});
