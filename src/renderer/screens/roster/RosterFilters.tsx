import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterUser } from '../../../shared/roster.ts';
import { SearchBox } from '../../parts/SearchBox.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { campaignChoices, type RosterFilter } from './filter-roster.ts';

interface RosterFiltersProps {
  readonly users: readonly RosterUser[];
  readonly filter: RosterFilter;
  readonly onChange: (filter: RosterFilter) => void;
  readonly onDown: () => void;
}

export function RosterFilters({ users, filter, onChange, onDown }: RosterFiltersProps) {
  const { t } = useTranslation();
  const choices = useMemo(() => campaignChoices(users), [users]);
  const hasInactive = useMemo(() => users.some(({ isActive }) => !isActive), [users]);
  return (
    <>
      {/* From the field, Down goes into the list. */}
      <div
        onKeyDownCapture={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
        className="flex"
      >
        <SearchBox
          label={t('roster.search')}
          hint={t('roster.searchHint')}
          query={filter.query}
          onChange={(query) => onChange({ ...filter, query })}
        />
      </div>
      {choices.length > 1 || hasInactive ? (
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          {choices.length > 1 ? (
            <select
              aria-label={t('roster.campaign')}
              value={filter.campaign ?? ''}
              onChange={({ target }) => onChange({ ...filter, campaign: target.value || null })}
              className="h-8 min-w-0 grow basis-32 rounded-md border border-line-strong bg-surface px-2"
            >
              <option value="">{t('roster.allCampaigns')}</option>
              {choices.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          ) : null}
          {hasInactive ? (
            <Switch
              isSelected={filter.showsInactive}
              onChange={(showsInactive) => onChange({ ...filter, showsInactive })}
            >
              {t('roster.showInactive')}
            </Switch>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
