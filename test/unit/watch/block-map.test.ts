import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BlockMap } from '../../../src/watch/block-map.ts';

const someKey = fc.integer({ min: 0, max: 120 }).map((n) => `agent-${n}`);
const someEntries = fc.array(fc.tuple(someKey, fc.integer()), { maxLength: 150 });

const same = (map: BlockMap<number>, plain: ReadonlyMap<string, number>): void => {
  expect([...map]).toEqual([...plain]);
  expect([...map.keys()]).toEqual([...plain.keys()]);
  expect([...map.values()]).toEqual([...plain.values()]);
  expect(map.size).toBe(plain.size);
  for (const [key, value] of plain) expect([map.has(key), map.get(key)]).toEqual([true, value]);
  expect([map.has('nobody'), map.get('nobody')]).toEqual([false, undefined]);
};

it('holds what a map holds, in its order, through any changes, and leaves earlier versions as they were', () => {
  fc.assert(
    fc.property(someEntries, someEntries, (entries, changes) => {
      let map = BlockMap.from(entries);
      let plain = new Map(entries);
      for (const [key, value] of changes) {
        const [earlier, earlierPlain] = [map, plain];
        map = map.with(key, value);
        plain = new Map(plain).set(key, value);
        same(earlier, earlierPlain);
      }
      same(map, plain);
    }),
  );
});

it('tells who changed since another version of the same keys', () => {
  fc.assert(
    fc.property(someEntries, fc.array(fc.tuple(someKey, fc.integer())), (entries, changes) => {
      const before = BlockMap.from(entries);
      let after = before;
      for (const [key, value] of changes) if (before.has(key)) after = after.with(key, value);
      const different = [...before.keys()].filter((key) => before.get(key) !== after.get(key));
      expect(after.changedSince(before)).toEqual(new Set(different));
    }),
  );
});

it('cannot tell who changed since a map of other keys', () => {
  const before = BlockMap.from([['ana', 1]]);
  expect(before.with('ben', 2).changedSince(before)).toBeNull();
});
