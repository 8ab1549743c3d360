import { expect, test } from 'vitest';
import { fuzzBridge } from '../fuzz/fuzz-bridge.ts';
import { fuzzFiles } from '../fuzz/fuzz-files.ts';
import { fuzzReplies } from '../fuzz/fuzz-replies.ts';

/** A taste of `npm run fuzz`. */
test('replies of any make are a reading or a problem of the closed set', () => {
  const figures = fuzzReplies(3_000, 11);
  expect(figures).toMatchObject({ replies: 3_000, throws: 0, strangers: 0 });
  // Of both kinds there have to be some, or nothing was tried.
  expect(figures.outcomes['reading']).toBeGreaterThan(100);
  expect(Object.keys(figures.outcomes).length).toBeGreaterThan(8);
});

test('messages outside the contract are refused, and those inside it are not', async () => {
  const { goodAccepted, goodSent, ...bad } = await fuzzBridge(2_000, 11);
  expect(goodAccepted).toBe(goodSent);
  expect(bad).toEqual({ messages: 2_000, accepted: 0, crashes: 0, strangersAnswered: 0 });
});

test('a bit that flips in a kept file is told, and the file kept as it was found', async () => {
  const { silentLosses, outcomes } = await fuzzFiles(150, 11);
  expect(silentLosses).toBe(0);
  expect(Object.keys(outcomes).length).toBeGreaterThan(4);
});
