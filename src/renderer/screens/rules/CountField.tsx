import { useTranslation } from 'react-i18next';
import { mostListedAgents } from '../../../shared/rules.ts';
import { StepField } from '../../parts/StepField.tsx';

interface CountFieldProps {
  readonly count: number;
  readonly onChange: (count: number) => void;
}

export function CountField({ count, onChange }: CountFieldProps) {
  const { t } = useTranslation();
  return (
    <StepField
      label={t('rules.edit.atLeast')}
      less={t('rules.edit.fewer')}
      more={t('rules.edit.more')}
      value={count}
      min={1}
      max={mostListedAgents}
      onChange={onChange}
    />
  );
}
