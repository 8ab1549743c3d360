import { useTranslation } from 'react-i18next';
import { useAccount, usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { useTell } from '../../requests.ts';
import { HealthLine } from './HealthLine.tsx';

interface HeaderProps {
  readonly onSettings: () => void;
  readonly onInbox: () => void;
}

export function Header({ onSettings, onInbox }: HeaderProps) {
  const { t } = useTranslation();
  const { api } = usePage();
  const tell = useTell();
  const account = useAccount();
  const isPaused = useView((view) => view.watch.isPaused);
  return (
    <header>
      {account.isDemo ? <DemoBar /> : null}
      <div className="flex items-start gap-2 pt-2.5 pr-2 pl-4">
        <div className="min-w-0 grow">
          <h1 tabIndex={-1} className="outline-none flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
            <span className="sr-only">{t('agents.title')}: </span>
            <span className="text-lg font-semibold">
              {account.isDemo ? t('agents.demoName') : account.host}
            </span>
            {account.isDemo ? null : <span className="text-sm text-muted">{account.apiUser}</span>}
          </h1>
          <HealthLine />
        </div>
        <div className="flex">
          <IconButton icon="refresh" label={t('agents.refresh')} onPress={() => void tell(api.refresh())} />
          <IconButton
            icon={isPaused ? 'play' : 'pause'}
            label={isPaused ? t('agents.resume') : t('agents.pause')}
            onPress={() => void tell(api.setPaused({ isPaused: !isPaused }))}
          />
          <IconButton icon="bell" label={t('inbox.title')} onPress={onInbox} />
          <IconButton icon="settings" label={t('agents.settings')} onPress={onSettings} />
        </div>
      </div>
    </header>
  );
}

function DemoBar() {
  const { t } = useTranslation();
  const { api } = usePage();
  const tell = useTell();
  return (
    <div className="flex items-center justify-between gap-2 border-b border-line bg-accent/12 py-1 pr-2 pl-4">
      <span>{t('agents.demoHint')}</span>
      <Button className="min-h-7 px-2 py-0" onPress={() => void tell(api.stopDemo())}>
        {t('agents.leaveDemo')}
      </Button>
    </div>
  );
}
