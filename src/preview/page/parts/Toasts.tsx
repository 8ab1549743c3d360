import type { DesktopAction } from '../../wire/action.ts';
import type { DesktopState, NotificationState, WindowState } from '../../wire/desktop-state.ts';
import { placeWindow } from '../place-window.ts';
import type { ScreenSize } from '../use-screen-size.ts';

interface ToastsProps {
  readonly notifications: readonly NotificationState[];
  readonly appName: string;
  readonly avoid: WindowState;
  readonly screen: ScreenSize;
  readonly origin: DesktopState['origin'];
  readonly act: (action: DesktopAction) => void;
}

const mostShown = 4;
const toastWidth = 340;
const marginPx = 12;

/** Native notifications, newest first. They keep clear of the app's window, which is what gets clicked. */
export function Toasts({ notifications, appName, avoid, screen, origin, act }: ToastsProps) {
  const open = notifications.filter(({ closed }) => !closed).reverse();
  return (
    <section
      className="toasts"
      aria-label="Notifications"
      aria-live="polite"
      style={{ right: `${rightOf(avoid, screen, origin)}px` }}
    >
      {open.slice(0, mostShown).map(({ id, title, body, silent, actions }) => (
        <article className="toast" key={id}>
          <button type="button" className="toast-body" onClick={() => act({ do: 'click-notification', id })}>
            <span className="toast-app">
              {appName}
              {silent && ' · silent'}
            </span>
            <strong>{title}</strong>
            <span className="toast-text">{body}</span>
          </button>
          <button
            type="button"
            className="toast-close"
            aria-label={`Close notification: ${title}`}
            onClick={() => act({ do: 'close-notification', id })}
          >
            <span aria-hidden="true">×</span>
          </button>
          {actions.length > 0 && (
            <div className="toast-actions">
              {actions.map((label, index) => (
                <button
                  key={label}
                  type="button"
                  onClick={() => act({ do: 'notification-action', id, index })}
                >
                  {label}
                </button>
              ))}
            </div>
          )}
        </article>
      ))}
      {open.length > mostShown && <p className="toasts-more">and {open.length - mostShown} more</p>}
    </section>
  );
}

function rightOf(window: WindowState, screen: ScreenSize, origin: DesktopState['origin']): number {
  if (!window.visible) return marginPx;
  const { left, width } = placeWindow(window, screen, origin);
  const isInTheWay = left + width > screen.width - toastWidth - marginPx;
  const beside = screen.width - left + marginPx;
  return isInTheWay && beside + toastWidth < screen.width ? beside : marginPx;
}
