import { describe, expect, it } from 'vitest';
import { membershipOf } from '../../../../../src/renderer/screens/agents/group-members.ts';
import {
  placeOf,
  plainItems,
  sectionItems,
  sectionsOf,
} from '../../../../../src/renderer/screens/agents/list-items.ts';
import type { Group } from '../../../../../src/shared/rules.ts';
import { anAgent } from '../../../../fakes/a-view.ts';

const groups: readonly Group[] = [
  { id: 'g1', name: 'Team A', colour: 'blue', agentUsers: ['ana', 'ana', 'gone'] },
  { id: 'g2', name: 'Empty', colour: 'teal', agentUsers: [] },
  { id: 'g3', name: 'Team C', colour: 'pink', agentUsers: ['ben', 'ana'] },
];
const agents = ['cleo', 'ben', 'ana'].map((user) => anAgent({ user }));
const membership = membershipOf(groups);
const sections = (more: Partial<Parameters<typeof sectionsOf>[1]> = {}) =>
  sectionsOf(agents, { groups, membership, collapsed: [], keepsEmpty: true, ...more });
const shape = (of: ReturnType<typeof sections>) =>
  of.map(({ group, agents: inIt }) => [group?.name ?? null, inIt.map(({ user }) => user).join()]);

describe('sections', () => {
  it('are the groups in their order, each with all its agents in theirs, and last who is in none', () => {
    expect(shape(sections())).toEqual([
      ['Team A', 'ana'],
      ['Empty', ''],
      ['Team C', 'ben,ana'],
      [null, 'cleo'],
    ]);
  });

  it('of nobody are left out of a search', () => {
    expect(shape(sections({ keepsEmpty: false })).map(([name]) => name)).toEqual(['Team A', 'Team C', null]);
  });

  it('have none for nobody without a group', () => {
    const only = sectionsOf(agents.slice(1), { groups, membership, collapsed: [], keepsEmpty: true });
    expect(only.map(({ group }) => group?.name)).toEqual(['Team A', 'Empty', 'Team C']);
  });
});

describe('the rows', () => {
  it('of a section that is folded away are not there', () => {
    const items = sectionItems(sections({ collapsed: ['g3', ''], keepsEmpty: false }));
    expect(items.map((item) => (item.kind === 'agent' ? item.agent.user : item.section.id))).toEqual([
      'g1',
      'ana',
      'g3',
      '',
    ]);
  });

  it('are found again where the sections became others', () => {
    const plain = plainItems(agents);
    const grouped = sectionItems(sections());
    const place = (items: typeof plain, key: string | null | undefined) => placeOf(items, key ?? null);
    expect(place(plain, 'ana')).toBe(2);
    expect(place(grouped, 'ana')).toBe(1);
    const secondAna = grouped[5]?.key;
    expect(place(grouped, secondAna)).toBe(5);
    expect(place(plain, secondAna)).toBe(2);
    expect(place(plain, grouped[0]?.key)).toBeUndefined();
    expect(place(grouped, 'zoe')).toBeUndefined();
    expect(place(grouped, null)).toBeUndefined();
  });
});
