import { useTranslation } from 'react-i18next';
import { backFrom, usePlace } from '../place.ts';
import { IconButton } from './IconButton.tsx';
import { ScreenTitle } from './ScreenTitle.tsx';

interface TopBarProps {
  readonly title: string;
  /** Where it leads to a place within the screen. */
  readonly onBack?: () => void;
}

/** Title and way back of every screen but the main one. */
export function TopBar({ title, onBack }: TopBarProps) {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  return (
    <header className="flex shrink-0 items-center gap-1 border-b border-line bg-surface px-2 py-1.5">
      <IconButton
        icon="back"
        label={t('popover.back')}
        onPress={onBack ?? (() => go(backFrom[place.screen]))}
      />
      <ScreenTitle className="text-lg font-semibold">{title}</ScreenTitle>
    </header>
  );
}
