import type { InboxView } from '../../shared/alert.ts';
import { textOf } from '../alerts/text.ts';
import type { Words } from '../app/words.ts';
import type { AppState } from '../state/store.ts';

/** The inbox in the language of the interface, newest first. */
export function inboxViewOf({ inbox, keptQuiet, settings, language }: AppState, words: Words): InboxView {
  const t = words.in(language);
  const showsNumber = !settings.isPresenting;
  return {
    alerts: inbox.toReversed().map((alert) => {
      const { id, atMs, topic, family, agentUser, isRead, quiet } = alert;
      return { id, atMs, topic, family, agentUser, isRead, quiet, ...textOf(alert, t, { showsNumber }) };
    }),
    keptQuiet: keptQuiet.toReversed().map(({ id, atMs, topic, agentUser, status, reason }) => {
      const what = t(`alerts.kept.${topic}`);
      return { id, atMs, agentUser, reason, title: status === '' ? what : `${what} · ${status}` };
    }),
  };
}
