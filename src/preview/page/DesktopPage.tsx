import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Connection } from './connection.ts';
import { Controls } from './parts/Controls.tsx';
import { Messages } from './parts/Messages.tsx';
import { Panel } from './parts/Panel.tsx';
import { PopoverWindow } from './parts/PopoverWindow.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { useScreenSize } from './use-screen-size.ts';

export function DesktopPage({ connection }: { readonly connection: Connection }) {
  const { desktop, hasEnded } = useStore(connection.view);
  const screen = useRef<HTMLDivElement>(null);
  const size = useScreenSize(screen, connection.tellScreen);
  const theme = desktop?.theme ?? 'light';
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  const { act } = connection;
  return (
    <>
      <header className="banner">
        <p>
          <strong>Preview:</strong> the real app code on a stand-in desktop, without Electron.
        </p>
      </header>
      <main
        className="screen"
        ref={screen}
        onPointerDown={(event) => {
          const isInside = event.target instanceof Element && event.target.closest('.window') !== null;
          if (!isInside && desktop?.window.isFocused) act({ do: 'blur-window' });
        }}
      >
        <h1 className="unseen">{desktop?.appName ?? 'Croco Tray'} preview desktop</h1>
        {hasEnded && (
          <p className="ended" role="alert">
            The preview has ended. Start it again with <code>npm start</code>.
          </p>
        )}
        {desktop !== null && !hasEnded && (
          <>
            <Panel appName={desktop.appName} tray={desktop.tray} theme={desktop.panelTheme} act={act} />
            <PopoverWindow
              window={desktop.window}
              pageTheme={desktop.pageTheme}
              screen={size}
              origin={desktop.origin}
              connection={connection}
            />
            <Toasts
              notifications={desktop.notifications}
              appName={desktop.appName}
              avoid={desktop.window}
              screen={size}
              origin={desktop.origin}
              act={act}
            />
            <footer className="desk">
              <Controls desktop={desktop} act={act} />
              <Messages messages={desktop.messages} act={act} />
            </footer>
          </>
        )}
      </main>
    </>
  );
}
