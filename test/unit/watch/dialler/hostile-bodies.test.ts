import { expect, test, vi } from 'vitest';
import { formats } from '../../../../src/shared/account.ts';
import { listAnswer, mostLevels, shortAnswer } from '../../../../src/watch/dialler/bounds.ts';
import { readingOf } from '../../../../src/watch/dialler/reading-of.ts';
import { parseReply } from '../../../../src/watch/dialler/reply.ts';
import { rosterOf } from '../../../../src/watch/dialler/roster.ts';
import { finishInSlices, inOneStep, type Steps } from '../../../../src/watch/dialler/steps.ts';
import { hostileBodies } from '../../../fuzz/hostile-bodies.ts';
import { parse, success } from './replies.ts';

const list = (data: unknown) => {
  const body = Buffer.from(success(data));
  return parseReply(
    body,
    { status: 200, format: 'json', nowWallMs: 0, bounds: listAnswer },
    function* (fields) {
      return fields === null ? null : yield* rosterOf(fields);
    },
  );
};

function run<T>(steps: Steps<T>): { readonly pauses: number; readonly result: T } {
  for (let pauses = 0; ; pauses += 1) {
    const step = steps.next();
    if (step.done === true) return { pauses, result: step.value };
  }
}

test.each(hostileBodies)('an answer about an agent, of $name, ends with few attempts at it', ({ make }) => {
  for (const format of formats) {
    const body = Buffer.from(make(shortAnswer.bytes));
    const native = vi.spyOn(JSON, 'parse');
    const answer = { status: 200, format, nowWallMs: 0 };
    const { pauses } = run(parseReply(body, answer, inOneStep(readingOf)));
    // Of the native parser only texts, names and numbers are wanted in a large body, each once.
    expect(native.mock.calls.length).toBeLessThanOrEqual(2 * shortAnswer.values);
    expect(native.mock.calls.reduce((sum, [text]) => sum + text.length, 0)).toBeLessThanOrEqual(body.length);
    expect(pauses).toBeLessThanOrEqual(shortAnswer.values / 500 + 4);
    native.mockRestore();
  }
});

const users = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ user: `agent${index}`, active: 'Y' }));

test('three thousand users are read in many short steps, all of them', () => {
  const { pauses, result } = run(list({ user_list: users(3_000) }));
  expect(result).toMatchObject({ ok: true, value: { said: { length: 3_000 } } });
  expect(pauses).toBeGreaterThan(40);
});

test('a list of more users than any floor has is refused', () => {
  expect(run(list(users(10_001))).result).toMatchObject({ error: { kind: 'unreadable' } });
});

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const padded = (data: string) =>
  `{"pad":"${'x'.repeat(20_000)}","result":"success","data":{"status":"READY","x":${data}}}`;

test.each([
  [nested(mostLevels - 1), true],
  [nested(mostLevels), false],
  [`[${'1,'.repeat(shortAnswer.values - 10)}1]`, true],
  [`[${'1,'.repeat(shortAnswer.values)}1]`, false],
  [`{${'"a":1,'.repeat(shortAnswer.keys - 1)}"b":1}`, true],
  [`{${'"a":1,'.repeat(shortAnswer.keys)}"b":1}`, false],
])('levels, values and names are counted: %#', (data, ok) => {
  expect(parse(padded(data)).ok).toBe(ok);
});

test('while a long answer is read, everything else has its turn, and nobody has to wait for its end', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  const wanted = () => {
    if (turns > 2) throw new Error('nobody wants it any longer');
  };
  const endless = (function* (): Steps<never> {
    for (;;) yield;
  })();
  await expect(finishInSlices(endless, wanted)).rejects.toThrow('nobody wants it any longer');
  clearInterval(timer);
});
