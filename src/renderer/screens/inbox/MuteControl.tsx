import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../shared/duration.ts';
import { muteSpans } from '../../../shared/mute.ts';
import { useNowMs, usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';

export function MuteControl() {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const mutedUntilMs = useView((view) => view.alerts.mutedUntilMs);
  return (
    <Group aria-label={t('inbox.mute.group')} className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <Icon name={mutedUntilMs === null ? 'bell' : 'bellOff'} className="size-4 text-muted" />
      {mutedUntilMs === null ? (
        <>
          <span className="mr-auto">{t('inbox.mute.label')}</span>
          {muteSpans.map((span) => (
            <Button
              key={span}
              aria-label={`${t('inbox.mute.label')}: ${t(`inbox.mute.${span}`)}`}
              onPress={() => void tell(api.mute({ span }))}
            >
              {t(`inbox.mute.${span}`)}
            </Button>
          ))}
        </>
      ) : (
        <>
          <span className="mr-auto font-medium tabular-nums">
            <MutedFor untilMs={mutedUntilMs} />
          </span>
          <Button onPress={() => void tell(api.mute({ span: null }))}>{t('inbox.mute.end')}</Button>
        </>
      )}
    </Group>
  );
}

/** Counted on the wall clock, which is the one a mute ends by. */
function MutedFor({ untilMs }: { readonly untilMs: number }) {
  const { t } = useTranslation();
  useNowMs();
  // Rounded up: the last second is not over yet.
  const leftMs = Math.ceil((untilMs - Date.now()) / 1_000) * 1_000;
  return <>{t('inbox.mute.muted', { time: formatDuration(leftMs) })}</>;
}
