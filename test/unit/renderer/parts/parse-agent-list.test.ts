import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAgentList } from '../../../../src/renderer/parts/parse-agent-list.ts';

test.each([
  ['', []],
  [' \n , ,\r\n', []],
  ['ana', ['ana']],
  ['ana, Bruno,luis', ['ana', 'Bruno', 'luis']],
  ['ana\nBruno\r\nluis\n', ['ana', 'Bruno', 'luis']],
  ['  ana.ruiz  ,\n\tBruno ', ['ana.ruiz', 'Bruno']],
  ['ana, Ana, ANA', ['ana', 'Ana', 'ANA']],
  ['ana, luis, ana', ['ana', 'luis']],
  ['ana.ruiz\tBruno\tluis', ['ana.ruiz', 'Bruno', 'luis']],
  ['\uFEFFana\u200B, \u202AB\u00ADruno\u202C, ana\u2060, \u200B', ['ana', 'Bruno']],
  ['Jhon Exp, 2222', ['Jhon Exp', '2222']],
])('%j names %j', (typed, names) => {
  expect(parseAgentList(typed)).toEqual(names);
});

test('what was parsed once parses to the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', ' ', ',', '\n', '\r', '\t', '\u200B', '.') }),
      (typed) => {
        const names = parseAgentList(typed);
        expect(parseAgentList(names.join('\n'))).toEqual(names);
      },
    ),
  );
});
