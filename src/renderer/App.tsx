import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AppView } from '../shared/app-view.ts';
import { CrashGuard } from './CrashGuard.tsx';
import { usePage, useView } from './context.ts';
import { Notices } from './parts/Notices.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { backFrom, type Go, home, type Place, PlaceContext, type Screen } from './place.ts';
import { Agents } from './screens/agents/Agents.tsx';
import { useConnectCard } from './screens/agents/use-connect-card.ts';
import { Connect } from './screens/connect/Connect.tsx';
import { FirstRun } from './screens/first-run/FirstRun.tsx';
import { Inbox } from './screens/inbox/Inbox.tsx';
import { Roster } from './screens/roster/Roster.tsx';
import { Rules } from './screens/rules/Rules.tsx';
import { Settings } from './screens/settings/Settings.tsx';
import { isSignedOut, SignedOut } from './screens/signed-out/SignedOut.tsx';
import { Statuses } from './screens/statuses/Statuses.tsx';
import { Waiting } from './screens/waiting/Waiting.tsx';
import { useAppearance, useEscape, useFocusOnOpen, useInputMethod } from './surroundings.ts';

export function App() {
  useInputMethod();
  return (
    <CrashGuard>
      <MirroredPopover />
    </CrashGuard>
  );
}

function MirroredPopover() {
  const { mirror } = usePage();
  const isReady = useStore(mirror.store, ({ view }) => view !== null);
  const isUnreachable = useStore(mirror.store, (state) => state.isUnreachable);
  if (!isReady) return <Waiting isUnreachable={isUnreachable} onRetry={() => void mirror.catchUp()} />;
  return <Popover />;
}

type HomeScreen = 'first-run' | 'signed-out' | 'agents';

/** What there is to see at home depends on the account. */
function homeOf(view: AppView): HomeScreen {
  if (view.account === null) return 'first-run';
  return isSignedOut(view) ? 'signed-out' : 'agents';
}

/** They are left by their own buttons only, or what was typed would be lost. */
const forms: ReadonlySet<Screen> = new Set(['roster', 'connect', 'edit']);

function Popover() {
  const { i18n } = useTranslation();
  const { api } = usePage();
  const route = useView((view) => view.route);
  const homeScreen = useView(homeOf);
  const [place, setPlace] = useState(home);
  const [seenSeq, setSeenSeq] = useState(0);
  const connected = useConnectCard();
  // An answer may take its time, and whoever left the place that asked for it stays where they are by then.
  const go = useCallback<Go>(
    (screen, agentUser) =>
      setPlace((now) => (now === place ? { screen, agentUser: agentUser ?? null } : now)),
    [place],
  );
  const places = useMemo(() => ({ place, go }), [place, go]);
  useAppearance();
  useFocusOnOpen();
  useEscape(() => {
    if (place.screen === 'home' || forms.has(place.screen)) void api.hidePopover();
    else go(backFrom[place.screen]);
  });

  if (route.seq !== seenSeq) {
    setSeenSeq(route.seq);
    setPlace(placeOf(route));
  }

  const screens: Readonly<Record<Exclude<Screen, 'home'> | HomeScreen, () => ReactNode>> = {
    'first-run': () => <FirstRun />,
    'signed-out': () => <SignedOut />,
    agents: () => <Agents connected={connected} />,
    settings: () => <Settings />,
    inbox: () => <Inbox />,
    roster: () => <Roster />,
    rules: () => <Rules key="rules" firstTab="times" />,
    groups: () => <Rules key="groups" firstTab="groups" />,
    statuses: () => <Statuses />,
    connect: () => <Connect key="connect" isEditing={false} />,
    edit: () => <Connect key="edit" isEditing />,
  };
  return (
    <I18nProvider locale={i18n.language}>
      <PlaceContext value={places}>
        <div className="flex h-full flex-col overflow-y-auto">
          <Notices />
          <div className="min-h-72 grow basis-0">
            {screens[place.screen === 'home' ? homeScreen : place.screen]()}
          </div>
        </div>
        <Toasts />
      </PlaceContext>
    </I18nProvider>
  );
}

/** Where main wants the popover to be. */
const placeOf = ({ screen, agentUser }: AppView['route']): Place =>
  screen === 'agents' ? { screen: 'home', agentUser } : { screen, agentUser: null };
