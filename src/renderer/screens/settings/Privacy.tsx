import { useTranslation } from 'react-i18next';
import { HintedSwitch } from '../../parts/HintedSwitch.tsx';
import { Section } from '../../parts/Section.tsx';
import { usePreferences } from '../../preferences.ts';

export function Privacy() {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  return (
    <Section title={t('settings.privacy')}>
      <HintedSwitch
        hint={t('settings.presentingHint')}
        isSelected={preferences.isPresenting}
        onChange={(isPresenting) => void edit(() => ({ isPresenting }))}
      >
        {t('settings.presenting')}
      </HintedSwitch>
      <HintedSwitch
        hint={t('settings.hidesNumbersHint')}
        isSelected={preferences.hidesNumbers}
        onChange={(hidesNumbers) => void edit(() => ({ hidesNumbers }))}
      >
        {t('settings.hidesNumbers')}
      </HintedSwitch>
    </Section>
  );
}
