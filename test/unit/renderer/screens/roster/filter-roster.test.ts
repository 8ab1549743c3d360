import { expect, it } from 'vitest';
import {
  campaignChoices,
  entriesOf,
  filterRoster,
  noRosterFilter,
} from '../../../../../src/renderer/screens/roster/filter-roster.ts';
import type { RosterUser } from '../../../../../src/shared/roster.ts';

const sales = { id: '44', name: 'VENTAS_HOGAR' };
const retention = { id: 'R1', name: 'RETENCIÓN' };
const users: readonly RosterUser[] = [
  { user: 'zoe', name: '', campaigns: [], isActive: true },
  { user: 'Ana.Ruiz', name: 'Ana Ruiz Peña', campaigns: [sales], isActive: true },
  { user: 'a10', name: 'Agente 10', campaigns: [retention, sales], isActive: true },
  { user: 'a9', name: 'Agente 9', campaigns: [retention], isActive: false },
];
const found = (filter: Partial<typeof noRosterFilter>) =>
  filterRoster(entriesOf(users), { ...noRosterFilter, ...filter }).map(({ user }) => user);

it('lists the active by name, and those without one by user', () => {
  expect(found({})).toEqual(['a10', 'Ana.Ruiz', 'zoe']);
  expect(found({ showsInactive: true })).toEqual(['a9', 'a10', 'Ana.Ruiz', 'zoe']);
});

it.each([
  ['PENA', ['Ana.Ruiz']],
  ['peña ana', ['Ana.Ruiz']],
  ['ruiz agente', []],
  ['retencion', ['a10']],
  ['44', ['a10', 'Ana.Ruiz']],
  ['  ', ['a10', 'Ana.Ruiz', 'zoe']],
  ['.*', []],
])('finds by name, user and campaign, without minding case or accents: %s', (query, expected) => {
  expect(found({ query })).toEqual(expected);
});

it('shows one campaign, in which a user may be among others', () => {
  expect(found({ campaign: '44' })).toEqual(['a10', 'Ana.Ruiz']);
  expect(found({ campaign: 'R1', showsInactive: true, query: '9' })).toEqual(['a9']);
});

it('offers each campaign once, and tells those of one name apart', () => {
  const twin = { id: '45', name: 'VENTAS_HOGAR' };
  const nameless = { id: '7', name: '' };
  const more = [{ user: 'x', name: '', campaigns: [twin, nameless], isActive: true }];
  expect(campaignChoices(users).map(({ label }) => label)).toEqual(['RETENCIÓN', 'VENTAS_HOGAR']);
  expect(campaignChoices([...users, ...more]).map(({ label }) => label)).toEqual([
    '7',
    'RETENCIÓN',
    'VENTAS_HOGAR (44)',
    'VENTAS_HOGAR (45)',
  ]);
});
