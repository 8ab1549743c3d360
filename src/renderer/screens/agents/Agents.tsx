import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAgent } from '../../../shared/agent-places.ts';
import type { Family } from '../../../shared/family.ts';
import type { ListView } from '../../../shared/list-view.ts';
import { useView } from '../../context.ts';
import { AddAgents } from '../../parts/AddAgents.tsx';
import { Button } from '../../parts/Button.tsx';
import { usePlace } from '../../place.ts';
import { type Edit, usePreferences } from '../../preferences.ts';
import { AgentList, type AgentListHandle } from './AgentList.tsx';
import { CallAnnouncer } from './CallAnnouncer.tsx';
import { ConnectCard } from './ConnectCard.tsx';
import { Counts } from './Counts.tsx';
import { DriftNotice } from './DriftNotice.tsx';
import { FloorTotals } from './FloorTotals.tsx';
import { type Filter, noFilter } from './filter-agents.ts';
import { Header } from './Header.tsx';
import { HealthBanner } from './HealthBanner.tsx';
import { ListBar } from './ListBar.tsx';
import { MeCard } from './MeCard.tsx';
import { useAgentItems } from './use-agent-items.ts';
import { useCollapsed } from './use-collapsed.ts';
import type { ConnectedCall } from './use-connect-card.ts';

/** Whom somebody asked to see, by a notification or the tray, is shown, opened and has the focus. */
export function Agents({ connected }: { readonly connected: ConnectedCall | null }) {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  const agents = useView((view) => view.agents);
  const me = useView((view) => findAgent(view.agents, view.preferences.me));
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [wantedUser, setWantedUser] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const list = useRef<AgentListHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { preferences, edit } = usePreferences();
  const { groups, pinned, listView } = preferences;
  const change = useCallback((wanted: Edit) => void edit(wanted), [edit]);
  const chooseFamily = useCallback((family: Family | null) => setFilter((now) => ({ ...now, family })), []);
  const chooseGroup = useCallback((groupId: string | null) => setFilter((now) => ({ ...now, groupId })), []);
  const chooseEveryGroup = useCallback(() => chooseGroup(null), [chooseGroup]);
  const search = useCallback((query: string) => setFilter((now) => ({ ...now, query })), []);
  const changeListView = useCallback(
    (part: Partial<ListView>) => change((now) => ({ listView: { ...now.listView, ...part } })),
    [change],
  );
  const { collapsed, toggleSection, unfoldFor } = useCollapsed(listView, groups, change, filter.query !== '');
  const { items, shown, counts, group, listKey, hand } = useAgentItems({
    filter,
    listView,
    groups,
    pinned,
    collapsed,
  });
  const isFiltered = filter.query !== '' || filter.family !== null || group !== null;
  // Of my own call my own card says all of this already.
  const card = connected?.agent === me ? null : connected;
  const cardUser = card?.agent.user ?? null;
  const myCallUser = me?.family === 'in-call' ? me.user : null;
  const cardUsers = useMemo(() => new Set([cardUser, myCallUser]), [cardUser, myCallUser]);
  const isFirstAnswerDue = agents.length > 0 && agents.every((agent) => agent.phase === 'waiting');

  const seek = useEffectEvent((user: string) => {
    setFilter(noFilter);
    setOpenKey(user);
    unfoldFor(user);
    setWantedUser(user);
  });
  useEffect(() => {
    if (place.agentUser !== null) seek(place.agentUser);
  }, [place]);

  // Only once the list is drawn without a filter can the row be gone to.
  useEffect(() => {
    if (wantedUser === null) return;
    list.current?.focusRow(wantedUser);
    setWantedUser(null);
  }, [wantedUser]);

  const toggle = useCallback((key: string) => setOpenKey((open) => (open === key ? null : key)), []);

  return (
    <main className="flex h-full flex-col overflow-y-auto">
      <div className="flex shrink-0 flex-col gap-2 border-b border-line pb-2.5">
        <Header />
        <div className="flex flex-col gap-2 px-4">
          <HealthBanner />
          <DriftNotice />
          {me === undefined ? null : <MeCard agent={me} />}
          {card === null ? null : <ConnectCard agent={card.agent} onDismiss={card.dismiss} />}
          <Counts
            counts={counts}
            chosen={filter.family}
            onChoose={chooseFamily}
            group={group}
            onEveryGroup={chooseEveryGroup}
          />
          <FloorTotals counts={counts} />
          {agents.length === 0 ? null : (
            <ListBar
              query={filter.query}
              onSearch={search}
              listView={listView}
              onListView={changeListView}
              groups={groups}
              chosenGroupId={group?.id ?? null}
              onChooseGroup={chooseGroup}
              isAdding={isAdding}
              onAdding={setAdding}
            />
          )}
          {isAdding && agents.length > 0 ? (
            <AddAgents
              onDone={() => setAdding(false)}
              onCancel={() => setAdding(false)}
              onRoster={() => go('roster')}
            />
          ) : null}
        </div>
      </div>
      <CallAnnouncer />
      <p role="status" className="sr-only">
        {isFirstAnswerDue
          ? t('agents.loading')
          : isFiltered
            ? t('agents.shown', { count: shown.length })
            : ''}
      </p>
      {shown.length > 0 ? (
        <AgentList
          ref={list}
          label={t(`agents.list.${listView.sort}`)}
          items={items}
          openKey={openKey}
          listKey={listKey}
          scroller={scroller}
          hand={hand}
          cardUsers={cardUsers}
          onToggle={toggle}
          onToggleSection={toggleSection}
        />
      ) : (
        <div className="min-h-40 grow basis-0 overflow-y-auto bg-surface">
          {agents.length === 0 ? (
            <Empty onRoster={() => go('roster')} />
          ) : (
            <div className="flex flex-col items-center gap-3 px-6 py-10 text-center">
              <p className="text-muted">{t('agents.noMatch')}</p>
              <Button onPress={() => setFilter(noFilter)}>{t('agents.showAll')}</Button>
            </div>
          )}
        </div>
      )}
    </main>
  );
}

function Empty({ onRoster }: { readonly onRoster: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4 px-4 py-8">
      <div className="text-center">
        <h2 className="text-lg font-semibold">{t('agents.emptyTitle')}</h2>
        <p className="text-balance text-muted">{t('agents.emptyHint')}</p>
      </div>
      <AddAgents onDone={() => undefined} onRoster={onRoster} />
    </div>
  );
}
