import { useTranslation } from 'react-i18next';
import { maxIntervalMs, minIntervalMs } from '../../shared/settings.ts';
import { StepField } from './StepField.tsx';

interface IntervalFieldProps {
  readonly intervalMs: number;
  readonly onChange: (intervalMs: number) => void;
}

export function IntervalField({ intervalMs, onChange }: IntervalFieldProps) {
  const { t } = useTranslation();
  return (
    <StepField
      label={t('connect.interval')}
      value={intervalMs / 1_000}
      min={minIntervalMs / 1_000}
      max={maxIntervalMs / 1_000}
      less={t('connect.less')}
      more={t('connect.more')}
      format={{ style: 'unit', unit: 'second', unitDisplay: 'short' }}
      onChange={(seconds) => onChange(seconds * 1_000)}
    />
  );
}
