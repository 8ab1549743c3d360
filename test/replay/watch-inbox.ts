import type { AppStore } from '../../src/main/state/store.ts';
import type { Alert, QuietReason } from '../../src/shared/alert.ts';
import type { Clock } from '../../src/watch/clock.ts';
import type { InboxEvent } from './recording.ts';

/** Writes down what happens to the inbox, by looking at nothing but the inbox. */
export function watchInbox(store: AppStore, clock: Clock, heardOfMs: (agentUser: string) => number | null) {
  const events: InboxEvent[] = [];
  const keptQuiet = new Map<QuietReason, number>();
  let inbox = store.getState().inbox;
  let lastQuietId = 0;

  store.follow((state) => {
    if (state.inbox !== inbox) compare(state.inbox);
    for (const { id, reason } of state.keptQuiet.slice(-100)) {
      if (id <= lastQuietId) continue;
      lastQuietId = id;
      keptQuiet.set(reason, (keptQuiet.get(reason) ?? 0) + 1);
    }
  });

  function compare(now: readonly Alert[]): void {
    const before = new Map(inbox.map((alert) => [alert.id, alert]));
    const after = new Set(now.map(({ id }) => id));
    const gone = inbox.filter(({ id }) => !after.has(id));
    inbox = now;
    for (const alert of now) {
      const old = before.get(alert.id);
      if (old === undefined) events.push(lineOf(alert, gone));
      else if (alert.count > old.count) {
        events.push({ kind: 'grown', atMs: clock.wallMs(), alert, by: alert.count - old.count });
      }
    }
  }

  function lineOf(alert: Alert, gone: readonly Alert[]): InboxEvent {
    // Any other line that went was the oldest of a full inbox.
    const replaced = gone.filter(
      ({ agentUser }) => alert.topic === 'short-calls' && agentUser === alert.agentUser,
    );
    const heardMs = alert.agentUser === null ? null : heardOfMs(alert.agentUser);
    return {
      kind: 'line',
      atMs: clock.wallMs(),
      alert,
      replacedIds: replaced.map(({ id }) => id),
      silentForMs: heardMs === null ? null : clock.nowMs() - heardMs,
    };
  }

  return { events, keptQuiet };
}
