import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { LastHeard, TimeInState } from '../../parts/Elapsed.tsx';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { AgentDetails } from './AgentDetails.tsx';

interface AgentRowProps {
  readonly agent: AgentView;
  readonly isOpen: boolean;
  /** Tab reaches one row; arrows go on from there. */
  readonly isTabStop: boolean;
  readonly onToggle: (user: string) => void;
  readonly onRemove: (user: string) => void;
}

export const AgentRow = memo(function AgentRow({
  agent,
  isOpen,
  isTabStop,
  onToggle,
  onRemove,
}: AgentRowProps) {
  const { t } = useTranslation();
  const detailsId = useId();
  return (
    <li className="border-b border-line last:border-b-0 data-open:bg-canvas" data-open={isOpen || undefined}>
      <div className="flex items-start">
        <button
          type="button"
          data-user={agent.user}
          tabIndex={isTabStop ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => onToggle(agent.user)}
          className="flex min-w-0 grow items-start gap-2.5 px-4 py-2 text-left -outline-offset-2 hover:bg-canvas"
        >
          <Mark agent={agent} />
          <span className="min-w-0 grow">
            <span className="block font-semibold wrap-anywhere">{agent.user}</span>
            <Summary agent={agent} />
          </span>
          <Times agent={agent} />
        </button>
        {agent.phase === 'unknown' ? (
          <IconButton
            icon="trash"
            label={`${t('agents.remove')}: ${agent.user}`}
            onPress={() => onRemove(agent.user)}
            className="mt-2 mr-3"
          />
        ) : null}
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen ? <AgentDetails agent={agent} onRemove={onRemove} /> : null}
      </div>
    </li>
  );
});

function Mark({ agent }: { readonly agent: AgentView }) {
  if (agent.phase === 'waiting') {
    return <span className="mt-0.5 size-7 shrink-0 rounded-lg bg-sunken motion-safe:animate-pulse" />;
  }
  if (agent.phase === 'unknown') {
    return (
      <span className="mt-0.5 grid size-7 shrink-0 place-items-center rounded-lg bg-warning/12 text-warning">
        <Icon name="warning" />
      </span>
    );
  }
  return (
    <span
      data-family={agent.family}
      className="mt-0.5 grid size-7 shrink-0 place-items-center rounded-lg bg-family/12"
    >
      <FamilyMark family={agent.family} />
    </span>
  );
}

/** The dialler's own words first, then what the call is about. */
function Summary({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  const problem =
    agent.problem === null ? null : (
      <span className="block text-sm text-danger">{t(`problem.${agent.problem}.title`)}</span>
    );
  if (agent.phase === 'waiting')
    return problem ?? <span className="block text-sm text-muted">{t('agents.waiting')}</span>;
  if (agent.phase === 'unknown')
    return <span className="block text-sm text-warning">{t('agents.unknown')}</span>;
  const number = agent.maskedInCallWith === '' ? agent.maskedCallerId : agent.maskedInCallWith;
  const facts = [agent.campaignName || agent.campaignId, number, agent.callType].filter(
    (fact) => fact !== '',
  );
  return (
    <>
      <span className="block text-sm wrap-anywhere">
        <span className={agent.status === '' ? 'text-muted' : ''}>
          {agent.status || t('agents.noLiveState')}
        </span>
        <span className="text-muted">{facts.map((fact) => `\u00a0· ${fact}`).join('')}</span>
      </span>
      {problem}
      {agent.staleSinceMs === null ? null : (
        <span className="block text-sm text-warning tabular-nums">
          <LastHeard atMs={agent.staleSinceMs} />
        </span>
      )}
    </>
  );
}

function Times({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  if (agent.phase !== 'known') return null;
  return (
    <span className="shrink-0 text-right">
      <span className="block font-medium tabular-nums">
        {agent.since === null ? ' ' : <TimeInState since={agent.since} />}
      </span>
      <span data-family={agent.family} className="block text-sm text-family">
        {t(`family.${agent.family}`)}
      </span>
    </span>
  );
}
