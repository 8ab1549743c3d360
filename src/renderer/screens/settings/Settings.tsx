import { useTranslation } from 'react-i18next';
import { changeKinds } from '../../../shared/change.ts';
import { type Preferences, themes } from '../../../shared/settings.ts';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { IntervalField } from '../../parts/IntervalField.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { TopBar } from '../../parts/TopBar.tsx';
import { useTell } from '../../requests.ts';
import { AccountSection } from './AccountSection.tsx';
import { Section } from './Section.tsx';

interface SettingsProps {
  readonly onBack: () => void;
  /** The account is not in use any more. */
  readonly onLeft: () => void;
  readonly onEdit: () => void;
  readonly onRules: () => void;
  readonly onStatuses: () => void;
}

export function Settings({ onBack, onLeft, onEdit, onRules, onStatuses }: SettingsProps) {
  const { t } = useTranslation();
  const { api } = usePage();
  const tell = useTell();
  const preferences = useView((view) => view.preferences);
  const account = useView((view) => view.account);
  const version = useView((view) => view.appVersion);
  const change = (part: Partial<Preferences>) => void tell(api.changePreferences({ change: part }));

  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('settings.title')} onBack={onBack} />
      <div className="relative flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 py-3">
        <Section title={t('settings.notify')}>
          {changeKinds.map((kind) => (
            <Switch
              key={kind}
              isSelected={preferences.notify[kind]}
              onChange={(isOn) => change({ notify: { ...preferences.notify, [kind]: isOn } })}
            >
              {t(`settings.notify-${kind}`)}
            </Switch>
          ))}
          <div className="flex flex-wrap gap-2">
            <Button onPress={onRules}>{t('rules.title')}</Button>
            <Button onPress={onStatuses}>{t('statuses.title')}</Button>
          </div>
        </Section>
        <Section title={t('settings.watching')}>
          <IntervalField
            intervalMs={preferences.intervalMs}
            onChange={(intervalMs) => change({ intervalMs })}
          />
        </Section>
        <Section title={t('settings.look')}>
          <Segmented
            label={t('settings.theme')}
            value={preferences.theme}
            options={themes.map((theme) => ({ value: theme, label: t(`settings.theme-${theme}`) }))}
            onChange={(theme) => change({ theme })}
          />
          <Segmented
            label={t('settings.language')}
            value={preferences.language ?? 'system'}
            options={[
              { value: 'system', label: t('settings.language-system') },
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
            onChange={(chosen) => change({ language: chosen === 'system' ? null : chosen })}
          />
        </Section>
        {account === null ? null : <AccountSection account={account} onEdit={onEdit} onLeft={onLeft} />}
        <p className="text-center text-sm text-muted">{t('settings.version', { version })}</p>
      </div>
    </main>
  );
}
