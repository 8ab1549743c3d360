import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldOrder } from '../../../../../src/renderer/screens/agents/held-order.ts';
import { anAgent } from '../../../../fakes/a-view.ts';

const agentsOf = (users: readonly string[]) => users.map((user) => anAgent({ user }));
const usersOf = (shown: readonly string[], right: readonly string[]) =>
  heldOrder(agentsOf(shown), agentsOf(right)).map(({ user }) => user);

describe('a held order', () => {
  it.each([
    ['takes someone new in after the one they come after', 'abc', 'cxab', 'abcx'],
    ['takes someone new in first when nobody comes before them', 'abc', 'xcab', 'xabc'],
    ['keeps several who are new together and in order', 'ab', 'bxya', 'abxy'],
  ])('%s', (_what, shown, right, held) => {
    expect(usersOf([...shown], [...right])).toEqual([...held]);
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
