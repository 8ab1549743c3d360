import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { fold } from '../../parts/fold.ts';
import { PickList } from '../../parts/PickList.tsx';
import { SearchBox } from '../../parts/SearchBox.tsx';

interface MembersProps {
  readonly members: readonly string[];
  readonly watched: readonly string[];
  readonly onChange: (users: readonly string[], areIn: boolean) => void;
}

/** More than these are looked for rather than looked through. */
const fewAgents = 10;
const rowRem = 2;

/** Whom to take into a group; members who are not watched any more come last, and stay in sight when left out. */
export function Members({ members, watched, onChange }: MembersProps) {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const [atFirst] = useState(members);
  const list = useRef<HTMLDivElement>(null);
  const chosen = useMemo(() => new Set(members), [members]);
  const everyone = useMemo(
    () => entriesOf(watched, [...atFirst, ...members], i18n.language),
    [watched, atFirst, members, i18n.language],
  );
  const wanted = fold(query.trim());
  const shown = everyone.filter(({ text }) => text.includes(wanted));
  const chosenShown = shown.filter(({ user }) => chosen.has(user)).length;
  const isAll = chosenShown === shown.length;
  const changeAll = (areIn: boolean) =>
    onChange(
      shown.map(({ user }) => user),
      areIn,
    );

  if (everyone.length === 0) return <p className="text-muted">{t('rules.groups.noAgents')}</p>;
  return (
    <>
      {everyone.length > fewAgents ? (
        // From the field, Down goes into the list.
        <div
          onKeyDownCapture={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.focus();
          }}
          className="flex"
        >
          <SearchBox
            label={t('rules.groups.search')}
            hint={t('rules.groups.search')}
            query={query}
            onChange={setQuery}
          />
        </div>
      ) : null}
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3">
        {shown.length === 0 ? (
          <p className="text-muted">{t('rules.groups.noMatch')}</p>
        ) : (
          <Checkbox isSelected={isAll} isSome={!isAll && chosenShown > 0} onChange={changeAll}>
            {wanted === ''
              ? t('rules.groups.selectAll', { count: shown.length })
              : t('rules.groups.selectFound', { count: shown.length })}
          </Checkbox>
        )}
        <p role="status" className="shrink-0 text-sm text-muted tabular-nums">
          {t('rules.groups.chosen', { count: members.length })}
        </p>
      </div>
      {shown.length === 0 ? null : (
        <PickList
          // What is found anew is looked at from its beginning.
          key={wanted}
          scroller={list}
          label={t('rules.groups.agents')}
          entries={shown}
          chosen={chosen}
          rowRem={rowRem}
          row={({ user, isWatched }) => (
            <span className="min-w-0 truncate">
              {user}
              {isWatched ? null : (
                <span className="text-sm text-muted"> · {t('rules.groups.notWatched')}</span>
              )}
            </span>
          )}
          onToggle={(user) => onChange([user], !chosen.has(user))}
          onSelectAll={() => changeAll(true)}
          isBoxed
        />
      )}
    </>
  );
}

interface Entry {
  readonly user: string;
  readonly isWatched: boolean;
  /** What the search looks through. */
  readonly text: string;
}

function entriesOf(
  watched: readonly string[],
  members: readonly string[],
  language: string,
): readonly Entry[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const known = new Set(watched);
  const gone = [...new Set(members)].filter((user) => !known.has(user));
  const entry = (isWatched: boolean) => (user: string) => ({ user, isWatched, text: fold(user) });
  return [...watched.toSorted(compare).map(entry(true)), ...gone.toSorted(compare).map(entry(false))];
}
