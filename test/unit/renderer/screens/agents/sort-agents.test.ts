import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countFamilies,
  type Order,
  rankNames,
  sortAgents as sortBy,
} from '../../../../../src/renderer/screens/agents/sort-agents.ts';
import type { AgentView } from '../../../../../src/shared/app-view.ts';
import { families } from '../../../../../src/shared/family.ts';
import { sorts } from '../../../../../src/shared/list-view.ts';
import { severities } from '../../../../../src/shared/rules.ts';
import { anAgent } from '../../../../fakes/a-view.ts';

const sortAgents = (agents: readonly AgentView[], order: Partial<Order> = {}) =>
  sortBy(agents, {
    sort: 'attention',
    pinned: new Set(),
    names: rankNames(agents.map(({ user }) => user)),
    ...order,
  });
const usersOf = (agents: readonly AgentView[], order: Partial<Order> = {}) =>
  sortAgents(agents, order).map(({ user }) => user);

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

test('by time in state those longest in it come first, then the offline, then whose time is not known', () => {
  expect(
    usersOf(
      [
        anAgent({ user: 'waiting', phase: 'waiting', since: null }),
        anAgent({ user: 'offline', family: 'offline', since: { atMs: 1, atLeast: true } }),
        anAgent({ user: 'gone', family: 'offline', since: { atMs: 0, atLeast: true } }),
        anAgent({ user: 'late', severity: 'alarm', since: { atMs: 9, atLeast: false } }),
        anAgent({ user: 'early', since: { atMs: 2, atLeast: true } }),
        anAgent({ user: 'typo', phase: 'unknown', since: null }),
      ],
      { sort: 'longest' },
    ),
  ).toEqual(['early', 'late', 'gone', 'offline', 'typo', 'waiting']);
});

test('by name nothing but the name counts', () => {
  expect(
    usersOf(
      [
        anAgent({ user: 'zoe', severity: 'alarm' }),
        anAgent({ user: 'a10', family: 'dead' }),
        anAgent({ user: 'a9' }),
      ],
      { sort: 'name' },
    ),
  ).toEqual(['a9', 'a10', 'zoe']);
});

test.each(sorts)('pinned agents come first by %s, and keep that order among themselves', (sort) => {
  const agents = ['c', 'b', 'a', 'd'].map((user, index) =>
    anAgent({ user, since: { atMs: index, atLeast: false }, severity: user === 'b' ? 'alarm' : null }),
  );
  const free = usersOf(agents, { sort });
  const isPinned = (user: string) => 'da'.includes(user);
  expect(usersOf(agents, { sort, pinned: new Set(['d', 'a', 'nobody']) })).toEqual([
    ...free.filter(isPinned),
    ...free.filter((user) => !isPinned(user)),
  ]);
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

test('from what stood in that order before comes the same as from nothing', () => {
  const part = fc.record({
    family: fc.constantFrom(...families),
    severity: fc.constantFrom(...severities, null),
    since: fc.option(fc.record({ atMs: fc.integer({ min: 0, max: 3 }), atLeast: fc.boolean() })),
  });
  const floor = fc.array(part, { maxLength: 30 });
  const edits = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('change' as const), at: fc.nat(30), part }),
      fc.record({ kind: fc.constant('leave' as const), at: fc.nat(30) }),
      fc.record({ kind: fc.constant('come' as const), part }),
    ),
    { maxLength: 40 },
  );
  const pinned = new Set(['agent2', 'agent30']);
  fc.assert(
    fc.property(floor, edits, fc.constantFrom(...sorts), (parts, changes, sort) => {
      const before = parts.map((one, at) => anAgent({ ...one, user: `agent${at}` }));
      let after: readonly AgentView[] = before;
      for (const [number, change] of changes.entries()) {
        if (change.kind === 'come') after = after.concat(anAgent({ ...change.part, user: `new${number}` }));
        else if (change.kind === 'leave') after = after.filter((_, at) => at !== change.at);
        else after = after.map((agent, at) => (at === change.at ? { ...agent, ...change.part } : agent));
      }
      const names = rankNames([...before, ...after].map(({ user }) => user));
      const order = { sort, pinned, names };
      expect(sortBy(after, order, sortBy(before, order))).toEqual(sortBy(after, order));
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
