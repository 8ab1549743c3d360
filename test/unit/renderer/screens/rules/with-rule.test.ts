import { expect, test } from 'vitest';
import { withMembers, withPlaced } from '../../../../../src/renderer/screens/rules/with-rule.ts';

const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test.each([
  ['between others', [a, c], 1, [a, b, c]],
  ['at the end', [a, c], 2, [a, c, b]],
  ['beyond the end, when others left meanwhile', [a], 5, [a, b]],
  [
    'nowhere when it is there already, as once main has the edit that is still drawn',
    [a, c, b],
    1,
    [a, c, b],
  ],
])('something is put back %s', (_where, before, index, after) => {
  expect(withPlaced(before, b, index)).toEqual(after);
});

test.each([
  ['come last, and who is in keeps their place', ['b', 'a', 'c'], true, ['b', 'x', 'a', 'c']],
  ['leave', ['b', 'a', 'nobody'], false, ['x']],
])('members %s, the same when done twice', (_what, users, areIn, after) => {
  const once = withMembers(['b', 'x'], users, areIn);
  expect(once).toEqual(after);
  expect(withMembers(once, users, areIn)).toEqual(after);
});
