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

const at = (atMs: number, atLeast = false) => ({ since: { atMs, atLeast } });

test.each<[string, readonly (readonly [user: string, part?: Partial<AgentView>])[], Order['sort']?]>([
  [
    'worst by the rules, then unknown names, then by family, then longest, then by name, and last the waiting',
    [
      ['alarm-early', { family: 'paused', severity: 'alarm', ...at(5, true) }],
      ['alarm-late', { family: 'paused', severity: 'alarm', ...at(9) }],
      ['alarm-ready', { severity: 'alarm' }],
      ['warned-paused', { family: 'paused', severity: 'warning' }],
      ['warned-ready', { severity: 'warning' }],
      ['typo', { phase: 'unknown', family: 'offline' }],
      ['dead', { family: 'dead' }],
      ['paused-long', { family: 'paused', ...at(100, true) }],
      ['paused-a', { family: 'paused', ...at(500, true) }],
      ['paused-b', { family: 'paused', ...at(500) }],
      ['paused-unseen', { family: 'paused', since: null }],
      ['ready9'],
      ['ready10'],
      ['ready100'],
      ['offline', { family: 'offline', since: null }],
      ['waiting', { phase: 'waiting', family: 'offline' }],
    ],
  ],
  [
    'longest in their state, then the offline, then whose time is not known',
    [
      ['early', at(2, true)],
      ['late', { severity: 'alarm', ...at(9) }],
      ['gone', { family: 'offline', ...at(0, true) }],
      ['offline', { family: 'offline', ...at(1, true) }],
      ['typo', { phase: 'unknown', since: null }],
      ['waiting', { phase: 'waiting', since: null }],
    ],
    'longest',
  ],
  ['nothing but the name', [['a9'], ['a10', { family: 'dead' }], ['zoe', { severity: 'alarm' }]], 'name'],
])('the order is: %s', (_what, inOrder, sort = 'attention') => {
  const agents = inOrder.map(([user, part]) => anAgent({ user, ...part }));
  const users = inOrder.map(([user]) => user);
  expect(usersOf(agents, { sort })).toEqual(users);
  expect(usersOf(agents.toReversed(), { sort })).toEqual(users);
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
