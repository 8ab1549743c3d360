import { expect, test } from 'vitest';
import { keepInPlace } from '../../../../../src/renderer/screens/agents/keep-in-place.ts';

const before = {
  keys: [...'abcdef'],
  inSight: [...'cde'],
  isAtTop: false,
  focused: null,
  open: null,
};

test.each([
  ['someone above left', {}, 'bcdef', 'c'],
  ['someone above came', {}, 'axbcdef', 'c'],
  ['the first in sight left', {}, 'abdef', 'd'],
  ['rows changed places', {}, 'fabcde', null],
  ['nothing that was in sight is left', {}, 'abf', null],
  ['a row with the focus changed places', { focused: 'd' }, 'dfabce', 'd'],
  ['the row with the focus is gone', { focused: 'd' }, 'abcef', 'c'],
  ['the row with the focus is out of sight', { focused: 'f' }, 'fabcde', null],
  ['someone came at the top, which is in sight', { isAtTop: true, inSight: [...'abc'] }, 'xabcdef', null],
  [
    'the same, with the focus on a row',
    { isAtTop: true, inSight: [...'abc'], focused: 'b' },
    'xabcdef',
    null,
  ],
  [
    'the same, with that row open',
    { isAtTop: true, inSight: [...'abc'], focused: 'b', open: 'b' },
    'xabcdef',
    'b',
  ],
])('when %s, what stays in place is right', (_what, part, keys, kept) => {
  expect(keepInPlace({ ...before, ...part }, [...keys])).toBe(kept);
});
