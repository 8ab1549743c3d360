import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlerts } from '../../../../src/main/alerts/alerts.ts';
import { createWords } from '../../../../src/main/app/words.ts';
import { enter, markRead, restored } from '../../../../src/main/inbox/records.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Alert, KeptQuiet } from '../../../../src/shared/alert.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const entry = (id: number): KeptQuiet => ({
  id,
  atMs: 0,
  topic: 'call-ended',
  agentUser: 'ana',
  status: '',
  reason: 'switched-off',
});
const tell = (alert: Alert, replaces: readonly number[] = []) =>
  ({ kind: 'tell', alert, notify: 'at-once', replaces }) as const;
const idsOf = (lines: readonly { readonly id: number }[]) => lines.map(({ id }) => id);

describe('entering what was decided', () => {
  const nothing = { inbox: [], keptQuiet: [] };

  it('appends lines, and reasons against', () => {
    const after = enter(nothing, [
      tell(anAlert(1)),
      { kind: 'keep-quiet', entry: entry(2) },
      tell(anAlert(3)),
    ]);
    expect(after).toEqual({ inbox: [anAlert(1), anAlert(3)], keptQuiet: [entry(2)] });
  });

  it('lets a line take the place of others, and grow, which is news again', () => {
    const inbox = [anAlert(1, { isRead: true }), anAlert(2), anAlert(3, { isRead: true, count: 3 })];
    const after = enter({ ...nothing, inbox }, [
      tell(anAlert(4), [1, 2]),
      { kind: 'grow', alertId: 3, count: 4 },
      { kind: 'grow', alertId: 99, count: 4 },
    ]);
    expect(after.inbox).toEqual([anAlert(3, { count: 4 }), anAlert(4)]);
  });

  it('keeps the newest 500 of both', () => {
    let records: { inbox: readonly Alert[]; keptQuiet: readonly KeptQuiet[] } = nothing;
    for (let id = 1; id <= 1_202; id += 2) {
      records = enter(records, [tell(anAlert(id)), { kind: 'keep-quiet', entry: entry(id + 1) }]);
    }
    expect(records.inbox).toHaveLength(500);
    expect(records.keptQuiet).toHaveLength(500);
    expect([records.inbox.at(-1)?.id, records.keptQuiet.at(-1)?.id]).toEqual([1_201, 1_202]);
  });

  it('is the same inbox while nothing is read that was not', () => {
    const inbox = [anAlert(1, { isRead: true })];
    expect(markRead(inbox, null)).toBe(inbox);
    expect(markRead(inbox, 99)).toBe(inbox);
    expect(markRead([anAlert(1), anAlert(2)], 2)).toEqual([anAlert(1), anAlert(2, { isRead: true })]);
  });

  it('puts back what was cleared before what came since, and still no more than 500', () => {
    const cleared = { inbox: Array.from({ length: 500 }, (_, i) => anAlert(i + 1)), keptQuiet: [entry(501)] };
    const after = restored(cleared, { inbox: [anAlert(502)], keptQuiet: [entry(503)] });
    expect(after.inbox).toHaveLength(500);
    expect([after.inbox[0]?.id, after.inbox.at(-1)?.id]).toEqual([2, 502]);
    expect(idsOf(after.keptQuiet)).toEqual([501, 503]);
  });
});

describe('clearing the inbox', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function setUp() {
    const inbox = [anAlert(1), anAlert(2, { isRead: true })];
    const store = createAppStore({ inbox, keptQuiet: [entry(3)] });
    const alerts = createAlerts({
      store,
      words: createWords(),
      clock: { nowMs: () => performance.now(), wallMs: () => Date.now() },
      log: createQuietLog(),
      show: () => ({ close: () => undefined }),
      idleMs: () => 0,
    });
    return { store, alerts, state: () => store.getState() };
  }

  it('is done at once, and can be undone, with what came meanwhile kept', () => {
    const { store, alerts, state } = setUp();
    alerts.clear();
    expect(state()).toMatchObject({ inbox: [], keptQuiet: [] });
    store.setState({ inbox: [anAlert(4)] });
    const { inboxRevision } = state();
    alerts.restore();
    expect(state().inbox).toEqual([anAlert(1), anAlert(2, { isRead: true }), anAlert(4)]);
    expect(state().keptQuiet).toEqual([entry(3)]);
    expect(state().inboxRevision).toBeGreaterThan(inboxRevision);
  });

  it('is undone once', () => {
    const { alerts, state } = setUp();
    alerts.clear();
    alerts.restore();
    alerts.restore();
    expect(idsOf(state().inbox)).toEqual([1, 2]);
  });

  it('that never was brings nothing', () => {
    const { alerts, state } = setUp();
    alerts.restore();
    expect(idsOf(state().inbox)).toEqual([1, 2]);
  });
});
