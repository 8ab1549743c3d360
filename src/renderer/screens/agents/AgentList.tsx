import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { AgentRow } from './AgentRow.tsx';

export interface AgentListHandle {
  readonly focusRow: (user: string) => void;
}

interface AgentListProps {
  readonly agents: readonly AgentView[];
  readonly openUser: string | null;
  readonly onToggle: (user: string) => void;
  readonly onRemove: (user: string) => void;
  readonly onWhyQuiet: (user: string) => void;
  readonly ref: Ref<AgentListHandle>;
}

/** The rows: one is reached by Tab, arrows, Home and End go from row to row. */
export function AgentList({ agents, openUser, onToggle, onRemove, onWhyQuiet, ref }: AgentListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [lastUser, setLastUser] = useState<string | null>(null);
  const tabStop = agents.some((agent) => agent.user === lastUser) ? lastUser : agents[0]?.user;

  const focusRow = useCallback((user: string | undefined) => {
    if (user === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-user="${CSS.escape(user)}"]`);
    row?.focus({ preventScroll: true });
    row?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, []);
  useImperativeHandle(ref, () => ({ focusRow }), [focusRow]);

  // An opened row shows whole, also when it is the last one in sight.
  useEffect(() => {
    if (openUser === null) return;
    const row = list.current?.querySelector(`[data-user="${CSS.escape(openUser)}"]`);
    row?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [openUser]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { user } = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (user === undefined) return;
    const index = agents.findIndex((agent) => agent.user === user);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(index + 1, agents.length - 1),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: agents.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(agents[next]?.user);
  };

  return (
    <ul
      ref={list}
      aria-label={t('agents.list')}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const { user } = event.target.dataset;
        if (user !== undefined) setLastUser(user);
      }}
    >
      {agents.map((agent) => (
        <AgentRow
          key={agent.user}
          agent={agent}
          isOpen={agent.user === openUser}
          isTabStop={agent.user === tabStop}
          onToggle={onToggle}
          onRemove={onRemove}
          onWhyQuiet={onWhyQuiet}
        />
      ))}
    </ul>
  );
}
