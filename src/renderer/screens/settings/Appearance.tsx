import { useTranslation } from 'react-i18next';
import { languages, themes } from '../../../shared/settings.ts';
import { Section } from '../../parts/Section.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { usePreferences } from '../../preferences.ts';

export function Appearance() {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  return (
    <Section title={t('settings.look')}>
      <Segmented
        label={t('settings.theme')}
        value={preferences.theme}
        options={themes.map((theme) => ({ value: theme, label: t(`settings.theme-${theme}`) }))}
        onChange={(theme) => void edit(() => ({ theme }))}
      />
      <Segmented
        label={t('settings.language')}
        value={preferences.language ?? 'system'}
        options={[
          { value: 'system', label: t('settings.language-system') },
          ...languages.map((value) => ({ value, label: t('settings.languageName', { lng: value }) })),
        ]}
        onChange={(chosen) => void edit(() => ({ language: chosen === 'system' ? null : chosen }))}
      />
    </Section>
  );
}
