import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppView, WatchView } from '../../shared/app-view.ts';
import type { Health } from '../../shared/health.ts';
import { assertNever } from '../../shared/result.ts';
import { useView } from '../context.ts';

export interface HealthInWords {
  readonly sentence: string;
  /** Connected as far as anybody knows, but the dialler has stopped answering about everybody. */
  readonly isSilent: boolean;
}

/** The connection in one sentence, alike wherever it is told. */
export function useHealth(): HealthInWords {
  const { t } = useTranslation();
  const health = useView((view) => view.health);
  const watch = useView((view) => view.watch);
  const isSilent = useView(isSilentIn);
  return { sentence: isSilent ? t('agents.health.silent') : sentenceOf(t, health, watch), isSilent };
}

const isSilentIn = ({ health, agents }: AppView): boolean =>
  health.kind === 'ok' &&
  agents.some(({ phase }) => phase === 'known') &&
  agents.every(({ phase, staleSinceMs }) => phase !== 'known' || staleSinceMs !== null);

function sentenceOf(t: TFunction, health: Health, watch: WatchView): string {
  switch (health.kind) {
    case 'idle':
    case 'connecting':
      return t(`agents.health.${health.kind}`);
    case 'ok': {
      const seconds = Math.round(watch.effectiveIntervalMs / 1_000);
      const most = Math.round(watch.slowestIntervalMs / 1_000);
      if (watch.slowedBy === null) return t('agents.health.ok', { seconds });
      const why = t(`agents.health.slow.${watch.slowedBy}`);
      // Quiet agents give more, and "each" has to hold for them, too.
      return most > seconds
        ? t('agents.health.stretchedMost', { seconds, most, why })
        : t('agents.health.stretched', { seconds, why });
    }
    case 'failing':
    case 'stopped':
      return t('agents.health.noConnection');
    case 'paused':
      return t('agents.pausedShort');
    default:
      return assertNever(health);
  }
}
