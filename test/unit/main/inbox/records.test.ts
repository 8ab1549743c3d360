import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../src/main/alerts/world.ts';
import { enter, markRead, restored } from '../../../../src/main/inbox/records.ts';
import { mostAlerts } from '../../../../src/shared/alert.ts';
import { anAlert } from '../../../fakes/an-alert.ts';

const told = (id: number, more: { replaces?: readonly number[]; count?: number } = {}): Decision => ({
  kind: 'tell',
  alert: anAlert(id, { count: more.count ?? 0 }),
  notify: 'at-once',
  replaces: more.replaces ?? [],
});
const entry = { atMs: 0, topic: 'call-ended', agentUser: 'ana', status: '', reason: 'switched-off' } as const;
const quiet = (id: number): Decision => ({ kind: 'keep-quiet', entry: { id, ...entry } });
const nothing = { inbox: [], keptQuiet: [] };
const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);
const upTo = <T>(count: number, make: (id: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index + 1));

describe('what was decided', () => {
  it('is entered in order, oldest first', () => {
    const { inbox, keptQuiet } = enter(nothing, [told(1), quiet(2), told(3), quiet(4)]);
    expect(inbox).toEqual([anAlert(1), anAlert(3)]);
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
    expect(inbox).toEqual([anAlert(1, { isRead: true }), anAlert(2, { count: 4 })]);
  });

  it('pushes the oldest out', () => {
    const { inbox, keptQuiet } = enter(nothing, [...upTo(mostAlerts + 3, told), ...upTo(600, quiet)]);
    expect(inbox).toHaveLength(mostAlerts);
    expect(inbox[0]?.id).toBe(4);
    expect(keptQuiet).toHaveLength(500);
    expect(keptQuiet[0]?.id).toBe(101);
  });

  it('leaves what it does not touch the same', () => {
    const before = enter(nothing, [told(1), quiet(2)]);
    const after = enter(before, [{ kind: 'notify-again', alertId: 1 }]);
    expect(after.inbox).toBe(before.inbox);
    expect(after.keptQuiet).toBe(before.keptQuiet);
    expect(enter(before, [quiet(3)]).inbox).toBe(before.inbox);
  });
});

it('what was cleared is put back before what came since, and the oldest goes', () => {
  const cleared = enter(nothing, [...upTo(mostAlerts, told), quiet(601)]);
  const { inbox, keptQuiet } = restored(cleared, enter(nothing, [told(602), quiet(603)]));
  expect(ids(inbox)).toEqual([...upTo(mostAlerts, (id) => id).slice(1), 602]);
  expect(ids(keptQuiet)).toEqual([601, 603]);
});

it('one line is read, or all of them, and nothing new to read leaves the same list', () => {
  const { inbox } = enter(nothing, [told(1), told(2)]);
  expect(markRead(inbox, 2)).toMatchObject([{ isRead: false }, { isRead: true }]);
  const read = markRead(inbox, null);
  expect(read).toMatchObject([{ isRead: true }, { isRead: true }]);
  expect(markRead(read, null)).toBe(read);
  expect(markRead(read, 1)).toBe(read);
  expect(markRead(inbox, 9)).toBe(inbox);
});
