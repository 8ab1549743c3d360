import { type ReactNode, useCallback, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AppView } from '../shared/app-view.ts';
import { usePage, useView } from './context.ts';
import { Notices } from './parts/Notices.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { Agents } from './screens/agents/Agents.tsx';
import { useConnectCard } from './screens/agents/use-connect-card.ts';
import { Connect } from './screens/connect/Connect.tsx';
import { FirstRun } from './screens/FirstRun.tsx';
import { Inbox } from './screens/inbox/Inbox.tsx';
import { Roster } from './screens/roster/Roster.tsx';
import { Rules } from './screens/rules/Rules.tsx';
import { isSignedOut, SignedOut } from './screens/SignedOut.tsx';
import { Settings } from './screens/settings/Settings.tsx';
import { Statuses } from './screens/statuses/Statuses.tsx';
import { Waiting } from './screens/Waiting.tsx';
import { useAppearance, useEscape, useFocusKept, useFocusOnOpen, useHeadingFocus } from './surroundings.ts';

export function App() {
  const { mirror } = usePage();
  const isReady = useStore(mirror.store, ({ view }) => view !== null);
  const isUnreachable = useStore(mirror.store, (state) => state.isUnreachable);
  if (!isReady) return <Waiting isUnreachable={isUnreachable} onRetry={() => void mirror.fetchView()} />;
  return <Popover />;
}

type Place = 'home' | 'settings' | 'inbox' | 'roster' | 'rules' | 'groups' | 'statuses' | 'connect' | 'edit';
type Screen = Exclude<Place, 'home'> | 'first-run' | 'signed-out' | 'agents';

/** Where Escape leads; forms are left by their own buttons, or what was typed would be lost. */
const backFrom: Readonly<Partial<Record<Place, Place>>> = {
  settings: 'home',
  inbox: 'home',
  groups: 'home',
  rules: 'settings',
  statuses: 'settings',
};

/** What there is to see at home depends on the account. */
function homeOf(view: AppView): Screen {
  if (view.account === null) return 'first-run';
  return isSignedOut(view) ? 'signed-out' : 'agents';
}

function Popover() {
  const { i18n } = useTranslation();
  const route = useView((view) => view.route);
  const home = useView(homeOf);
  const [place, setPlace] = useState<Place>('home');
  const [wantedUser, setWantedUser] = useState<string | null>(null);
  /** Whom the inbox is asked about: why there was no notification. */
  const [quietAbout, setQuietAbout] = useState<string | null>(null);
  const connected = useConnectCard();
  const [seenSeq, setSeenSeq] = useState(0);
  const screen = place === 'home' ? home : place;
  useAppearance();
  useHeadingFocus(screen);
  useFocusOnOpen();
  useFocusKept();

  if (route.seq !== seenSeq) {
    setSeenSeq(route.seq);
    setPlace(route.screen === 'agents' ? 'home' : route.screen);
    setWantedUser(route.agentUser);
    setQuietAbout(null);
  }

  const goHome = useCallback(() => setPlace('home'), []);
  // An answer may take its time, and whoever left the screen that asked is somewhere else by then.
  const leave = (left: Place) => setPlace((now) => (now === left ? 'home' : now));
  const showAgent = (user: string) => {
    setWantedUser(user);
    setPlace('home');
  };
  const showInbox = useCallback((about: string | null) => {
    setQuietAbout(about);
    setPlace('inbox');
  }, []);
  const showWholeInbox = useCallback(() => showInbox(null), [showInbox]);
  const forgetWanted = useCallback(() => setWantedUser(null), []);
  const goToSettings = useCallback(() => setPlace('settings'), []);
  const goToGroups = useCallback(() => setPlace('groups'), []);
  useEscape(backFrom[place] === 'home' ? goHome : backFrom[place] === 'settings' ? goToSettings : null);

  const screens: Readonly<Record<Screen, () => ReactNode>> = {
    'first-run': () => <FirstRun onConnect={() => setPlace('connect')} />,
    'signed-out': () => (
      <SignedOut onConnectAnother={() => setPlace('connect')} onEdit={() => setPlace('edit')} />
    ),
    agents: () => (
      <Agents
        wantedUser={wantedUser}
        onReached={forgetWanted}
        onSettings={goToSettings}
        onInbox={showWholeInbox}
        onGroups={goToGroups}
        onRoster={() => setPlace('roster')}
        onWhyQuiet={showInbox}
        connected={connected}
      />
    ),
    settings: () => (
      <Settings
        onBack={goHome}
        onLeft={() => leave('settings')}
        onEdit={() => setPlace('edit')}
        onRules={() => setPlace('rules')}
        onStatuses={() => setPlace('statuses')}
      />
    ),
    inbox: () => <Inbox onBack={goHome} onAgent={showAgent} quietAbout={quietAbout} />,
    roster: () => <Roster onBack={goHome} onDone={() => leave('roster')} />,
    rules: () => <Rules key="rules" firstTab="times" onBack={goToSettings} />,
    groups: () => <Rules key="groups" firstTab="groups" onBack={goHome} />,
    statuses: () => <Statuses onBack={goToSettings} />,
    connect: () => (
      <Connect key="connect" isEditing={false} onBack={goHome} onConnected={() => leave('connect')} />
    ),
    edit: () => <Connect key="edit" isEditing onBack={goHome} onConnected={() => leave('edit')} />,
  };
  return (
    <I18nProvider locale={i18n.language}>
      <div className="flex h-full flex-col">
        <Notices />
        <div className="min-h-0 grow">{screens[screen]()}</div>
      </div>
      <Toasts />
    </I18nProvider>
  );
}
