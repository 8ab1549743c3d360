import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../shared/duration.ts';
import { useAccount, useNowMs, usePage, useView } from '../../context.ts';
import { Icon } from '../../parts/Icon.tsx';
import { SlimBar } from '../../parts/SlimBar.tsx';

/** The modes one should not forget to be in. */
export function Bars() {
  const account = useAccount();
  const isPresenting = useView((view) => view.preferences.isPresenting);
  const mutedUntilMs = useView((view) => view.alerts.mutedUntilMs);
  return (
    <>
      {account.isDemo ? <DemoBar /> : null}
      {isPresenting ? <PresentingBar /> : null}
      {mutedUntilMs === null ? null : <MutedBar untilMs={mutedUntilMs} />}
    </>
  );
}

function DemoBar() {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  return (
    <SlimBar action={t('agents.leaveDemo')} onAction={() => void tell(api.stopDemo())}>
      {t('agents.demoHint')}
    </SlimBar>
  );
}

function PresentingBar() {
  const { t } = useTranslation();
  const { editor } = usePage();
  return (
    <SlimBar
      action={t('agents.stop')}
      actionLabel={t('agents.stopPresenting')}
      onAction={() => void editor.edit(() => ({ isPresenting: false }))}
    >
      <Icon name="eyeOff" />
      <span>{t('agents.presenting')}</span>
    </SlimBar>
  );
}

function MutedBar({ untilMs }: { readonly untilMs: number }) {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  // The page's clock only ticks here: a mute ends on the wall clock.
  useNowMs();
  const leftMs = untilMs - Date.now();
  if (leftMs <= 0) return null;
  const time = formatDuration(Math.ceil(leftMs / 1_000) * 1_000);
  return (
    <SlimBar action={t('agents.unmute')} onAction={() => void tell(api.mute({ span: null }))}>
      <Icon name="bellOff" />
      <span>{t('agents.muted', { time })}</span>
    </SlimBar>
  );
}
