import { useTranslation } from 'react-i18next';
import { changeKinds } from '../../../shared/change.ts';
import { Section } from '../../parts/Section.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { usePreferences } from '../../preferences.ts';

export function NotifySwitches() {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  return (
    <Section title={t('settings.notify')}>
      {changeKinds.map((kind) => (
        <Switch
          key={kind}
          isSelected={preferences.notify[kind]}
          onChange={(isOn) => void edit(({ notify }) => ({ notify: { ...notify, [kind]: isOn } }))}
        >
          {t(`settings.notify-${kind}`)}
        </Switch>
      ))}
    </Section>
  );
}
