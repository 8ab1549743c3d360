import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/shared/plain-text.ts';

test.each<[unknown, string]>([
  ['PAUSE - Café 日本 👩', 'PAUSE - Café 日本 👩'],
  [' IN CALL\r\n', 'IN CALL'],
  ['IN\u0000 CALL\u0007\u009f', 'IN CALL'],
  ['a\u202eb\u2066c\u200bd\ufeffe\u200ff', 'abcdef'],
  ['two\r\n\tlines', 'two lines'],
  ['\ud800x\udc00', 'x'],
  [12.5, '12.5'],
  [true, '1'],
  [false, ''],
  [null, ''],
  [undefined, ''],
  [['x'], ''],
  [{ toString: () => 'x' }, ''],
])('%j becomes "%s"', (value, expected) => {
  expect(plainText(value, 60)).toBe(expected);
});

test('a text is cut by whole characters, never through one', () => {
  expect(plainText('👩'.repeat(70), 60)).toBe('👩'.repeat(60));
  expect(plainText('x'.repeat(70), 60)).toBe('x'.repeat(60));
  expect(plainText(`${'x'.repeat(59)} y`, 60)).toBe('x'.repeat(59));
});

test('a cleaned text is clean: cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
      const once = plainText(text, 60);
      expect(plainText(once, 60)).toBe(once);
    }),
  );
});
