import { useTranslation } from 'react-i18next';
import { useView } from '../../context.ts';
import { TopBar } from '../../parts/TopBar.tsx';
import { useGo } from '../../place.ts';
import { AccountSection } from './AccountSection.tsx';
import { Appearance } from './Appearance.tsx';
import { CrmLink } from './CrmLink.tsx';
import { Entry } from './Entry.tsx';
import { Help } from './Help.tsx';
import { Me } from './Me.tsx';
import { NotificationSection } from './NotificationSection.tsx';
import { NotifySwitches } from './NotifySwitches.tsx';
import { Privacy } from './Privacy.tsx';
import { QuietHours } from './QuietHours.tsx';
import { StoredPasswords } from './StoredPasswords.tsx';
import { Watching } from './Watching.tsx';

export function Settings() {
  const { t } = useTranslation();
  const go = useGo();
  const account = useView((view) => view.account);
  const version = useView((view) => view.appVersion);
  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('settings.title')} />
      <div className="relative flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 py-3">
        <NotifySwitches />
        <div className="flex shrink-0 flex-col divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
          <Entry title={t('rules.title')} hint={t('settings.rulesHint')} onPress={() => go('rules')} />
          <Entry
            title={t('statuses.title')}
            hint={t('settings.statusesHint')}
            onPress={() => go('statuses')}
          />
        </div>
        <QuietHours />
        <Privacy />
        <NotificationSection />
        <CrmLink />
        <Me />
        <Watching />
        <Appearance />
        {account === null ? null : <AccountSection account={account} />}
        <StoredPasswords />
        <Help />
        <p className="text-center text-sm text-muted">{t('settings.version', { version })}</p>
      </div>
    </main>
  );
}
