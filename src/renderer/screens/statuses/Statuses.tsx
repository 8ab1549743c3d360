import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostMeanings, type StatusMeaning } from '../../../shared/dictionary.ts';
import { usePage } from '../../context.ts';
import { SearchBox } from '../../parts/SearchBox.tsx';
import { TopBar } from '../../parts/TopBar.tsx';
import { usePreferences } from '../../preferences.ts';
import { isUnknown, newMeaning, withEntry, without, withPart } from './dictionary-edits.ts';
import { type OpenRow, orderMeanings, searchMeanings } from './order-meanings.ts';
import { StatusList, type StatusListHandle } from './StatusList.tsx';
import { StatusTools } from './StatusTools.tsx';

const fewEnoughToSee = 10;

export function Statuses() {
  const { t } = useTranslation();
  const { toasts } = usePage();
  const { preferences, edit, editSoon, flush } = usePreferences();
  const { dictionary } = preferences;
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<OpenRow | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const list = useRef<StatusListHandle>(null);

  const isSearchable = dictionary.length > fewEnoughToSee;
  const shown = useMemo(() => {
    const ordered = orderMeanings(dictionary, open);
    return isSearchable ? searchMeanings(ordered, query) : ordered;
  }, [dictionary, open, query, isSearchable]);

  const toggle = (meaning: StatusMeaning) =>
    setOpen(open?.status === meaning.status ? null : openRowOf(meaning));

  const add = (status: string) => {
    const meaning = newMeaning(status);
    void edit((now) => ({ dictionary: withEntry(now.dictionary, meaning, now.dictionary.length) }));
    setQuery('');
    setOpen(openRowOf(meaning));
    setAdded(status);
  };

  // Only once its row is drawn can it be gone to.
  useEffect(() => {
    if (added === null) return;
    list.current?.focusRow(added);
    setAdded(null);
  }, [added]);

  const remove = (meaning: StatusMeaning) => {
    const place = shown.findIndex(({ status }) => status === meaning.status);
    const neighbour = shown[place + 1] ?? shown[place - 1];
    if (neighbour !== undefined) list.current?.focusRow(neighbour.status);
    const index = dictionary.indexOf(meaning);
    void edit((now) => ({ dictionary: without(now.dictionary, meaning.status) }));
    toasts.show({
      text: t('statuses.removed', { status: meaning.status }),
      undo: () => void edit((now) => ({ dictionary: withEntry(now.dictionary, meaning, index) })),
    });
  };

  return (
    <main className="flex h-full flex-col overflow-y-auto">
      <TopBar title={t('statuses.title')} />
      <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2.5">
        <StatusTools onAdd={add} />
        {dictionary.length >= mostMeanings ? (
          <p className="text-xs text-muted">{t('statuses.full', { count: mostMeanings })}</p>
        ) : null}
        {isSearchable ? (
          <div className="flex">
            <SearchBox
              label={t('statuses.search')}
              hint={t('statuses.searchHint')}
              query={query}
              onChange={setQuery}
            />
          </div>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {isSearchable && query !== '' ? t('statuses.shown', { count: shown.length }) : ''}
      </p>
      <div className="relative min-h-40 grow basis-0 overflow-y-auto bg-surface">
        {shown.length === 0 ? (
          <p className="px-6 py-10 text-center text-balance text-muted">
            {dictionary.length === 0 ? t('statuses.empty') : t('statuses.noMatch')}
          </p>
        ) : (
          <StatusList
            ref={list}
            meanings={shown}
            openStatus={open?.status ?? null}
            onToggle={toggle}
            onChange={(status, part) =>
              void edit((now) => ({ dictionary: withPart(now.dictionary, status, part) }))
            }
            onTyped={(status, part) =>
              editSoon((now) => ({ dictionary: withPart(now.dictionary, status, part) }))
            }
            onTypingDone={() => void flush()}
            onRemove={remove}
          />
        )}
      </div>
    </main>
  );
}

const openRowOf = (meaning: StatusMeaning): OpenRow => ({
  status: meaning.status,
  isFirst: isUnknown(meaning),
});
