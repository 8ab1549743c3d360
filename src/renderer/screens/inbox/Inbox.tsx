import { useTranslation } from 'react-i18next';
import { TopBar } from '../../parts/TopBar.tsx';

interface InboxProps {
  readonly onBack: () => void;
  readonly onAgent: (user: string) => void;
  /** Whose kept-quiet lines to show first; null for nobody's. */
  readonly quietAbout: string | null;
}

export function Inbox({ onBack }: InboxProps) {
  const { t } = useTranslation();
  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('inbox.title')} onBack={onBack} />
    </main>
  );
}
