import { type KeyboardEvent, useCallback, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/shallow';
import type { AlertView } from '../../../shared/alert.ts';
import { usePage, useView } from '../../context.ts';
import { useTell } from '../../requests.ts';
import { AlertLine } from './AlertLine.tsx';

interface AlertListProps {
  readonly alerts: readonly AlertView[];
  readonly today: string;
  /** What is read leaves the list. */
  readonly isUnreadOnly: boolean;
  readonly onAgent: (user: string) => void;
}

/** Enough to fill the window; the others are drawn once nothing waits for it. */
const firstLines = 30;

/** The lines: one is reached by Tab, arrows, Home and End go from line to line. */
export function AlertList({ alerts: wanted, today, isUnreadOnly, onAgent }: AlertListProps) {
  const alerts = useDeferredValue(wanted, wanted.slice(0, firstLines));
  const { t } = useTranslation();
  const { api } = usePage();
  const tell = useTell();
  const list = useRef<HTMLUListElement>(null);
  const [lastId, setLastId] = useState<number | null>(null);
  const users = useView(useShallow((view) => view.agents.map(({ user }) => user)));
  const tabStop = alerts.some(({ id }) => id === lastId) ? lastId : alerts[0]?.id;

  const shownNow = useRef(alerts);
  shownNow.current = alerts;

  const focusLine = useCallback((id: number | undefined) => {
    if (id === undefined) return;
    const line = list.current?.querySelector<HTMLElement>(`[data-line="${id}"]`);
    line?.focus({ preventScroll: true });
    line?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const markRead = useCallback(
    async (alert: AlertView) => {
      const index = shownNow.current.findIndex(({ id }) => id === alert.id);
      const neighbour = shownNow.current[index + 1] ?? shownNow.current[index - 1];
      focusLine(alert.id);
      if (alert.isRead || !(await tell(api.acknowledge({ id: alert.id })))) return;
      // The line goes away, and the focus would go with it.
      if (isUnreadOnly) focusLine(neighbour?.id);
    },
    [api, tell, focusLine, isUnreadOnly],
  );

  const open = useCallback(
    (alert: AlertView) => {
      const { agentUser } = alert;
      if (agentUser === null || !users.includes(agentUser)) void markRead(alert);
      else {
        if (!alert.isRead) void tell(api.acknowledge({ id: alert.id }));
        onAgent(agentUser);
      }
    },
    [api, tell, markRead, onAgent, users],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const { line } = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (line === undefined) return;
    const index = alerts.findIndex(({ id }) => String(id) === line);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(index + 1, alerts.length - 1),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: alerts.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusLine(alerts[next]?.id);
  };

  return (
    <ul
      ref={list}
      aria-label={t('inbox.title')}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const { line } = event.target.dataset;
        if (line !== undefined) setLastId(Number(line));
      }}
    >
      {alerts.map((alert) => (
        <AlertLine
          key={alert.id}
          alert={alert}
          today={today}
          isTabStop={alert.id === tabStop}
          onOpen={open}
          onMarkRead={markRead}
        />
      ))}
    </ul>
  );
}
