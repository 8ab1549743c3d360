import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { Icon } from '../../parts/Icon.tsx';

interface MembersProps {
  readonly members: readonly string[];
  readonly watched: readonly string[];
  readonly onChange: (user: string, isIn: boolean) => void;
}

/** More than these are looked for rather than looked through. */
const fewAgents = 10;

/** Whom to take into a group; members who are not watched any more come last, and stay in sight when left out. */
export function Members({ members, watched, onChange }: MembersProps) {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const [atFirst] = useState(members);
  const byName = (a: string, b: string) => a.localeCompare(b, i18n.language);
  const gone = [...new Set([...atFirst, ...members])].filter((user) => !watched.includes(user));
  const everyone = [...watched.toSorted(byName), ...gone.toSorted(byName)];
  const wanted = query.trim().toLowerCase();
  const shown = everyone.filter((user) => user.toLowerCase().includes(wanted));
  if (everyone.length === 0) return <p className="text-muted">{t('rules.groups.noAgents')}</p>;
  return (
    <>
      {everyone.length > fewAgents ? (
        <SearchField
          aria-label={t('rules.groups.search')}
          value={query}
          onChange={setQuery}
          className="relative flex items-center"
        >
          <Icon name="search" className="pointer-events-none absolute left-2.5 size-3.5 text-muted" />
          <Input
            placeholder={t('rules.groups.search')}
            className="h-8 w-full rounded-md border border-line-strong bg-surface pr-2 pl-8 [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
      ) : null}
      <ul aria-label={t('rules.groups.agents')} className="flex flex-col">
        {shown.map((user) => (
          <li key={user}>
            <Checkbox isSelected={members.includes(user)} onChange={(isIn) => onChange(user, isIn)}>
              {user}
              {watched.includes(user) ? null : (
                <span className="text-sm text-muted"> · {t('rules.groups.notWatched')}</span>
              )}
            </Checkbox>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="text-muted">{t('rules.groups.noMatch')}</p> : null}
    </>
  );
}
