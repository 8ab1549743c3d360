import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount, usePage, useView } from '../../context.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { ScreenTitle } from '../../parts/ScreenTitle.tsx';
import { useGo } from '../../place.ts';
import { Bars } from './Bars.tsx';
import { HealthLine } from './HealthLine.tsx';

export const Header = memo(function Header() {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const go = useGo();
  const account = useAccount();
  const isPaused = useView((view) => view.watch.isPaused);
  const unread = useView((view) => view.alerts.unread);
  const inbox = t('inbox.title');
  return (
    <header>
      <Bars />
      <div className="flex flex-wrap items-start gap-x-2 pt-2.5 pr-2 pl-4">
        <div className="min-w-0 grow basis-40">
          <ScreenTitle className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
            <span className="sr-only">{t('agents.title')}: </span>
            <span className="text-lg font-semibold">
              {account.isDemo ? t('agents.demoName') : account.host}
            </span>
            {account.isDemo ? null : <span className="text-sm text-muted">{account.apiUser}</span>}
          </ScreenTitle>
          <HealthLine />
        </div>
        <div className="ml-auto flex">
          <IconButton icon="refresh" label={t('agents.refresh')} onPress={() => void tell(api.refresh())} />
          <IconButton
            icon={isPaused ? 'play' : 'pause'}
            label={isPaused ? t('agents.resume') : t('agents.pause')}
            onPress={() => void tell(api.setPaused({ isPaused: !isPaused }))}
          />
          <IconButton
            icon="bell"
            label={unread === 0 ? inbox : t('agents.unread', { inbox, unread: badgeOf(unread) })}
            badge={unread === 0 ? null : badgeOf(unread)}
            onPress={() => go('inbox')}
          />
          <IconButton icon="settings" label={t('agents.settings')} onPress={() => go('settings')} />
        </div>
      </div>
    </header>
  );
});

const mostCounted = 99;

const badgeOf = (count: number): string => (count > mostCounted ? `${mostCounted}+` : String(count));
