import { useTranslation } from 'react-i18next';
import { usePage } from '../../context.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';

/** In place of a page that could not be drawn. It needs nothing of the view, which may be what broke it. */
export function Crashed() {
  const { t } = useTranslation();
  const { api } = usePage();
  return (
    <main className="flex h-full flex-col justify-center gap-3 px-6">
      <h1 className="sr-only">{t('firstRun.title')}</h1>
      <Banner tone="danger" title={t('popover.crashed')}>
        {t('popover.crashedAdvice')}
      </Banner>
      <Button autoFocus className="self-center" onPress={() => void api.reloadPage()}>
        {t('popover.reload')}
      </Button>
    </main>
  );
}
