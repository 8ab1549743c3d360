import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agentListProblem, parseAgentList } from '../../../../src/renderer/parts/parse-agent-list.ts';

test.each([
  ['', []],
  [' \n , ,\r\n', []],
  ['ana', ['ana']],
  ['ana, Bruno,luis', ['ana', 'Bruno', 'luis']],
  ['ana\nBruno\r\nluis\n', ['ana', 'Bruno', 'luis']],
  ['  ana.ruiz  ,\n\tBruno ', ['ana.ruiz', 'Bruno']],
  ['Ana, ana, ANA', ['Ana']],
  ['ana; Bruno|luis\u2028eva\u0085max\u2029', ['ana', 'Bruno', 'luis', 'eva', 'max']],
  ['"ana.ruiz","Bruno"\r\n"luis",""', ['ana.ruiz', 'Bruno', 'luis']],
  ["'007, =\"008\", “eva”, «max», 'ana'", ['007', '008', 'eva', 'max', 'ana']],
  ["O'Hara, Jhon\u00a0Exp\u00a0", ["O'Hara", 'Jhon Exp']],
  ['ana, luis, ana', ['ana', 'luis']],
  ['ana.ruiz\tBruno\tluis', ['ana.ruiz', 'Bruno', 'luis']],
  ['\uFEFFana\u200B, \u202AB\u00ADruno\u202C, ana\u2060, \u200B', ['ana', 'Bruno']],
  ['Jhon Exp, 2222', ['Jhon Exp', '2222']],
  ['" \'a', ['a']],
])('%j names %j', (typed, names) => {
  expect(parseAgentList(typed)).toEqual(names);
});

test('what was parsed once parses to the same', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', 'B', ' ', ',', ';', '"', "'", '=', '\u00a0', '\r', '\t', '\u200B', '.'),
      }),
      (typed) => {
        const names = parseAgentList(typed);
        expect(parseAgentList(names.join('\n'))).toEqual(names);
      },
    ),
  );
});

test.each([
  [2_000, 3, null],
  [2_001, 3, 'too-many'],
  [1, 100, null],
  [1, 101, 'too-long'],
])('%i names of %i characters: %s', (count, length, problem) => {
  expect(agentListProblem(Array.from({ length: count }, () => 'a'.repeat(length)))).toBe(problem);
});
