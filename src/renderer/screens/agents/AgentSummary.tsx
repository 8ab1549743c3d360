import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { useView } from '../../context.ts';
import { LastHeard } from '../../parts/Elapsed.tsx';
import { ownProblem } from '../../parts/explain.ts';
import { callFacts } from './call-facts.ts';

/** The state in the words of the user or else the dialler, then what the call is about. */
export function AgentSummary({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  const isPresenting = useView((view) => view.preferences.isPresenting);
  const problem =
    agent.problem === null ? null : (
      <span className="block text-sm text-danger">{ownProblem(t, agent.problem)}</span>
    );
  if (agent.phase === 'waiting')
    return problem ?? <span className="block text-sm text-muted">{t('agents.waiting')}</span>;
  if (agent.phase === 'unknown')
    return <span className="block text-sm text-warning">{t('agents.unknown')}</span>;
  const facts = callFacts(agent, isPresenting ? t('agents.numberHidden') : null);
  const status = agent.label || agent.status;
  return (
    <>
      <span className="block text-sm wrap-anywhere">
        <span className={status === '' ? 'text-muted' : ''}>{status || t('agents.noLiveState')}</span>
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
