import { useTranslation } from 'react-i18next';
import type { RosterEntry } from './filter-roster.ts';

interface RosterRowProps {
  readonly entry: RosterEntry;
  readonly isWatched: boolean;
}

export function RosterRow({ entry, isWatched }: RosterRowProps) {
  const { t } = useTranslation();
  const { user, name, campaigns, isActive, role } = entry;
  const facts = [name === '' ? '' : user, ...campaigns.map((one) => one.name || one.id)];
  const roleMark = role === undefined ? null : t(`roster.role.${role}`);
  const mark = isWatched ? t('roster.watched') : isActive ? roleMark : t('roster.inactive');
  return (
    <>
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">{name || user}</span>
        <span className="block truncate text-sm text-muted">
          {facts.filter((fact) => fact !== '').join(' · ')}
        </span>
      </span>
      {mark === null ? null : <span className="shrink-0 text-sm text-muted">{mark}</span>}
    </>
  );
}
