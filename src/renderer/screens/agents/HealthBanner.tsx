import { useTranslation } from 'react-i18next';
import { usePage, useView } from '../../context.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { CopyDiagnostics } from '../../parts/CopyDiagnostics.tsx';
import { RetryCountdown } from '../../parts/Elapsed.tsx';
import { explainProblem } from '../../parts/explain.ts';
import { ProxyLogin } from '../../parts/ProxyLogin.tsx';

/** Above the list while what it shows is not current: why, and what can be done. */
export function HealthBanner() {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const health = useView((view) => view.health);
  const isAnybodyKnown = useView(({ agents }) => agents.some(({ phase }) => phase === 'known'));
  if (health.kind === 'paused') {
    return (
      <Banner
        tone="warning"
        actions={
          <Button isSmall onPress={() => void tell(api.setPaused({ isPaused: false }))}>
            {t('agents.resume')}
          </Button>
        }
      >
        {t('agents.health.paused')}
      </Banner>
    );
  }
  if (health.kind !== 'failing' && health.kind !== 'stopped') return null;
  const { title, advice } = explainProblem(t, health.problem);
  return (
    <Banner tone="danger" title={title}>
      <p>{advice}</p>
      {health.problem.kind === 'proxy-login' ? <ProxyLogin /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="basis-full text-muted tabular-nums">
          {health.kind === 'failing' ? (
            <RetryCountdown retryAtMs={health.retryAtMs} />
          ) : (
            t('agents.health.stopped')
          )}
          {isAnybodyKnown ? ` ${t('agents.health.lastState')}` : ''}
        </p>
        <CopyDiagnostics isSmall look="quiet" className="-ml-2" />
        <Button isSmall onPress={() => void tell(api.refresh())}>
          {t('popover.tryAgain')}
        </Button>
      </div>
    </Banner>
  );
}
