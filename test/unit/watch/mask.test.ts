import { expect, test } from 'vitest';
import { maskNumber } from '../../../src/watch/mask.ts';

test.each([
  ['', ''],
  [' ', ''],
  ['123', '•••'],
  ['123456', '•••'],
  ['1234567', '•••4567'],
  ['15550100123', '•••0123'],
  ['+34 600 111 222', '•••1222'],
  ['(555) 010-0123', '•••0123'],
  ['1-2-3-4', '•••'],
  ['--', '•••'],
  ['15550100123@sip.example🙂123', '•••🙂123'],
  ['🙂🙂🙂🙂', '•••'],
])('"%s" is shown as "%s"', (number, masked) => {
  expect(maskNumber(number)).toBe(masked);
});
