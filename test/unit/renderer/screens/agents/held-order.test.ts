import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Hand,
  heldOrder,
  holdLeftMs,
  longestHoldMs,
  quietMs,
} from '../../../../../src/renderer/screens/agents/held-order.ts';
import { anAgent } from '../../fake-croco.ts';

const agentsOf = (users: readonly string[]) => users.map((user) => anAgent({ user }));
const usersOf = (shown: readonly string[], right: readonly string[]) =>
  heldOrder(shown, agentsOf(right)).map(({ user }) => user);

describe('how long an order is held', () => {
  it.each<[string, Partial<Hand>, number | null, number]>([
    ['not at all with the hand elsewhere', { movedMs: 1_000 }, null, 0],
    ['while the pointer has just moved over it', { isOver: true, movedMs: 1_000 }, null, quietMs],
    ['while a row with the focus was just used', { hasFocus: true, movedMs: 1_000 }, 1_000, quietMs],
    ['for what is left of the quiet time', { isOver: true, movedMs: 400 }, 500, quietMs - 600],
    ['not under a pointer that has long been at rest', { isOver: true, movedMs: 1_000 - quietMs }, 0, 0],
    ['no longer than it may mislead', { isOver: true, movedMs: 1_000 }, 1_200 - longestHoldMs, 200],
    ['not when it has misled for too long', { isOver: true, movedMs: 1_000 }, 1_000 - longestHoldMs, 0],
  ])('%s', (_what, hand, behindSinceMs, leftMs) => {
    const whole: Hand = { isOver: false, hasFocus: false, movedMs: 0, ...hand };
    expect(holdLeftMs(whole, behindSinceMs, 1_000)).toBe(leftMs);
  });
});

describe('a held order', () => {
  it.each([
    ['stays as it is shown', 'abc', 'cab', 'abc'],
    ['closes where someone left', 'abc', 'ca', 'ac'],
    ['takes someone new in after the one they come after', 'abc', 'cxab', 'abcx'],
    ['takes someone new in first when nobody comes before them', 'abc', 'xcab', 'xabc'],
    ['keeps several who are new together and in order', 'ab', 'bxya', 'abxy'],
    ['has nobody left when all are gone', 'ab', '', ''],
  ])('%s', (_what, shown, right, held) => {
    expect(usersOf([...shown], [...right])).toEqual([...held]);
  });

  it('is the right one itself when nothing would move, so that nothing is drawn anew', () => {
    const agents = agentsOf(['a', 'b']);
    expect(heldOrder(['a', 'gone', 'b'], agents)).toBe(agents);
  });

  it('loses nobody, doubles nobody, and moves nobody who was shown', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(some, some, (shown, right) => {
        const held = usersOf(shown, right);
        expect(held.toSorted()).toEqual(right.toSorted());
        expect(held.filter((user) => shown.includes(user))).toEqual(
          shown.filter((user) => right.includes(user)),
        );
      }),
    );
  });
});
