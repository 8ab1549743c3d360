import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agentKey, mostAgentsAtOnce } from '../../../shared/account.ts';
import type { RosterUser } from '../../../shared/roster.ts';
import { useAccount, usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { PickList } from '../../parts/PickList.tsx';
import { useGo } from '../../place.ts';
import { entriesOf, filterRoster, noRosterFilter } from './filter-roster.ts';
import { ListAge } from './ListAge.tsx';
import { RosterFilters } from './RosterFilters.tsx';
import { RosterRow } from './RosterRow.tsx';

interface RosterPickerProps {
  readonly users: readonly RosterUser[];
  readonly readAtMs: number;
  readonly isLoading: boolean;
  readonly onRefresh: () => void;
}

const rowRem = 2.75;

/** Finds users on the dialler's list and adds those chosen, whatever is shown by then. */
export function RosterPicker({ users, readAtMs, isLoading, onRefresh }: RosterPickerProps) {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();
  const go = useGo();
  // As one text, so that a poll of an agent draws nothing here.
  const watchedText = useView(({ agents }) => agents.map(({ user }) => user).join('\n'));
  const watched = useMemo(() => new Set(watchedText.split('\n')), [watchedText]);
  const [filter, setFilter] = useState(noRosterFilter);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  const entries = useMemo(() => entriesOf(users), [users]);
  const shown = useMemo(() => filterRoster(entries, filter), [entries, filter]);
  const free = useMemo(() => shown.filter(({ user }) => !watched.has(user)), [shown, watched]);
  /** Whoever takes no calls is watched by mistake, so one press never chooses them. */
  const apiUser = agentKey(useAccount().apiUser);
  const agents = useMemo(
    () => free.filter(({ user, role }) => role === undefined && agentKey(user) !== apiUser),
    [free, apiUser],
  );
  const leftOut = free.length - agents.length;
  /** A list read again may have lost some. */
  const chosen = useMemo(
    () => new Set(entries.flatMap(({ user }) => (marked.has(user) && !watched.has(user) ? [user] : []))),
    [entries, marked, watched],
  );
  const chosenShown = agents.filter(({ user }) => chosen.has(user)).length;
  const isAll = agents.length > 0 && chosenShown === agents.length;
  const isTooMany = chosen.size > mostAgentsAtOnce;

  const mark = (users: readonly string[], isMarked: boolean) => {
    const next = new Set(chosen);
    for (const user of users) {
      if (isMarked) next.add(user);
      else next.delete(user);
    }
    setMarked(next);
  };
  const toggle = (user: string) => {
    if (!watched.has(user)) mark([user], !chosen.has(user));
  };
  const markAll = (isMarked: boolean) =>
    mark(
      agents.map(({ user }) => user),
      isMarked,
    );

  async function add(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const isDone = await tell(api.addAgents({ agentUsers: [...chosen] }));
    setBusy(false);
    if (!isDone) return;
    toasts.show({ text: t('agents.added', { count: chosen.size }) });
    go('home');
  }

  return (
    <>
      <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2.5">
        <RosterFilters
          users={users}
          filter={filter}
          onChange={setFilter}
          onDown={() => list.current?.focus()}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-2">
          <Checkbox
            isSelected={isAll}
            isSome={!isAll && chosenShown > 0}
            isDisabled={agents.length === 0}
            onChange={markAll}
          >
            {free.length === 0 ? t('roster.nobodyToSelect') : t('roster.selectAll', { count: agents.length })}
          </Checkbox>
          <ListAge readAtMs={readAtMs} isLoading={isLoading} onRefresh={onRefresh} />
        </div>
        {leftOut === 0 ? null : (
          <p className="text-sm text-muted">{t('roster.leftOut', { count: leftOut })}</p>
        )}
      </div>
      <p role="status" className="sr-only">
        {t('roster.shown', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <div className="flex grow flex-col items-center gap-3 bg-surface px-6 py-10 text-center">
          <p className="text-muted">{t('roster.noMatch')}</p>
          <Button onPress={() => setFilter({ ...noRosterFilter, showsInactive: true })}>
            {t('roster.showAll')}
          </Button>
        </div>
      ) : (
        <PickList
          // What is found anew is looked at from its beginning.
          key={JSON.stringify(filter)}
          scroller={list}
          label={t('roster.list')}
          entries={shown}
          chosen={chosen}
          fixed={watched}
          rowRem={rowRem}
          row={(entry) => <RosterRow entry={entry} isWatched={watched.has(entry.user)} />}
          onToggle={toggle}
          onSelectAll={() => markAll(true)}
        />
      )}
      <footer className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
        <p role="status" className={isTooMany ? 'text-danger' : 'text-muted'}>
          {t('roster.chosen', { count: chosen.size })}
          {isTooMany ? `. ${t('roster.tooMany', { most: mostAgentsAtOnce })}` : ''}
        </p>
        <Button
          look="primary"
          isDisabled={chosen.size === 0 || isTooMany}
          isPending={isBusy}
          onPress={() => void add()}
        >
          {t('roster.add')}
        </Button>
      </footer>
    </>
  );
}
