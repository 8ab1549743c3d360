import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import type { Severity } from '../../../shared/rules.ts';
import { passesFocusOn } from '../../parts/focus.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { AgentDetails } from './AgentDetails.tsx';
import { AgentSummary } from './AgentSummary.tsx';
import { AgentTimes } from './AgentTimes.tsx';
import { RowMarks } from './RowMarks.tsx';
import { StateMark } from './StateMark.tsx';
import { useRemoveAgent } from './use-remove-agent.ts';

interface AgentRowProps {
  /** An agent in several groups has a row in each. */
  readonly rowKey: string;
  readonly agent: AgentView;
  readonly isOpen: boolean;
  /** Tab reaches one row; arrows go on from there. */
  readonly isTabStop: boolean;
  readonly hasCard: boolean;
  readonly onToggle: (rowKey: string) => void;
}

const edges: Readonly<Record<Severity, string>> = { warning: 'bg-warning', alarm: 'bg-danger' };

export const AgentRow = memo(function AgentRow({
  rowKey,
  agent,
  isOpen,
  isTabStop,
  hasCard,
  onToggle,
}: AgentRowProps) {
  const { t } = useTranslation();
  const detailsId = useId();
  const remove = useRemoveAgent();
  const { severity } = agent;
  return (
    <>
      {severity === null ? null : (
        <span
          aria-hidden="true"
          className={`pointer-events-none absolute inset-y-0 left-0 w-1 ${edges[severity]}`}
        />
      )}
      <div className="flex items-start">
        <button
          ref={passesFocusOn}
          type="button"
          data-user={agent.user}
          tabIndex={isTabStop ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => onToggle(rowKey)}
          className="flex min-w-0 grow flex-wrap items-start gap-x-2.5 px-4 py-2 text-left -outline-offset-2 hover:bg-canvas"
        >
          <StateMark agent={agent} />
          <span className="min-w-0 grow basis-24">
            <span className="block wrap-anywhere">
              <span className="font-semibold">{agent.user}</span>
              <RowMarks agent={agent} />
            </span>
            <AgentSummary agent={agent} />
          </span>
          <AgentTimes agent={agent} />
        </button>
        {agent.phase === 'unknown' ? (
          <IconButton
            icon="trash"
            label={`${t('agents.remove')}: ${agent.user}`}
            onPress={() => void remove(agent.user)}
            className="mt-2 mr-3"
          />
        ) : null}
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen ? <AgentDetails agent={agent} hasCard={hasCard} /> : null}
      </div>
    </>
  );
});
