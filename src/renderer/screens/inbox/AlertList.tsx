import { useCallback, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertView } from '../../../shared/alert.ts';
import { useAgentUsers, usePage } from '../../context.ts';
import { useRowKeys } from '../../parts/use-row-keys.ts';
import { useGo } from '../../place.ts';
import { AlertLine } from './AlertLine.tsx';

interface AlertListProps {
  readonly alerts: readonly AlertView[];
  readonly today: string;
  /** What is read leaves the list. */
  readonly isUnreadOnly: boolean;
}

/** Enough to fill the window; the others are drawn once nothing waits for it. */
const firstLines = 30;

export function AlertList({ alerts: wanted, today, isUnreadOnly }: AlertListProps) {
  const alerts = useDeferredValue(wanted, wanted.slice(0, firstLines));
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const go = useGo();
  const users = useAgentUsers();
  const ids = useMemo(() => alerts.map(({ id }) => String(id)), [alerts]);
  const { tabStop, focusRow, neighbourOf, listProps } = useRowKeys('line', ids);

  const markRead = useCallback(
    async ({ id, isRead }: AlertView) => {
      const line = String(id);
      const neighbour = neighbourOf(line);
      focusRow(line);
      if (isRead || !(await tell(api.acknowledge({ id })))) return;
      // The line goes away, and the focus would go with it.
      if (isUnreadOnly) focusRow(neighbour);
    },
    [api, tell, focusRow, neighbourOf, isUnreadOnly],
  );

  const open = useCallback(
    (alert: AlertView) => {
      const { agentUser } = alert;
      if (agentUser === null || !users.includes(agentUser)) void markRead(alert);
      else {
        if (!alert.isRead) void tell(api.acknowledge({ id: alert.id }));
        go('home', agentUser);
      }
    },
    [api, tell, markRead, go, users],
  );

  return (
    <ul {...listProps} aria-label={t('inbox.title')}>
      {alerts.map((alert) => (
        <AlertLine
          key={alert.id}
          alert={alert}
          today={today}
          isTabStop={String(alert.id) === tabStop}
          onOpen={open}
          onMarkRead={markRead}
        />
      ))}
    </ul>
  );
}
