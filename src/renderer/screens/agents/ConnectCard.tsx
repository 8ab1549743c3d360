import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { useView } from '../../context.ts';
import { TimeInState } from '../../parts/Elapsed.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { useGo } from '../../place.ts';
import { CallActions } from './CallActions.tsx';
import { callFacts } from './call-facts.ts';
import { StateMark } from './StateMark.tsx';

interface ConnectCardProps {
  readonly agent: AgentView;
  readonly onDismiss: () => void;
}

/** What a notification of a call leads to: who the customer is, and what to do about them. */
export function ConnectCard({ agent, onDismiss }: ConnectCardProps) {
  const { t } = useTranslation();
  const go = useGo();
  const titleId = useId();
  const isPresenting = useView((view) => view.preferences.isPresenting);
  const facts = callFacts(agent, isPresenting ? t('agents.numberHidden') : null);
  return (
    <section
      aria-labelledby={titleId}
      data-family="in-call"
      className="flex flex-col gap-2 rounded-lg border border-family bg-surface py-2 pr-1.5 pl-2.5"
    >
      <div className="flex flex-wrap items-start gap-x-2.5">
        <StateMark agent={agent} />
        <div className="min-w-0 grow basis-24">
          <h2 id={titleId} className="font-semibold wrap-anywhere">
            {t('alerts.title.call-connected', { agent: agent.user })}
          </h2>
          <p className="text-sm wrap-anywhere text-muted">
            {facts.length === 0 ? t('alerts.noDetails') : facts.join(' · ')}
          </p>
        </div>
        <span className="ml-auto shrink-0 font-medium tabular-nums">
          {agent.since === null ? null : <TimeInState since={agent.since} />}
        </span>
        <IconButton icon="close" label={t('popover.dismiss')} onPress={onDismiss} className="-mt-1" />
      </div>
      <CallActions agent={agent} onSetUpCrm={() => go('settings')} />
    </section>
  );
}
