import { useTranslation } from 'react-i18next';
import { TopBar } from '../../parts/TopBar.tsx';

export function Rules({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('rules.title')} onBack={onBack} />
    </main>
  );
}
