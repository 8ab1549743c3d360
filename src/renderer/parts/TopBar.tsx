import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';

/** Title and way back of every screen but the main one. */
export function TopBar({ title, onBack }: { readonly title: string; readonly onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <header className="flex shrink-0 items-center gap-1 border-b border-line bg-surface px-2 py-1.5">
      <IconButton icon="back" label={t('popover.back')} onPress={onBack} />
      <h1 tabIndex={-1} className="text-lg font-semibold outline-none">
        {title}
      </h1>
    </header>
  );
}
