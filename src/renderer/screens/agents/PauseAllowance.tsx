import { useTranslation } from 'react-i18next';
import type { Since } from '../../../shared/duration.ts';
import { useNowMs, useView } from '../../context.ts';
import { type Allowance, allowanceOf } from './allowance.ts';

interface PauseAllowanceProps {
  readonly limitMs: number;
  readonly since: Since;
  readonly className?: string;
}

const looks: Readonly<Record<Allowance['kind'], string>> = {
  left: 'text-muted',
  near: 'text-warning font-medium',
  over: 'text-danger font-semibold',
};

/** Counts down to the end of a limited pause, and on from there. */
export function PauseAllowance({ limitMs, since, className = '' }: PauseAllowanceProps) {
  const { t } = useTranslation();
  const warningMs = useView((view) => view.preferences.limitWarningMs);
  const { kind, time } = allowanceOf({ limitMs, since }, useNowMs(), warningMs);
  return (
    <span className={`block tabular-nums ${looks[kind]} ${className}`} data-allowance={kind}>
      {kind === 'over' ? time : t('agents.limit.left', { time })}
      {kind === 'over' ? <span className="sr-only"> {t('agents.limit.over')}</span> : null}
    </span>
  );
}
