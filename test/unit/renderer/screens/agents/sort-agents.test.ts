import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFamilies, sortAgents } from '../../../../../src/renderer/screens/agents/sort-agents.ts';
import { families } from '../../../../../src/shared/family.ts';
import { severities } from '../../../../../src/shared/rules.ts';
import { anAgent } from '../../fake-croco.ts';

const usersOf = (agents: Parameters<typeof sortAgents>[0]) => sortAgents(agents).map(({ user }) => user);

test('who needs attention comes first, then who has been that way longest, then the name', () => {
  expect(
    usersOf([
      anAgent({ user: 'ready', family: 'ready' }),
      anAgent({ user: 'paused-b', family: 'paused', since: { atMs: 500, atLeast: false } }),
      anAgent({ user: 'paused-a', family: 'paused', since: { atMs: 500, atLeast: true } }),
      anAgent({ user: 'paused-long', family: 'paused', since: { atMs: 100, atLeast: true } }),
      anAgent({ user: 'paused-unseen', family: 'paused', since: null }),
      anAgent({ user: 'dead', family: 'dead' }),
      anAgent({ user: 'offline', family: 'offline', since: null }),
    ]),
  ).toEqual(['dead', 'paused-long', 'paused-a', 'paused-b', 'paused-unseen', 'ready', 'offline']);
});

test('what the rules find worst comes before everything else, and keeps its order within', () => {
  expect(
    usersOf([
      anAgent({ user: 'typo', phase: 'unknown', family: 'offline' }),
      anAgent({ user: 'dead', family: 'dead' }),
      anAgent({ user: 'warned-ready', family: 'ready', severity: 'warning' }),
      anAgent({ user: 'warned-paused', family: 'paused', severity: 'warning' }),
      anAgent({ user: 'alarm-ready', family: 'ready', severity: 'alarm' }),
      anAgent({
        user: 'alarm-late',
        family: 'paused',
        severity: 'alarm',
        since: { atMs: 9, atLeast: false },
      }),
      anAgent({
        user: 'alarm-early',
        family: 'paused',
        severity: 'alarm',
        since: { atMs: 5, atLeast: true },
      }),
    ]),
  ).toEqual(['alarm-early', 'alarm-late', 'alarm-ready', 'warned-paused', 'warned-ready', 'typo', 'dead']);
});

test('numbers in names sort as numbers', () => {
  expect(usersOf(['agent10', 'agent9', 'agent100'].map((user) => anAgent({ user })))).toEqual([
    'agent9',
    'agent10',
    'agent100',
  ]);
});

test('names the dialler does not know stand at the top, those not asked about yet at the end', () => {
  expect(
    usersOf([
      anAgent({ user: 'waiting', phase: 'waiting', family: 'offline' }),
      anAgent({ user: 'dead', family: 'dead' }),
      anAgent({ user: 'typo', phase: 'unknown', family: 'offline' }),
    ]),
  ).toEqual(['typo', 'dead', 'waiting']);
});

test('the order does not depend on the order they came in', () => {
  const agents = fc.uniqueArray(
    fc.record({
      user: fc.string({ minLength: 1, maxLength: 3 }),
      family: fc.constantFrom(...families),
      severity: fc.constantFrom(...severities, null),
      since: fc.option(fc.record({ atMs: fc.integer({ min: 0, max: 3 }), atLeast: fc.boolean() })),
    }),
    { selector: ({ user }) => user.normalize('NFKC').toLowerCase(), maxLength: 8 },
  );
  fc.assert(
    fc.property(agents, (parts) => {
      const forward = parts.map(anAgent);
      const rank = ({ severity, family, since }: (typeof forward)[number]) => [
        severity,
        families.indexOf(family),
        since?.atMs ?? null,
      ];
      expect(sortAgents(forward.toReversed()).map(rank)).toEqual(sortAgents(forward).map(rank));
    }),
  );
});

test('sorting leaves the list it was given alone', () => {
  const agents = [anAgent({ user: 'b' }), anAgent({ user: 'a', severity: 'alarm' })];
  const before = [...agents];
  sortAgents(agents);
  expect(agents).toEqual(before);
});

test('counts leave out agents nothing is known of', () => {
  const counts = countFamilies([
    anAgent({ user: 'a', family: 'paused' }),
    anAgent({ user: 'b', family: 'paused' }),
    anAgent({ user: 'c', family: 'offline' }),
    anAgent({ user: 'd', family: 'offline', phase: 'waiting' }),
    anAgent({ user: 'e', family: 'offline', phase: 'unknown' }),
  ]);
  expect([...counts]).toEqual([
    ['paused', 2],
    ['offline', 1],
  ]);
});
