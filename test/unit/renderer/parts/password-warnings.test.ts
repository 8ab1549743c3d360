import { expect, test } from 'vitest';
import { passwordWarnings } from '../../../../src/renderer/parts/password-warnings.ts';

test.each([
  ['Secret1', []],
  ['a-password-of-any-length-may-well-be-right', []],
  ['\ufeffSecret1', ['invisible-characters']],
  ['Secret1\u00a0', ['invisible-characters']],
  ['Sec\u200bret1', ['invisible-characters']],
  ['Secret1\t', ['invisible-characters']],
  ["'Secret1\u2028", ['stripped-characters', 'invisible-characters']],
  ["it's", ['stripped-characters']],
  ['say "hi"', ['stripped-characters']],
  ['semi;colon', ['stripped-characters']],
  ['two words', ['stripped-characters']],
  ['ñandú+&%=#', []],
  ['🔑🔑', []],
])('%j gets the warnings %j', (password, warnings) => {
  expect(passwordWarnings(password)).toEqual(warnings);
});
