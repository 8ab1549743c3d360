import { useTranslation } from 'react-i18next';
import { CheckBox } from './CheckBox.tsx';
import type { RosterEntry } from './filter-roster.ts';

interface RosterRowProps {
  readonly id: string;
  readonly entry: RosterEntry;
  readonly isChosen: boolean;
  readonly isWatched: boolean;
  readonly isCurrent: boolean;
  readonly position: number;
  readonly total: number;
  readonly top: number;
  readonly height: number;
  readonly onPress: () => void;
}

export function RosterRow({ id, entry, isChosen, isWatched, isCurrent, ...at }: RosterRowProps) {
  const { t } = useTranslation();
  const { user, name, campaigns, isActive } = entry;
  const facts = [name === '' ? '' : user, ...campaigns.map((one) => one.name || one.id)];
  const mark = isWatched ? t('roster.watched') : isActive ? null : t('roster.inactive');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names this one as its current.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
    <div
      role="option"
      id={id}
      data-user={user}
      aria-selected={isChosen || isWatched}
      aria-disabled={isWatched}
      aria-posinset={at.position}
      aria-setsize={at.total}
      onClick={at.onPress}
      style={{ top: at.top, height: at.height }}
      className={`absolute inset-x-0 flex items-center gap-2.5 border-b border-line px-4 ${isWatched ? '' : 'hover:bg-sunken'} ${isCurrent ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent' : ''}`}
    >
      <span className={isWatched ? 'opacity-50' : ''}>
        <CheckBox isChecked={isChosen || isWatched} />
      </span>
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">{name || user}</span>
        <span className="block truncate text-sm text-muted">
          {facts.filter((fact) => fact !== '').join(' · ')}
        </span>
      </span>
      {mark === null ? null : <span className="shrink-0 text-sm text-muted">{mark}</span>}
    </div>
  );
}
