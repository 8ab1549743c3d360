import type { Alert } from '../../shared/alert.ts';
import { type Moment, type Silence, silenceOf } from './silence.ts';

export interface ToShow {
  readonly wanted: readonly Alert[];
  /** What a switch set meanwhile keeps quiet, and which. */
  readonly silenced: readonly { readonly alert: Alert; readonly reason: Silence }[];
}

/** What of these lines is still to be shown at the moment it could be: not what was read or cleared meanwhile. */
export function stillToShow(alertIds: readonly number[], inbox: readonly Alert[], moment: Moment): ToShow {
  const unseen = inbox.filter(({ id, isRead }) => !isRead && alertIds.includes(id));
  const reasonOf = ({ agentUser, topic }: Alert) =>
    silenceOf(moment, { agentUser, isAskedFor: topic === 'tell-when' });
  return {
    wanted: unseen.filter((alert) => reasonOf(alert) === null),
    silenced: unseen.flatMap((alert) => {
      const reason = reasonOf(alert);
      return reason === null ? [] : [{ alert, reason }];
    }),
  };
}
