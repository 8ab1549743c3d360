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
  ['15550100123@sip.example🙂123', '•••0123'],
  ['555,123,4567', '•••'],
  ['10.0.0.1:5060', '•••'],
  ['46.89.31.52', '•••3152'],
  ['1001', '•••'],
  ['Ana Ruiz', '•••'],
  ['anonymous', 'anonymous'],
  ['"Anonymous" <sip:anonymous@anonymous.invalid:5060>', 'Anonymous'],
  ['sip:anonymous@anonymous.invalid', 'anonymous'],
  ['Private number', 'Private number'],
  ['Número oculto', 'Número oculto'],
  ['"Anonymous" <sip:5551234567@host>', '•••4567'],
  ['🙂🙂🙂🙂', '•••'],
])('"%s" is shown as "%s"', (number, masked) => {
  expect(maskNumber(number)).toBe(masked);
});
