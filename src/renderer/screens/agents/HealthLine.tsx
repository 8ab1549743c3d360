import { useTranslation } from 'react-i18next';
import type { Health } from '../../../shared/health.ts';
import { useView } from '../../context.ts';
import { explainProblem } from '../../parts/explain.ts';
import { UnheardNote } from '../../parts/UnheardNote.tsx';
import { useHealth } from '../../parts/use-health.ts';

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
  const { sentence, isSilent } = useHealth();
  return (
    <div className="text-sm text-muted">
      <p role="status" className="inline-flex items-baseline gap-1.5">
        <span
          aria-hidden="true"
          className={`size-2 shrink-0 rounded-full forced-colors:hidden ${isSilent ? dots.failing : dots[health.kind]}`}
        />
        <span>
          {sentence}
          {'problem' in health ? (
            <span className="sr-only">: {explainProblem(t, health.problem).title}</span>
          ) : null}
        </span>
      </p>
      {isSilent ? null : <UnheardNote />}
    </div>
  );
}
