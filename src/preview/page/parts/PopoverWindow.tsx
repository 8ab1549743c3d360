import { useCallback, useEffect, useRef } from 'react';
import type { DesktopState, Theme, WindowState } from '../../wire/desktop-state.ts';
import { connectWord } from '../../wire/socket.ts';
import type { Connection } from '../connection.ts';
import { placeWindow } from '../place-window.ts';
import type { ScreenSize } from '../use-screen-size.ts';

interface PopoverWindowProps {
  readonly window: WindowState;
  readonly pageTheme: Theme;
  readonly screen: ScreenSize;
  readonly origin: DesktopState['origin'];
  readonly connection: Connection;
}

/** Another name of this machine is another origin: the app's page cannot reach into the desktop's. */
const frameOrigin = (): string =>
  location.origin.replace(location.hostname, location.hostname === 'localhost' ? '127.0.0.1' : 'localhost');

/** The app's window. Its page lives on while hidden, as a hidden window's does. */
export function PopoverWindow({ window: shown, pageTheme, screen, origin, connection }: PopoverWindowProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { id, visible, isFocused, framePath, generation, hasCrashed } = shown;
  const { act, relay } = connection;

  useEffect(() => {
    let part = () => {};
    const onMessage = (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      const isOurs = event.source === frame.current?.contentWindow && event.origin === frameOrigin();
      if (!isOurs || event.data !== connectWord || port === undefined) return;
      part();
      part = relay(id, port);
    };
    window.addEventListener('message', onMessage);
    return () => {
      window.removeEventListener('message', onMessage);
      part();
    };
  }, [id, relay]);

  const takeFocus = useCallback(() => {
    if (visible && isFocused) frame.current?.focus();
  }, [visible, isFocused]);
  useEffect(takeFocus, [takeFocus]);
  const takeFocusAnew = useCallback(() => {
    // A frame focused before its page came counts as focused, while the page in it is not.
    frame.current?.blur();
    takeFocus();
  }, [takeFocus]);

  const wasVisible = useRef(visible);
  useEffect(() => {
    const isNowhere = document.activeElement === document.body || document.activeElement === frame.current;
    if (wasVisible.current && !visible && isNowhere)
      document.querySelector<HTMLElement>('.tray-icon')?.focus();
    wasVisible.current = visible;
  }, [visible]);

  useEffect(() => {
    const onBlur = () => {
      if (frame.current !== null && document.activeElement === frame.current) act({ do: 'focus-window' });
    };
    window.addEventListener('blur', onBlur);
    return () => window.removeEventListener('blur', onBlur);
  }, [act]);

  if (framePath === null) return null;
  const { left, top, width, height } = placeWindow(shown, screen, origin);
  return (
    <section
      className="window"
      aria-label={`${shown.title} window`}
      data-visible={visible}
      inert={!visible}
      style={{
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
        background: shown.background,
      }}
    >
      {shown.hasFrame && (
        <div className="window-bar">
          <span>{shown.title}</span>
          <button type="button" aria-label="Close window" onClick={() => act({ do: 'close-window' })}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
      {hasCrashed ? (
        <p className="crashed">The page of this window has crashed.</p>
      ) : (
        <iframe
          key={`${id}-${generation}`}
          ref={frame}
          title={shown.title}
          src={`${frameOrigin()}${framePath}`}
          sandbox="allow-scripts allow-same-origin allow-forms"
          referrerPolicy="no-referrer"
          style={{ colorScheme: pageTheme }}
          onLoad={takeFocusAnew}
        />
      )}
    </section>
  );
}
