import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../src/main/alerts/world.ts';
import { enter, markRead } from '../../../../src/main/inbox/records.ts';
import { mostAlerts } from '../../../../src/shared/alert.ts';
import { anAlert } from '../../../fakes/alert-world.ts';

const told = (id: number, more: { replaces?: readonly number[]; count?: number } = {}): Decision => ({
  kind: 'tell',
  alert: anAlert({ id, count: more.count ?? 0 }),
  notify: 'at-once',
  replaces: more.replaces ?? [],
});
const quiet = (id: number): Decision => ({
  kind: 'keep-quiet',
  entry: { id, atMs: 0, topic: 'call-ended', agentUser: 'ana', status: '', reason: 'switched-off' },
});
const nothing = { inbox: [], keptQuiet: [] };
const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);

describe('what was decided', () => {
  it('is entered in order, oldest first', () => {
    const { inbox, keptQuiet } = enter(nothing, [told(1), quiet(2), told(3), quiet(4)]);
    expect(ids(inbox)).toEqual([1, 3]);
    expect(ids(keptQuiet)).toEqual([2, 4]);
  });

  it('takes the place of the lines it replaces', () => {
    const { inbox } = enter(nothing, [told(1), told(2), told(3), told(4, { replaces: [1, 3] })]);
    expect(ids(inbox)).toEqual([2, 4]);
  });

  it('grows a line that is there, which is then unread, and no other', () => {
    const before = enter(nothing, [told(1), told(2, { count: 3 })]);
    const read = { ...before, inbox: markRead(before.inbox, null) };
    const { inbox } = enter(read, [
      { kind: 'grow', alertId: 2, count: 4 },
      { kind: 'grow', alertId: 9, count: 4 },
    ]);
    expect(inbox).toMatchObject([
      { id: 1, isRead: true },
      { id: 2, count: 4, isRead: false },
    ]);
  });

  it('pushes the oldest out', () => {
    const many = Array.from({ length: mostAlerts + 3 }, (_, index) => told(index + 1));
    const { inbox } = enter(nothing, many);
    expect(inbox).toHaveLength(mostAlerts);
    expect(inbox[0]?.id).toBe(4);
    const quietOnes = enter(
      nothing,
      Array.from({ length: 600 }, (_, index) => quiet(index + 1)),
    );
    expect(quietOnes.keptQuiet).toHaveLength(500);
  });

  it('leaves what it does not touch the same', () => {
    const before = enter(nothing, [told(1), quiet(2)]);
    const after = enter(before, [{ kind: 'notify-again', alertId: 1 }]);
    expect(after.inbox).toBe(before.inbox);
    expect(after.keptQuiet).toBe(before.keptQuiet);
    expect(enter(before, [quiet(3)]).inbox).toBe(before.inbox);
  });
});

describe('reading', () => {
  const { inbox } = enter(nothing, [told(1), told(2)]);

  it('one line or all of them', () => {
    expect(markRead(inbox, 2)).toMatchObject([{ isRead: false }, { isRead: true }]);
    expect(markRead(inbox, null)).toMatchObject([{ isRead: true }, { isRead: true }]);
  });

  it('nothing new leaves the same list', () => {
    const read = markRead(inbox, null);
    expect(markRead(read, null)).toBe(read);
    expect(markRead(read, 1)).toBe(read);
    expect(markRead(inbox, 9)).toBe(inbox);
  });
});
