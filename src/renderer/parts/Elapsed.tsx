import { useTranslation } from 'react-i18next';
import { formatDuration, formatSince, type Since } from '../../shared/duration.ts';
import { useNowMs } from '../context.ts';

/** The only parts that are drawn every second. */
export function TimeInState({ since }: { readonly since: Since }) {
  return <>{formatSince(since, useNowMs())}</>;
}

export function LastHeard({ atMs }: { readonly atMs: number }) {
  const { t } = useTranslation();
  return <>{t('agents.lastHeard', { time: formatDuration(useNowMs() - atMs) })}</>;
}

export function RetryCountdown({ retryAtMs }: { readonly retryAtMs: number }) {
  const { t } = useTranslation();
  const leftMs = retryAtMs - useNowMs();
  // Rounded up: "in 0:00" would be a moment that never ends.
  const time = formatDuration(Math.ceil(leftMs / 1_000) * 1_000);
  return <>{leftMs <= 0 ? t('agents.health.failingNow') : t('agents.health.failing', { time })}</>;
}
