import type { CrocoApi } from '../../../../src/shared/bridge.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { aTeam, people } from '../floor.ts';
import { inTurn, type Play, type Specimen, type Specimens } from '../specimen.ts';

const openRoster: Play = ({ press }, t) => press(t('roster.choose'));

const opened = (caption: string, getRoster: CrocoApi['getRoster']): Specimen => ({
  caption,
  answers: () => ({ getRoster }),
  play: openRoster,
});

const users = people.map(({ user, name, campaign }, index) => ({
  user,
  name: index === 1 ? 'María del Carmen Hernández Gutiérrez de la Torre' : name,
  campaigns: [campaign],
  isActive: index % 9 !== 8,
}));

/** By name, as the list is ordered. */
const firstActive = users.flatMap(({ name, isActive }) => (isActive ? [name] : [])).toSorted()[0] ?? '';

export const roster: Specimens = {
  'roster-loading': opened('The list is being fetched.', () => new Promise(() => undefined)),
  'roster-list': {
    caption: 'The dialler’s list, with some watched already and one chosen.',
    view: { agents: aTeam(2) },
    answers: () => ({ getRoster: async () => succeed({ users, ageMs: 240_000 }) }),
    play: inTurn(
      ({ press }, t) => press(t('agents.add')),
      openRoster,
      ({ press }) => press(firstActive),
    ),
  },
  'roster-nobody': opened('The list is empty.', async () => succeed({ users: [], ageMs: 0 })),
  'roster-refused': opened('This account may not read the list.', async () =>
    fail({ kind: 'dialler', problem: { kind: 'no-permission' } }),
  ),
};
