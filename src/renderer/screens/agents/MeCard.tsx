import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import type { Severity } from '../../../shared/rules.ts';
import { useView } from '../../context.ts';
import { LastHeard, TimeInState } from '../../parts/Elapsed.tsx';
import { SeverityMark, severityText } from '../../parts/SeverityMark.tsx';
import { CallActions } from './CallActions.tsx';
import { callFacts } from './call-facts.ts';
import { PauseAllowance } from './PauseAllowance.tsx';
import { StateMark } from './StateMark.tsx';

const borders: Readonly<Record<Severity, string>> = {
  warning: 'border-warning border-l-4 pl-[0.4375rem]',
  alarm: 'border-danger border-l-4 pl-[0.4375rem]',
};

/** My own state, to be read from a step away. */
export function MeCard({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  const isPresenting = useView((view) => view.preferences.isPresenting);
  const { severity, since, limitMs, staleSinceMs } = agent;
  const facts =
    agent.family === 'in-call' ? callFacts(agent, isPresenting ? t('agents.numberHidden') : null) : [];
  return (
    <section
      aria-label={t('agents.me.card', { agent: agent.user })}
      className={`flex flex-col gap-2 rounded-lg border bg-surface py-2 pr-2.5 ${severity === null ? 'border-line-strong pl-2.5' : borders[severity]}`}
    >
      <div className="flex flex-wrap items-center gap-x-2.5">
        <StateMark agent={agent} isLarge />
        <div className="min-w-0 grow basis-20">
          <p className="truncate text-sm text-muted">
            {t('agents.me.you')} · {agent.user}
          </p>
          <p className="line-clamp-2 text-[1.0625rem]/5.5 font-semibold wrap-anywhere">
            <MyState agent={agent} />
          </p>
          {staleSinceMs === null ? null : (
            <p className="text-sm text-warning tabular-nums">
              <LastHeard atMs={staleSinceMs} />
            </p>
          )}
        </div>
        {since === null || agent.phase !== 'known' ? null : (
          <div className={`ml-auto shrink-0 text-right ${severity === null ? '' : severityText[severity]}`}>
            <p className="flex items-center justify-end gap-1.5 text-[1.75rem]/8 font-semibold tabular-nums">
              {severity === null ? null : <SeverityMark severity={severity} className="size-4" />}
              <TimeInState since={since} />
            </p>
            {limitMs === null ? null : <PauseAllowance limitMs={limitMs} since={since} className="text-lg" />}
          </div>
        )}
      </div>
      {facts.length === 0 ? null : <p className="text-sm wrap-anywhere text-muted">{facts.join(' · ')}</p>}
      {agent.family === 'in-call' ? <CallActions agent={agent} /> : null}
    </section>
  );
}

function MyState({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  switch (agent.phase) {
    case 'waiting':
      return t('agents.waiting');
    case 'unknown':
      return t('agents.unknown');
    case 'known':
      return agent.label || agent.status || t('agents.noLiveState');
  }
}
