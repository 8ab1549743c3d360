import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { explainError } from '../../parts/explain.ts';
import { TopBar } from '../../parts/TopBar.tsx';
import { usePlace } from '../../place.ts';
import { AlertList } from './AlertList.tsx';
import { type Filter, FilterBar } from './FilterBar.tsx';
import { InboxActions } from './InboxActions.tsx';
import { KeptQuietList } from './KeptQuietList.tsx';
import { MuteControl } from './MuteControl.tsx';
import { NewsAnnouncer } from './NewsAnnouncer.tsx';
import { Nothing } from './Nothing.tsx';
import { useInbox } from './use-inbox.ts';
import { dayOf } from './when-text.ts';

/** Asked about an agent, it opens on why nothing was told of them. */
export function Inbox() {
  const { t } = useTranslation();
  const quietAbout = usePlace().place.agentUser;
  const { inbox, error, ask } = useInbox();
  const [filter, setFilter] = useState<Filter>(quietAbout === null ? 'all' : 'quiet');
  const [onlyUser, setOnlyUser] = useState(quietAbout);
  const today = useToday();
  const alerts = inbox?.alerts ?? [];
  const unread = alerts.filter(({ isRead }) => !isRead);
  const entries = (inbox?.keptQuiet ?? []).filter(
    ({ agentUser }) => onlyUser === null || agentUser === onlyUser,
  );

  const shown = filter === 'unread' ? unread : alerts;

  function list() {
    if (filter === 'quiet') {
      if (entries.length === 0) return <Nothing filter="quiet" agent={onlyUser} />;
      return <KeptQuietList entries={entries} today={today} />;
    }
    if (shown.length === 0) return <Nothing filter={alerts.length === 0 ? 'all' : filter} agent={null} />;
    return <AlertList key={filter} alerts={shown} today={today} isUnreadOnly={filter === 'unread'} />;
  }

  return (
    <main className="flex h-full flex-col overflow-y-auto">
      <TopBar title={t('inbox.title')} />
      <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2.5">
        <MuteControl />
        <FilterBar
          filter={filter}
          unread={unread.length}
          onlyUser={onlyUser}
          onFilter={setFilter}
          onEveryone={() => setOnlyUser(null)}
        />
        {filter === 'quiet' || alerts.length === 0 ? null : <InboxActions hasUnread={unread.length > 0} />}
      </div>
      {inbox === null ? null : <NewsAnnouncer alerts={alerts} />}
      {/* Without controls inside, the keyboard can only scroll what has the focus. */}
      <section
        aria-label={t(`inbox.filter-${filter}`)}
        {...(filter === 'quiet' ? { tabIndex: 0 } : {})}
        className={`relative grow bg-surface -outline-offset-2 ${filter === 'quiet' || shown.length > 0 ? 'min-h-40 basis-0 overflow-y-auto' : 'shrink-0'}`}
      >
        {inbox !== null ? (
          list()
        ) : error === null ? (
          <p className="px-4 py-10 text-center text-muted">{t('popover.loading')}</p>
        ) : (
          <div className="flex flex-col items-center gap-3 px-6 py-10 text-center">
            <p className="text-muted">{explainError(t, error).title}</p>
            <Button onPress={ask}>{t('popover.tryAgain')}</Button>
          </div>
        )}
      </section>
    </main>
  );
}

/** Whoever calls this is drawn again when another day begins. */
function useToday(): string {
  const { clock } = usePage();
  return useSyncExternalStore(clock.subscribe, () => dayOf(Date.now()));
}
