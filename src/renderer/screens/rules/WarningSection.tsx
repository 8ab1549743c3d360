import { useTranslation } from 'react-i18next';
import { longestLimitWarningMs } from '../../../shared/settings.ts';
import { Section } from '../../parts/Section.tsx';
import type { PartProps } from './part-props.ts';
import { TimeRow } from './TimeRow.tsx';

export function WarningSection({ preferences, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('rules.warning.title')}>
      <TimeRow
        label={t('rules.warning.label')}
        valueMs={preferences.limitWarningMs}
        maxMs={longestLimitWarningMs}
        onChange={(limitWarningMs) => change(() => ({ limitWarningMs }))}
      />
      <p className="text-sm text-muted">{t('rules.warning.hint')}</p>
    </Section>
  );
}
