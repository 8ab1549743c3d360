import { useTranslation } from 'react-i18next';
import { longestProblemAfterMs } from '../../../shared/settings.ts';
import { useView } from '../../context.ts';
import { HintedSwitch } from '../../parts/HintedSwitch.tsx';
import { MinutesField } from '../../parts/MinutesField.tsx';
import { Section } from '../../parts/Section.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { usePreferences } from '../../preferences.ts';
import { TestNotification } from './TestNotification.tsx';

const problemAfterBounds = { min: 0, max: longestProblemAfterMs / 60_000 };

export function NotificationSection() {
  const { t } = useTranslation();
  const { preferences, edit, editSoon, flush } = usePreferences();
  const platform = useView((view) => view.platform);
  const sound = {
    isSelected: preferences.hasSound,
    onChange: (hasSound: boolean) => void edit(() => ({ hasSound })),
  };
  return (
    <Section title={t('settings.notifications')}>
      {platform === 'linux' ? (
        <HintedSwitch {...sound} hint={t('settings.soundOnLinux')}>
          {t('settings.sound')}
        </HintedSwitch>
      ) : (
        <Switch {...sound}>{t('settings.sound')}</Switch>
      )}
      <MinutesField
        label={t('settings.problemAfter')}
        hint={t('settings.problemAfterHint')}
        valueMs={preferences.problemAfterMs}
        bounds={problemAfterBounds}
        onChange={(problemAfterMs) => {
          if (problemAfterMs !== null) editSoon(() => ({ problemAfterMs }));
        }}
        onBlur={() => void flush()}
      />
      <HintedSwitch
        isSelected={preferences.foldsShortCalls}
        onChange={(foldsShortCalls) => void edit(() => ({ foldsShortCalls }))}
        hint={t('settings.foldsShortCallsHint')}
      >
        {t('settings.foldsShortCalls')}
      </HintedSwitch>
      <TestNotification />
    </Section>
  );
}
