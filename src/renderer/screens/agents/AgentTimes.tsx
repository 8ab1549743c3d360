import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { TimeInState } from '../../parts/Elapsed.tsx';
import { SeverityMark, severityText } from '../../parts/SeverityMark.tsx';
import { PauseAllowance } from './PauseAllowance.tsx';

/** How long in this state, and what the rules make of it; below, what is left of a limited pause. */
export function AgentTimes({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  const { phase, family, since, severity, limitMs } = agent;
  if (phase !== 'known') return null;
  const hasAllowance = limitMs !== null && since !== null;
  return (
    <span className="ml-auto shrink-0 text-right">
      <span
        className={`flex items-center justify-end gap-1 font-medium tabular-nums ${severity === null ? '' : severityText[severity]}`}
      >
        {severity === null ? null : <SeverityMark severity={severity} />}
        {since === null ? '\u00a0' : <TimeInState since={since} />}
      </span>
      <span data-family={family} className={hasAllowance ? 'sr-only' : 'block text-sm text-family'}>
        {t(`family.${family}`)}
      </span>
      {hasAllowance ? <PauseAllowance limitMs={limitMs} since={since} className="text-sm" /> : null}
    </span>
  );
}
