import { useCallback, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePage, useView } from './context.ts';
import { Notices } from './parts/Notices.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { Agents } from './screens/agents/Agents.tsx';
import { Connect } from './screens/connect/Connect.tsx';
import { FirstRun } from './screens/FirstRun.tsx';
import { isSignedOut, SignedOut } from './screens/SignedOut.tsx';
import { Settings } from './screens/settings/Settings.tsx';
import { Waiting } from './screens/Waiting.tsx';
import { useAppearance, useEscape } from './surroundings.ts';

export function App() {
  const { mirror } = usePage();
  const isReady = useStore(mirror.store, ({ view }) => view !== null);
  const isUnreachable = useStore(mirror.store, (state) => state.isUnreachable);
  if (!isReady) return <Waiting isUnreachable={isUnreachable} onRetry={() => void mirror.pull()} />;
  return <Popover />;
}

type Place = 'home' | 'settings' | 'connect' | 'edit';

function Popover() {
  const { i18n } = useTranslation();
  const route = useView((view) => view.route);
  const [place, setPlace] = useState<Place>('home');
  const [wantedUser, setWantedUser] = useState<string | null>(null);
  const [seenSeq, setSeenSeq] = useState(0);
  useAppearance();

  if (route.seq !== seenSeq) {
    setSeenSeq(route.seq);
    setPlace(route.screen === 'settings' ? 'settings' : 'home');
    setWantedUser(route.agentUser);
  }

  const goHome = useCallback(() => setPlace('home'), []);
  const forgetWanted = useCallback(() => setWantedUser(null), []);
  useEscape(place === 'settings' ? goHome : null);

  return (
    <I18nProvider locale={i18n.language}>
      <div className="flex h-full flex-col">
        <Notices />
        <div className="min-h-0 grow">
          {place === 'settings' ? (
            <Settings onBack={goHome} onEdit={() => setPlace('edit')} />
          ) : place === 'home' ? (
            <Home wantedUser={wantedUser} onReached={forgetWanted} onGo={setPlace} />
          ) : (
            <Connect key={place} isEditing={place === 'edit'} onBack={goHome} onConnected={goHome} />
          )}
        </div>
      </div>
      <Toasts />
    </I18nProvider>
  );
}

interface HomeProps {
  readonly wantedUser: string | null;
  readonly onReached: () => void;
  readonly onGo: (place: Place) => void;
}

/** What there is to see first depends on the account. */
function Home({ wantedUser, onReached, onGo }: HomeProps) {
  const account = useView((view) => view.account);
  const isOut = useView(isSignedOut);
  if (account === null) return <FirstRun onConnect={() => onGo('connect')} />;
  if (isOut) {
    return (
      <SignedOut account={account} onConnectAnother={() => onGo('connect')} onEdit={() => onGo('edit')} />
    );
  }
  return (
    <Agents
      account={account}
      wantedUser={wantedUser}
      onReached={onReached}
      onSettings={() => onGo('settings')}
    />
  );
}
