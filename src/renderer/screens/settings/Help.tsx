import { useTranslation } from 'react-i18next';
import { CopyDiagnostics } from '../../parts/CopyDiagnostics.tsx';
import { Section } from '../../parts/Section.tsx';

export function Help() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.help')}>
      <p className="text-sm text-muted">{t('settings.diagnosticsHint')}</p>
      <CopyDiagnostics className="self-start" />
    </Section>
  );
}
