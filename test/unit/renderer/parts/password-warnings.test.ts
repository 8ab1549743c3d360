import { expect, test } from 'vitest';
import { passwordWarnings } from '../../../../src/renderer/parts/password-warnings.ts';

test.each([
  ['Secret1', []],
  ['exactly-twenty-chars', []],
  ['twenty-one-characters', ['too-long']],
  ["it's", ['stripped-characters']],
  ['say "hi"', ['stripped-characters']],
  ['semi;colon', ['stripped-characters']],
  ['two words', ['stripped-characters']],
  ['a very long pass phrase; really', ['stripped-characters', 'too-long']],
  ['ñandú+&%=#', []],
  ['🔑'.repeat(20), []],
])('%j gets the warnings %j', (password, warnings) => {
  expect(passwordWarnings(password)).toEqual(warnings);
});
