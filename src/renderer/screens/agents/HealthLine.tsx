import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { WatchView } from '../../../shared/app-view.ts';
import type { Health } from '../../../shared/health.ts';
import { assertNever } from '../../../shared/result.ts';
import { useView } from '../../context.ts';
import { explainProblem } from '../../parts/explain.ts';
import { UnheardNote } from '../../parts/UnheardNote.tsx';

const dots: Readonly<Record<Health['kind'], string>> = {
  ok: 'bg-(--family-in-call)',
  connecting: 'bg-(--family-ringing) motion-safe:animate-pulse',
  failing: 'bg-danger',
  stopped: 'bg-danger',
  idle: 'bg-(--family-offline)',
  paused: 'bg-warning',
};

/** The connection in one line, apart from any agent's state. */
export function HealthLine() {
  const { t } = useTranslation();
  const health = useView((view) => view.health);
  const watch = useView((view) => view.watch);
  return (
    <div className="text-sm text-muted">
      <p role="status" className="inline-flex items-baseline gap-1.5">
        <span
          aria-hidden="true"
          className={`size-2 shrink-0 rounded-full forced-colors:hidden ${dots[health.kind]}`}
        />
        <span>
          {sentenceOf(t, health, watch)}
          {'problem' in health ? (
            <span className="sr-only">: {explainProblem(t, health.problem).title}</span>
          ) : null}
        </span>
      </p>
      <UnheardNote />
    </div>
  );
}

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
