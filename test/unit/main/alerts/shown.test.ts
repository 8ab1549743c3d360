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

it('a summary is closed only with all the lines that it tells of', () => {
  const { shown, add, closed } = setUp();
  add('one', 1);
  add('summary', 2, 3);
  shown.close([1, 2]);
  expect(closed).toEqual(['one']);
  shown.close([2, 3]);
  expect(closed).toEqual(['one', 'summary', 'summary']);
});

it('the latest notification of a line is the one that is closed, and old ones are let go', () => {
  const { shown, add, closed } = setUp();
  for (const id of [1, 2, 3]) add(`first ${id}`, id);
  add('again 1', 1);
  add('four', 4);
  shown.close([1]);
  shown.close([2]);
  shown.close([3]);
  expect(closed).toEqual(['again 1', 'first 3']);
});
