import { expect, it } from 'vitest';
import { driftOf, type RosterUser, spellingOf } from '../../../src/shared/roster.ts';

const one = (user: string, isActive = true): RosterUser => ({ user, name: '', campaigns: [], isActive });

it.each([
  ['as they are', ['ana'], [one('ana')], []],
  ['inactive', ['ana', 'ben'], [one('ana', false), one('ben')], [{ kind: 'inactive', agentUser: 'ana' }]],
  ['gone', ['ana', 'ben'], [one('ben')], [{ kind: 'missing', agentUser: 'ana' }]],
  ['in another case', ['ana.ruiz'], [one('Ana.Ruiz')], []],
  ['inactive in another case', ['ana'], [one('Ana', false)], [{ kind: 'inactive', agentUser: 'ana' }]],
  ['anybody, when the list holds nobody', ['ana'], [], []],
  [
    'named as every object’s own fields',
    ['constructor'],
    [one('ana')],
    [{ kind: 'missing', agentUser: 'constructor' }],
  ],
])('watched agents are noticed when the dialler has them %s', (_name, watched, roster, drift) => {
  expect(driftOf(watched, roster)).toEqual(drift);
});

it('a name is spelt as the list spells it', () => {
  const spelling = spellingOf([one('Ana.Ruiz'), one('constructor')]);
  expect(['ana.ruiz', 'ANA.RUIZ', 'Constructor', 'zoe'].map(spelling)).toEqual([
    'Ana.Ruiz',
    'Ana.Ruiz',
    'constructor',
    'zoe',
  ]);
});
