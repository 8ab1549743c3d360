import { useTranslation } from 'react-i18next';
import { TopBar } from '../../parts/TopBar.tsx';

export function Statuses({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('statuses.title')} onBack={onBack} />
    </main>
  );
}
