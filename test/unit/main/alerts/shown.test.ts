import { expect, it } from 'vitest';
import { createShown } from '../../../../src/main/alerts/shown.ts';

function setUp() {
  const closed: string[] = [];
  const shown = createShown(3);
  return {
    closed,
    shown,
    add: (name: string, ...ids: number[]) => shown.add(ids, { close: () => closed.push(name) }),
  };
}

it('a summary is closed only when nobody needs any of the lines that it tells of', () => {
  const { shown, add, closed } = setUp();
  add('one', 1);
  add('summary', 2, 3);
  shown.done([1, 2]);
  expect(closed).toEqual(['one']);
  shown.done([3]);
  shown.done([2, 3]);
  expect(closed).toEqual(['one', 'summary']);
});

it('what was closed is closed once, all are closed together, and old ones are let go', () => {
  const { shown, add, closed } = setUp();
  for (const id of [1, 2, 3]) add(`first ${id}`, id);
  add('four', 4).close();
  add('five', 5);
  shown.clear();
  expect(closed).toEqual(['four', 'first 2', 'first 3', 'five']);
});
