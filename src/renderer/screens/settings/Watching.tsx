import { useTranslation } from 'react-i18next';
import { IntervalField } from '../../parts/IntervalField.tsx';
import { usePreferences } from '../../preferences.ts';
import { Section } from './Section.tsx';

export function Watching() {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  return (
    <Section title={t('settings.watching')}>
      <IntervalField
        intervalMs={preferences.intervalMs}
        onChange={(intervalMs) => void edit(() => ({ intervalMs }))}
      />
    </Section>
  );
}
