import { useTranslation } from 'react-i18next';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';

interface WaitingProps {
  readonly isUnreachable: boolean;
  readonly onRetry: () => void;
}

/** Before the first answer of the main process. */
export function Waiting({ isUnreachable, onRetry }: WaitingProps) {
  const { t } = useTranslation();
  if (isUnreachable) {
    return (
      <main className="flex h-full flex-col justify-center gap-3 px-6">
        <h1 className="sr-only">{t('firstRun.title')}</h1>
        <Banner tone="danger" title={t('popover.unreachable')} />
        <Button className="self-center" onPress={onRetry}>
          {t('popover.tryAgain')}
        </Button>
      </main>
    );
  }
  return (
    <main className="flex h-full flex-col gap-4 px-4 py-4">
      <h1 className="sr-only">{t('firstRun.title')}</h1>
      <p role="status" className="sr-only">
        {t('popover.loading')}
      </p>
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <div key={row} aria-hidden="true" className="flex items-center gap-2.5 motion-safe:animate-pulse">
          <span className="size-7 rounded-lg bg-sunken" />
          <span className="flex grow flex-col gap-1.5">
            <span className="h-3 w-1/3 rounded bg-sunken" />
            <span className="h-3 w-2/3 rounded bg-sunken" />
          </span>
        </div>
      ))}
    </main>
  );
}
