import { useTranslation } from 'react-i18next';
import { StepField } from '../../parts/StepField.tsx';

interface CountFieldProps {
  readonly count: number;
  readonly onChange: (count: number) => void;
}

/** As many agents as main lets a rule count. */
const mostAgents = 2_000;

export function CountField({ count, onChange }: CountFieldProps) {
  const { t } = useTranslation();
  return (
    <StepField
      label={t('rules.edit.atLeast')}
      less={t('rules.edit.fewer')}
      more={t('rules.edit.more')}
      value={count}
      min={1}
      max={mostAgents}
      onChange={onChange}
    />
  );
}
